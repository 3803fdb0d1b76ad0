import { createHash } from "node:crypto";
import type { Check, Checklist } from "../model/index.js";

/** Hash of everything that can change a verdict: the language, the questions, their weights; wording aside. */
export function pinOf(list: Omit<Checklist, "sha256">, language: string): string {
  const { passMark, bands, appliesWhen, checks } = list;
  return createHash("sha256")
    .update(JSON.stringify([language, passMark, bands, appliesWhen, checks.map(decisive)]))
    .digest("hex");
}

function decisive(check: Check): unknown {
  const { title, coach, say, examples, guide, techniques, parts, ...rest } = check;
  return parts ? { ...rest, parts: parts.map(decisive) } : rest;
}
