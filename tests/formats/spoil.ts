/** A copy of a JSON value with one wound: the n-th value inside it made null, another type, a string, negative, or taken out. */
export function spoil(value: unknown, place: number, kind: number): unknown {
  const total = count(value);
  let left = total === 0 ? 0 : place % total;
  const walk = (each: unknown): unknown => {
    if (left === 0) {
      left -= 1;
      return wound(each, kind);
    }
    left -= 1;
    if (Array.isArray(each)) return each.map(walk).filter(inner => inner !== GONE);
    if (typeof each !== "object" || each === null) return each;
    return Object.fromEntries(Object.entries(each).flatMap(([key, inner]) => keep(key, walk(inner))));
  };
  const hurt = walk(value);
  return hurt === GONE || typeof hurt !== "object" || hurt === null ? {} : hurt;
}

const GONE = Symbol("taken out");

function keep(key: string, value: unknown): readonly (readonly [string, unknown])[] {
  return value === GONE ? [] : [[key, value]];
}

function wound(value: unknown, kind: number): unknown {
  if (kind === 0) return null;
  if (kind === 1) return GONE;
  if (kind === 2) return typeof value === "number" ? String(value) : { value };
  if (kind === 3) return typeof value === "number" ? -value : [value];
  if (kind === 4) return typeof value === "string" ? 7 : "text";
  if (kind === 5) return typeof value === "number" ? 1e308 : true;
  if (kind === 6) return "NaN";
  return Array.isArray(value) ? [...value, null, [], value[0]] : "";
}

function count(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, each) => sum + count(each), 1);
}
