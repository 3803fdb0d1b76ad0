import { millis, span } from "./times.js";

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?)? ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;
const RFC =
  /^(?:[A-Za-z]{3,9},? {1,2})?(\d{1,2}) ([A-Za-z]{3})[a-z]{0,6} (\d{4}),? (\d\d?):(\d\d)(?::(\d\d))? ?\(?([+-]\d{4}|[A-Z]{1,4})?/;
const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

/** Years outside these are no date of a conversation, but a number that only looks like one. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
/** No conversation takes longer than ten years. */
const LONGEST = 3.2e11;

/**
 * A date and time as milliseconds since 1970: ISO 8601, RFC 2822, or a number whose size tells seconds,
 * milliseconds and microseconds apart. A text without a zone is taken as UTC, so that no machine's own zone shows.
 */
export function momentOf(value: unknown): number | undefined {
  if (typeof value === "number") return momentOfNumber(value);
  if (typeof value !== "string" || value.length > 80) return undefined;
  const text = value.trim();
  if (/^\d{9,17}(?:\.\d{1,9})?$/.test(text)) return momentOfNumber(Number(text));
  return momentOfIso(text) ?? momentOfRfc(text);
}

/** Milliseconds of a zone such as "Z", "+0200" or "-05:00"; 0 where none is written. */
export function zoneOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone ?? "") ?? [];
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === "-" ? -offset : offset;
}

/** Index of a month by the first three letters of its English name; -1 where there is none. */
export function monthOf(name: string): number {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at >= 0 && at % 3 === 0 && name.length >= 3 ? at / 3 : -1;
}

/** A date of numbers as milliseconds since 1970; undefined where no calendar has it. */
export function dateOf(
  year: number,
  month: number,
  day: number,
  ...clock: readonly number[]
): number | undefined {
  const [hour = 0, minute = 0, second = 0, ms = 0] = clock;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
    return undefined;
  const moment = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  return moment >= EARLIEST && moment < LATEST ? moment : undefined;
}

function momentOfNumber(value: number): number | undefined {
  const size = Math.abs(value);
  const ms = size > 1e14 ? value / 1000 : size > 1e11 ? value : value * 1000;
  return ms >= EARLIEST && ms < LATEST ? Math.round(ms) : undefined;
}

function momentOfIso(text: string): number | undefined {
  // The form that nearly every export writes, and the one that the engine reads without a regular expression.
  if ((text.length === 24 || text.length === 20) && text.endsWith("Z") && text.charAt(10) === "T") {
    const moment = Date.parse(text);
    if (moment >= EARLIEST && moment < LATEST) return moment;
  }
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour = 0, minute = 0, second = 0, fraction = "0", zone] = match;
  const ms = Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
  const moment = dateOf(
    Number(year),
    Number(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    ms,
  );
  return moment === undefined ? undefined : moment - zoneOf(zone);
}

function momentOfRfc(text: string): number | undefined {
  const match = RFC.exec(text);
  if (match === null) return undefined;
  const [, day, month = "", year, hour, minute, second = 0, zone] = match;
  const clock = [Number(hour), Number(minute), Number(second)];
  const moment = dateOf(Number(year), monthOf(month) + 1, Number(day), ...clock);
  return moment === undefined ? undefined : moment - zoneOf(zone);
}

/** A length of time in milliseconds: a number of them, an ISO 8601 duration, or an object that names its unit. */
export function lengthOf(value: unknown): number | undefined {
  if (typeof value === "number") return value >= 0 && value < LONGEST ? Math.round(value) : undefined;
  if (typeof value === "string") return lengthOf(span(value) ?? millis(value));
  if (typeof value !== "object" || value === null) return undefined;
  const {
    milliseconds,
    millis: short,
    seconds,
    nanos = 0,
    nano = nanos,
  } = value as Readonly<Record<string, unknown>>;
  return lengthOf(Number(milliseconds ?? short ?? Number(seconds) * 1000 + Number(nano) / 1e6));
}
