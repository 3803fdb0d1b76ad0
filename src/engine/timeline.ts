import type { Conversation, Written } from "../model/index.js";

/** Rows on one clock, in order, and when that clock began. */
export interface Timeline<T extends Written> {
  readonly rows: readonly T[];
  /** Milliseconds since 1970 (UTC). */
  readonly startedAt?: number;
  /** How many times could not be. */
  readonly impossible: number;
}

/** A start on the wall clock that lies further before the first row than this belongs to something else. */
const DAY = 24 * 3_600_000;

/** Makes wall-clock times relative, drops times that cannot be, and sorts by start where every row has one. */
export function timelineOf<T extends Written>(rows: readonly T[], { startedAt }: Conversation): Timeline<T> {
  const zero = zeroOf(rows, startedAt);
  let impossible = 0;
  const placed = rows.map(row => {
    const times = timesOf(row, zero);
    if (times.impossible) impossible++;
    return times.row;
  });
  const begun = startedAt ?? zero;
  return { rows: sorted(placed), ...(begun !== undefined && { startedAt: begun }), impossible };
}

/** The export's own start where the first row follows it within a day, else the first row's moment. */
function zeroOf(rows: readonly Written[], startedAt: number | undefined): number | undefined {
  let first = Number.POSITIVE_INFINITY;
  for (const { at } of rows) if (at !== undefined && Number.isFinite(at) && at < first) first = at;
  if (first === Number.POSITIVE_INFINITY) return undefined;
  return startedAt !== undefined && startedAt <= first && first - startedAt <= DAY ? startedAt : first;
}

function timesOf<T extends Written>(
  row: T,
  zero: number | undefined,
): { readonly row: T; readonly impossible: boolean } {
  if (row.at === undefined && row.start === undefined && row.end === undefined)
    return { row, impossible: false };
  const { at, start: from, end: to, ...rest } = row;
  const start = whole(from ?? (at === undefined || zero === undefined ? undefined : at - zero));
  const last = whole(to);
  const end = last !== undefined && start !== undefined && last < start ? undefined : last;
  const impossible =
    (to !== undefined && end === undefined) || ((from ?? at) !== undefined && start === undefined);
  return {
    row: {
      ...rest,
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
    } as unknown as T,
    impossible,
  };
}

function whole(ms: number | undefined): number | undefined {
  if (ms === undefined || !Number.isFinite(ms) || ms < 0) return undefined;
  const rounded = Math.round(ms);
  return Number.isSafeInteger(rounded) ? rounded : undefined;
}

/** Stable, so that rows of one moment stay as written. */
function sorted<T extends Written>(rows: readonly T[]): readonly T[] {
  let last = 0;
  let ordered = true;
  for (const { start } of rows) {
    if (start === undefined) return rows;
    if (start < last) ordered = false;
    last = start;
  }
  return ordered ? rows : [...rows].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}
