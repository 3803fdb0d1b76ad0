import type { Written } from "../../model/index.js";
import { get, isObject } from "./json.js";
import { clock, date, millis, seconds } from "./times.js";

/** The times of a turn, and one that was written and cannot be read. */
export interface TurnTimes extends Pick<Written, "start" | "end" | "at"> {
  readonly lost?: unknown;
}

const NONE: TurnTimes = {};
const STARTS = [
  "start",
  "start_time",
  "startTime",
  "begin",
  "offset",
  "time_in_call",
  "secondsFromStart",
] as const;
const ENDS = ["end", "end_time", "endTime", "stop"] as const;
const MOMENTS = ["at", "timestamp", "created_at", "createdAt", "time", "date"] as const;
const START_MS = [
  "start_ms",
  "startMs",
  "startTimeMs",
  "begin_ms",
  "beginMs",
  "startOffset",
  "startOffsetMillis",
  "offsetMs",
] as const;
const END_MS = ["end_ms", "endMs", "endTimeMs", "endOffset", "endOffsetMillis"] as const;

/** A day in seconds: a plain number below it is an offset, whatever else a number could be. */
const DAY = 86_400;

/** Times by our own names, else by those that others use: seconds, clocks, dates, milliseconds where the name says so. */
export function timesOf(turn: unknown): TurnTimes {
  if (!isObject(turn)) return NONE;
  const { start, end } = turn;
  // The shape of nearly every turn, without a look at the other names.
  if (isOffset(start) && isOffset(end))
    return { start: Math.round(start * 1_000), end: Math.round(end * 1_000) };
  return anyTimesOf(turn);
}

function isOffset(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < DAY;
}

function anyTimesOf(turn: Readonly<Record<string, unknown>>): TurnTimes {
  const begin = first(turn, STARTS);
  const stop = first(turn, ENDS);
  const moment = first(turn, MOMENTS);
  const at = date(moment) ?? date(begin);
  const start =
    offset(begin) ?? millis(first(turn, START_MS)) ?? (at === undefined ? offset(moment) : undefined);
  const end = offset(stop) ?? millis(first(turn, END_MS));
  const lost = lostIn([begin, start ?? at], [stop, end ?? date(stop)], [moment, at ?? start]);
  return {
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(at !== undefined && { at }),
    ...(lost !== undefined && { lost }),
  };
}

/** Seconds or a clock, but no date. */
function offset(value: unknown): number | undefined {
  if (value === undefined || date(value) !== undefined) return undefined;
  return seconds(value) ?? (typeof value === "string" ? clock(value) : undefined);
}

function first(turn: unknown, keys: readonly string[]): unknown {
  for (const key of keys) {
    const value = get(turn, key);
    if (value !== undefined && value !== null && value !== "") return value;
  }
  return undefined;
}

function lostIn(...pairs: readonly (readonly [unknown, number | undefined])[]): unknown {
  for (const [written, read] of pairs) if (written !== undefined && read === undefined) return written;
  return undefined;
}
