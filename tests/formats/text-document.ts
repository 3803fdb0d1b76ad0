import type { Document } from "../../src/model/index.js";

/** A document as the engine builds it from a text: parsed where it is JSON. */
export function documentOf(name: string, text: string, line = 1): Document {
  return { name, text, json: parsed(text), line };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
