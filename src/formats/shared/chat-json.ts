import { defined } from "./defined.js";
import { isObject, list } from "./json.js";

/** An object of parsed JSON; keys that depend on the input are looked up in a Map instead. */
export type Json = Readonly<Record<string, unknown>>;

const NOTHING: Json = Object.freeze(Object.create(null));

/** The value as an object; an empty one where it is anything else. */
export function objectOf(value: unknown): Json {
  return isObject(value) ? value : NOTHING;
}

/** The objects of an array, whatever else lies among them. */
export function objectsOf(value: unknown): readonly Json[] {
  return list(value).filter(isObject);
}

/** The value as text: strings and numbers; "" where it is anything else. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" && Number.isFinite(value) ? String(value) : "";
}

/** The first of the values that is a text with something in it; "" where none is. */
export function firstText(...values: readonly unknown[]): string {
  for (const value of values) {
    const text = textOf(value);
    if (text.trim() !== "") return text;
  }
  return "";
}

/** Whether some of the first items of a list are objects that pass the test; enough to recognise a list by. */
export function startsLike(value: unknown, test: (item: Json) => boolean): boolean {
  const items = list(value);
  for (let index = 0; index < 5 && index < items.length; index += 1) {
    const item = items[index];
    if (isObject(item) && test(item)) return true;
  }
  return false;
}

/** Named facts, those without a text left out; undefined where none is left. */
export function factsOf(
  facts: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> | undefined {
  const kept: Record<string, string> = {};
  let any = false;
  for (const name of Object.keys(facts)) {
    const value = textOf(facts[name]).trim();
    if (value === "") continue;
    kept[name] = value;
    any = true;
  }
  return any ? kept : undefined;
}

/** The fields that have a value, so that an optional field is left out and never set to undefined. */
export function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return defined(fields) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
