import type { Signal, Turn } from "../../model/index.js";

/** What a customer's turn shows of how they feel, from 1 (content) to -3 (abusive words). */
export type Feeling = 1 | 0 | -1 | -2 | -3;

/** A feeling in words; they name what was said, never the person. */
export const FEELINGS: Readonly<Record<Feeling, string>> = {
  1: "content",
  0: "even",
  "-1": "unhappy",
  "-2": "hostile words",
  "-3": "abusive words",
};

const LEVELS: ReadonlyMap<string, Feeling> = new Map([
  ["customer-positive", 1],
  ["customer-negative", -1],
  ["customer-hostile", -2],
  ["customer-abusive", -3],
]);

/** The feeling of each customer turn, by the turn's index; the worst sign decides, nothing shown is even. */
export function feelingsOf(turns: readonly Turn[], signals: readonly Signal[]): ReadonlyMap<number, Feeling> {
  const feelings = new Map<number, Feeling>();
  for (const { index, role, kind } of turns)
    if (role === "customer" && kind === "speech") feelings.set(index, 0);
  for (const { detector, evidence } of signals) {
    const level = LEVELS.get(detector);
    if (level === undefined) continue;
    for (const { turn } of evidence) {
      const known = feelings.get(turn);
      if (known !== undefined) feelings.set(turn, known === 0 ? level : (Math.min(known, level) as Feeling));
    }
  }
  return feelings;
}
