import { neutral } from "../characters.js";
import { tagOf } from "./tag.js";

const clean = (_: string, value: unknown): unknown => {
  if (typeof value === "string") return neutral(value);
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  if (Object.keys(value).every(key => neutral(key) === key)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [neutral(key), inner]));
};

/** A value as JSON on one line, every string and key neutral; keys stand in the order given. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, clean) ?? "null";
}

/** Tagged template for JSON: each value becomes a JSON string. */
export const json = tagOf(toJson);
