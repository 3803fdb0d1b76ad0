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

/** Tagged template for JSON: each value becomes a JSON string. */
export const json = tagOf(toJson);
