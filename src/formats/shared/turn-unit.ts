import type { Complaint } from "../../model/index.js";
import { isObject, num } from "./json.js";
import { textKey, wordsIn } from "./turn-text.js";
import { BARE_KEYS } from "./turn-times.js";

/** The unit of bare numbers in a list of turns, in milliseconds, and what is to be said of it. */
export interface Unit {
  readonly unit: 1 | 1_000;
  readonly note?: Omit<Complaint, "line">;
}

/** Bare numbers are seconds. */
export const SECONDS: Unit = { unit: 1_000 };
/** Enough turns to tell. */
const SAMPLE = 2_000;
/** Whole numbers that mostly lie closer than this are seconds, or too few milliseconds to matter. */
const STEP = 400;
/**
 * Words a second. People speak two or three while they speak (Yuan, Liberman, Cieri 2006), and with the silences between them hardly less than
 * one in ten; milliseconds taken for seconds give a thousandth of that. More than ten a
 * second nobody says.
 */
const SLOWEST = 0.05;
const FASTEST = 10;

/** Seconds, as our own list has them, unless that would make everybody speak a thousand times too slowly. */
export function unitOf(turns: readonly unknown[]): Unit {
  const sample = turns.slice(0, SAMPLE).filter(isObject);
  const key = BARE_KEYS.find(name =>
    sample.some(turn => typeof turn[name] === "number" || num(turn[name]) !== undefined),
  );
  if (key === undefined) return SECONDS;
  const starts = sample.map(turn => num(turn[key])).filter(start => start !== undefined);
  if (!starts.every(Number.isInteger) || medianStep(starts) < STEP) return SECONDS;
  const span = Math.max(...starts) - Math.min(...starts);
  // Since 1970: a date tells its unit itself.
  if (starts.some(start => start >= 1e9)) return SECONDS;
  const words = sample.reduce((sum, turn) => sum + wordCount(turn), 0);
  if (words / span >= SLOWEST || words / span > FASTEST / 1_000) return SECONDS;
  const message = `Unexpected whole numbers such as ${starts.at(-1)} in \`${key}\`, expected seconds; taken as milliseconds, since nobody speaks ${words} words in ${span} s`;
  return { unit: 1, note: { code: "assumed-unit", message, effect: "note" } };
}

/** How far apart turns are, and the first from the beginning, one long wait or another aside; 0 where one distance is all there is. */
function medianStep(starts: readonly number[]): number {
  const sorted = [...starts].sort((a, b) => a - b);
  const steps = sorted.map((start, index) => start - (sorted[index - 1] ?? 0)).slice(sorted[0] === 0 ? 1 : 0);
  return steps.length < 2 ? 0 : (steps.sort((a, b) => a - b)[Math.floor((steps.length - 1) / 2)] ?? 0);
}

function wordCount(turn: Readonly<Record<string, unknown>>): number {
  const key = textKey(turn);
  return key === undefined ? 0 : wordsIn(turn[key]).split(/\s+/).length;
}
