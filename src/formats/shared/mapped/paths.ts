import { isObject, said } from "../json.js";

/** The way to a value: keys, one inside the other. Lists on the way are gone through; a number picks one of them. */
export type Path = readonly string[];

/** «data.turns» → its keys; "." is the value itself. */
export function pathOf(written: string): Path {
  const bare = written.trim().replace(/^\$\.?/, "");
  return bare === "." || bare === "" ? [] : bare.split(".").map(key => key.replace(/\[\]$/, ""));
}

/** Most values that a path may lead to. */
const MOST = 1_000_000;

/** All values that a path leads to, in order. Keys are the object's own: nothing is inherited. */
export function valuesAt(from: unknown, path: Path): readonly unknown[] {
  let values: readonly unknown[] = [from];
  for (const key of path) {
    values = values.flatMap(value => inside(value, key));
    if (values.length > MOST) return values.slice(0, MOST);
  }
  return values;
}

function inside(value: unknown, key: string): readonly unknown[] {
  if (Array.isArray(value)) {
    if (/^\d{1,7}$/.test(key)) return Number(key) < value.length ? [value[Number(key)]] : [];
    return value.flatMap(item => (Array.isArray(item) ? [] : inside(item, key)));
  }
  return isObject(value) && Object.hasOwn(value, key) ? [value[key]] : [];
}

/** The list of things that a path leads to: a list is taken apart, a single thing is a list of one. */
export function listAt(from: unknown, path: Path): readonly unknown[] {
  return valuesAt(from, path).flatMap(value => (Array.isArray(value) ? value : [value]));
}

/** The first value at a path as text: itself, the words of an XML element, the name of a person. */
export function textAt(from: unknown, path: Path | undefined): string | undefined {
  if (path === undefined) return undefined;
  for (const value of valuesAt(from, path)) {
    const text = wordsOf(value);
    if (text !== undefined) return text;
  }
  return undefined;
}

function wordsOf(value: unknown): string | undefined {
  if (isObject(value)) return said(value["#text"]) ?? said(value.name);
  return typeof value === "boolean" ? String(value) : said(value);
}
