import type { Written } from "../../model/index.js";
import { dateIn } from "./cells.js";
import { momentOf } from "./chat-time.js";
import { get, isObject, num } from "./json.js";
import { namesIn } from "./names-in.js";
import { clock, endAfter, millis, seconds, span } from "./times.js";

/** The times of a turn, and one that was written and cannot be read. */
export interface TurnTimes extends Pick<Written, "start" | "end" | "at"> {
  /** Milliseconds since 1970 at which it ends, where the end is a date too. */
  readonly until?: number;
  readonly lost?: unknown;
}

const NONE: TurnTimes = {};
const STARTS = namesIn(`
  start start_time startTime begin begin_time beginTime offset time_in_call secondsFromStart start_offset
  startSec start_sec start_seconds snippet_time from_time ts
`);
const ENDS = namesIn("end end_time endTime stop end_sec endSec end_seconds end_ts to_time");
const MOMENTS = namesIn(`
  at timestamp created_at createdAt time date created createdOn created_on createdTime created_time
  createdDateTime dateCreated date_created datetime sent_at sentAt sentOn sent_on sentTime timestamp_ms timestampMs
  time_stamp timeStamp messageTime message_time @timestamp absoluteTime AbsoluteTime absolute_time
`);
const START_MS = namesIn(`
  start_ms startMs startTimeMs start_time_ms begin_ms beginMs startOffset startOffsetMillis offsetMs offset_ms
  beginOffsetMillis start_millis startMillis from_ms
`);
const END_MS = namesIn(
  "end_ms endMs endTimeMs end_time_ms endOffset endOffsetMillis end_millis endMillis to_ms",
);
const LENGTHS = ["duration", "length"] as const;
const LENGTHS_MS = ["duration_ms", "durationMs", "durationMillis"] as const;
/** Where the times stand in an object of their own, or in a pair. */
const INSIDE = ["instances", "time", "timing", "timestamp", "timestamps", "interval", "duration"] as const;

/** All keys whose bare numbers are seconds, unless the whole list says otherwise. */
export const BARE_KEYS: readonly string[] = [...STARTS, ...ENDS];

/** Seconds since 1970 from here on (2001); no offset is as long. */
const EPOCH = 1e9;
/** A day in seconds: a plain number below it is an offset, whatever else a number could be. */
const DAY = 86_400;

/** Times by our own names, else by those that others use: seconds, clocks, dates, milliseconds where the name says so. `unit` is how many milliseconds a bare number counts. */
export function timesOf(turn: unknown, unit = 1_000): TurnTimes {
  if (!isObject(turn)) return NONE;
  const { start, end } = turn;
  // The shape of nearly every turn, without a look at the other names.
  if (isOffset(start, unit) && isOffset(end, unit))
    return { start: Math.round(start * unit), end: Math.round(end * unit) };
  return anyTimesOf(turn, unit);
}

function isOffset(value: unknown, unit: number): value is number {
  return typeof value === "number" && value >= 0 && value * unit < DAY * 1_000;
}

function anyTimesOf(turn: Readonly<Record<string, unknown>>, unit: number): TurnTimes {
  const begin = first(turn, STARTS);
  const stop = first(turn, ENDS);
  const moment = first(turn, MOMENTS);
  const at = date(moment) ?? date(begin);
  const start =
    offset(begin, unit) ??
    millis(first(turn, START_MS)) ??
    (at === undefined ? offset(moment, unit) : undefined);
  const end = offset(stop, unit) ?? millis(first(turn, END_MS)) ?? endAfter(start, lengthIn(turn, unit));
  const until = date(stop);
  const lost = lostIn([begin, start ?? at], [stop, end ?? until], [moment, at ?? start]);
  const inner = start === undefined && at === undefined ? insideTimes(turn, unit) : undefined;
  if (inner !== undefined) return inner;
  return {
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(at !== undefined && { at }),
    ...(at !== undefined && end === undefined && until !== undefined && { until }),
    ...(lost !== undefined && { lost }),
  };
}

/** `instances: [{start, end}]`, `time: {start, end}`, `timestamp: [0.5, 2]`. */
function insideTimes(turn: Readonly<Record<string, unknown>>, unit: number): TurnTimes | undefined {
  for (const key of INSIDE) {
    const value = turn[key];
    if (!Array.isArray(value)) {
      if (isObject(value)) return anyTimesOf(value, unit);
    } else if (isObject(value[0])) return anyTimesOf(value[0], unit);
    else if (value.length === 2) return anyTimesOf({ start: value[0], end: value[1] }, unit);
  }
  return undefined;
}

/** A date however it is written; a day alone is no moment, and a number below these is an offset. */
function date(value: unknown): number | undefined {
  const amount = num(value);
  if (amount !== undefined) return amount >= EPOCH ? momentOf(amount) : undefined;
  if (typeof value !== "string" || value.length > 60 || !value.includes(":")) return undefined;
  return momentOf(value) ?? dateIn(value);
}

/** How long a turn takes, where it says so in place of its end. */
function lengthIn(turn: Readonly<Record<string, unknown>>, unit: number): number | undefined {
  return millis(first(turn, LENGTHS_MS)) ?? scaled(first(turn, LENGTHS), unit);
}

/** Seconds or a clock, but no date. */
function offset(value: unknown, unit: number): number | undefined {
  if (value === undefined || date(value) !== undefined) return undefined;
  return scaled(value, unit) ?? (typeof value === "string" ? (clock(value) ?? span(value)) : undefined);
}

function scaled(value: unknown, unit: number): number | undefined {
  return unit === 1_000 ? seconds(value) : millis(value);
}

function first(turn: unknown, keys: readonly string[]): unknown {
  for (const key of keys) {
    const written = get(turn, key);
    const value = isObject(written) ? written.$date : written;
    if (value !== undefined && value !== null && value !== "" && typeof value !== "object") return value;
  }
  return undefined;
}

function lostIn(...pairs: readonly (readonly [unknown, number | undefined])[]): unknown {
  for (const [written, read] of pairs) if (written !== undefined && read === undefined) return written;
  return undefined;
}
