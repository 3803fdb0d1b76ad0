import type { Written } from "../model/index.js";

/** Fields that are still being filled in. */
export type Open<T> = { -readonly [K in keyof T]: T[K] };

/** A start on the wall clock that lies further before the first row than this belongs to something else. */
const DAY = 24 * 3_600_000;

/** The moment that counts as 0: the export's own start where the first row follows it within a day, else the first row's. */
export function zeroOf(rows: readonly Written[], startedAt: number | undefined): number | undefined {
  let first = Number.POSITIVE_INFINITY;
  for (const { at } of rows) if (at !== undefined && Number.isFinite(at) && at < first) first = at;
  if (first === Number.POSITIVE_INFINITY) return undefined;
  return startedAt !== undefined && startedAt <= first && first - startedAt <= DAY ? startedAt : first;
}

/** Puts a row's times on the conversation's clock; false where one of them cannot be, and is left out. */
export function setTimes(into: Open<Written>, row: Written, zero: number | undefined): boolean {
  const { at, start: from, end: to } = row;
  if (from === undefined && to === undefined && at === undefined) return true;
  const begun = from ?? (at === undefined || zero === undefined ? undefined : at - zero);
  const start = begun === undefined ? undefined : whole(begun);
  const last = to === undefined ? undefined : whole(to);
  const end = last !== undefined && start !== undefined && last < start ? undefined : last;
  if (start !== undefined) into.start = start;
  if (end !== undefined) into.end = end;
  return (to === undefined || end !== undefined) && ((from ?? at) === undefined || start !== undefined);
}

function whole(ms: number): number | undefined {
  const rounded = Math.round(ms);
  return rounded >= 0 && Number.isSafeInteger(rounded) ? rounded : undefined;
}

/** Rows by start where every row has one; stable, so that rows of one moment stay as written. */
export function inOrder<T extends Written>(rows: readonly T[]): readonly T[] {
  let last = 0;
  let ordered = true;
  for (const { start } of rows) {
    if (start === undefined) return rows;
    if (start < last) ordered = false;
    last = start;
  }
  return ordered ? rows : [...rows].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}
