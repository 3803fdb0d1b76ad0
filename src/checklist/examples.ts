import type { Example, Fields, Verdict } from "../model/index.js";

/** Verdicts in the order examples are written. */
export const VERDICTS: readonly Verdict[] = ["pass", "partial", "fail", "na", "unknown"];

/** `examples:` by verdict; each text is one small conversation, a turn a line; `near` holds near misses with their verdict. */
export function readExamples(fields: Fields): readonly Example[] {
  const within = fields.within("examples");
  if (!within) return [];
  const near = within.within("near");
  return [...dialogs(within, false), ...(near ? dialogs(near, true) : [])];
}

const dialogs = (fields: Fields, near: boolean): readonly Example[] =>
  VERDICTS.flatMap(verdict =>
    fields.texts(verdict).map(text => ({ verdict, lines: linesOf(text), ...(near && { near }) })),
  );

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map(line => line.trim())
    .filter(Boolean);
