import { neutral } from "../characters.js";
import { tagOf } from "./tag.js";

const clean = (_: string, value: unknown): unknown => {
  if (typeof value === "string") return neutral(value);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  if (Object.keys(value).every(key => neutral(key) === key)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [neutral(key), inner]));
};

/** Already written, and nothing in it acts: Western letters and marks, and no escape but those of quotes, line feeds and tabs. */
const PLAIN = /^(?:[\x20-\x5B\x5D-\x7E\xA1-\xAC\xAE-\u02FF\u2010-\u2027\u2030-\u205E]|\\["\\nt])*$/;

/** Past this the expression runs out of stack. */
const LONG = 1_000_000;

/** A value as JSON on one line, every string and key neutral; keys stand in the order given. */
export function toJson(value: unknown): string {
  const written = JSON.stringify(value) ?? "null";
  return written.length < LONG && PLAIN.test(written) ? written : JSON.stringify(value, clean);
}

/** What a terminal or an editor might act on, and everything else that is not ASCII. */
const BEYOND = /[\u007F-\uFFFF]/g;

/** A value as JSON in ASCII alone: nothing in it acts, and it comes back as it was, to the last character. */
export function exactJson(value: unknown): string {
  return JSON.stringify(value).replace(
    BEYOND,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A string that needs neither escape nor neutralising. */
const BARE = /^[\x20\x21\x23-\x5B\x5D-\x7E\xA1-\xAC\xAE-\u02FF\u2010-\u2027\u2030-\u205E]*$/;

/** A text as a JSON string, neutral; what `toJson` makes of it, for reports written a million times. */
export function jsonText(text: string): string {
  return BARE.test(text) ? `"${text}"` : JSON.stringify(neutral(text));
}

/** Strings that come back with every transcript: the words of checklists, not of conversations. */
const fixed = new Map<string, string>();
const MOST_FIXED = 4_096;

/** The same for a text that comes back again and again. */
export function jsonWord(text: string): string {
  let written = fixed.get(text);
  if (written === undefined) {
    written = jsonText(text);
    if (fixed.size < MOST_FIXED) fixed.set(text, written);
  }
  return written;
}

/** Tagged template for JSON: each value becomes a JSON string. */
export const json = tagOf(toJson);
