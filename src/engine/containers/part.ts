import { damaged, type Refusal } from "../refusal.js";

/** Reads one part of an Office document as text; undefined where there is none of that name. */
export type PartReader = (path: string) => string | undefined;

/** A part that is no XML. */
export function brokenPart(path: string, wrong: string): Refusal {
  return damaged(`${path} of an Office document (${wrong})`, "one that Office can open");
}
