import { defined } from "./defined.js";
import { get, num } from "./json.js";

/** Past this a count of milliseconds is a date (3 March 1973), not an offset; the same in seconds from 10^9 on. */
const EPOCH_MS = 1e11;
const EPOCH_S = 1e9;

/** Seconds, as number or string, in whole milliseconds; undefined for what is no time. */
export function seconds(value: unknown): number | undefined {
  return scaled(value, 1_000);
}

/** Milliseconds, as number or string, made whole. */
export function millis(value: unknown): number | undefined {
  return scaled(value, 1);
}

/** Ticks of 100 ns (Azure) in whole milliseconds. */
export function ticks(value: unknown): number | undefined {
  return scaled(value, 1e-4);
}

function scaled(value: unknown, factor: number): number | undefined {
  const amount = num(value);
  if (amount === undefined || amount < 0) return undefined;
  const ms = Math.round(amount * factor);
  return Number.isSafeInteger(ms) ? ms + 0 : undefined;
}

/** A start and a length → an end; undefined where either is, or where it lies past all clocks. */
export function endAfter(start: number | undefined, length: number | undefined): number | undefined {
  if (start === undefined || length === undefined) return undefined;
  return Number.isSafeInteger(start + length) ? start + length : undefined;
}

const CLOCK = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,9}))?$/;

/** "1:02:03.5", "02:03,500" or "0:01" in milliseconds. */
export function clock(text: string): number | undefined {
  const usual = usualClock(text);
  if (usual !== undefined) return usual;
  const parts = text.length <= 40 ? CLOCK.exec(text.trim()) : null;
  if (!parts) return undefined;
  const [, h = "0", m = "0", s = "0", fraction = "0"] = parts;
  if (Number(s) > 59) return undefined;
  return (
    (Number(h) * 3_600 + Number(m) * 60 + Number(s)) * 1_000 + Math.round(Number(`0.${fraction}`) * 1_000)
  );
}

/** «01:02:03.500» without a regular expression: a caption file has two in each cue. */
function usualClock(text: string): number | undefined {
  const from = text.charCodeAt(0) === 32 ? 1 : 0;
  if (
    text.length < from + 12 ||
    text.length > from + 13 ||
    text.charCodeAt(from + 2) !== 58 ||
    text.charCodeAt(from + 5) !== 58
  )
    return undefined;
  const mark = text.charCodeAt(from + 8);
  if ((mark !== 46 && mark !== 44) || (text.length === from + 13 && text.charCodeAt(from + 12) !== 32))
    return undefined;
  const h = pair(text, from);
  const m = pair(text, from + 3);
  const s = pair(text, from + 6);
  const ms = pair(text, from + 9) * 10 + digit(text, from + 11);
  return s < 60 && h + m + s + ms >= 0 ? ((h * 60 + m) * 60 + s) * 1_000 + ms : undefined;
}

function pair(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

/** NaN for what is no digit, so that every sum with it fails. */
function digit(text: string, at: number): number {
  const code = text.charCodeAt(at) - 48;
  return code >= 0 && code <= 9 ? code : Number.NaN;
}

const SPAN = /^P(?:(\d{1,6})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,12}(?:\.\d{1,12})?)S)?)?$/;

/** An ISO 8601 duration ("PT1M2.3S") in milliseconds. */
export function span(value: unknown): number | undefined {
  if (typeof value !== "string" || value.length > 60 || value.length < 3) return undefined;
  const parts = SPAN.exec(value.trim());
  if (!parts) return undefined;
  const [, d = "0", h = "0", m = "0", s = "0"] = parts;
  return Math.round((Number(d) * 86_400 + Number(h) * 3_600 + Number(m) * 60 + Number(s)) * 1_000);
}

/** A Google duration, "0.500s", 1.5 or `{seconds: "12", nanos: 900000000}` (either may be absent), in milliseconds. */
export function duration(value: unknown): number | undefined {
  if (typeof value === "object" && value !== null) {
    const whole = get(value, "seconds");
    const nanos = get(value, "nanos");
    if (whole === undefined && nanos === undefined) return Object.keys(value).length === 0 ? 0 : undefined;
    return seconds((num(whole) ?? 0) + (num(nanos) ?? 0) / 1e9);
  }
  if (typeof value === "string" && value.endsWith("s")) return seconds(value.slice(0, -1));
  return seconds(value);
}

/** Milliseconds that may be a date or an offset: by magnitude. */
export function dateOrOffset(value: unknown): { readonly at?: number; readonly start?: number } {
  const amount = num(value);
  if (amount === undefined) return {};
  if (amount >= EPOCH_MS) return defined({ at: millis(amount) });
  if (amount >= EPOCH_S && Number.isInteger(amount)) return defined({ at: seconds(amount) });
  return defined({ start: millis(amount) });
}

const ISO =
  /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d\d:?(?:\d\d)?)?$/;

/** A date with time (ISO 8601 and near it) in milliseconds since 1970; without a zone it counts as UTC, for distances. */
export function instant(value: unknown): number | undefined {
  if (typeof value !== "string" || value.length > 60) return undefined;
  const parts = ISO.exec(value.trim());
  if (!parts) return undefined;
  const [, y, mo, d, h, mi, s = "0", fraction = "0", zone = "Z"] = parts;
  const local = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
  const ms = local + Math.round(Number(`0.${fraction}`) * 1_000) - shift(zone);
  return Number.isSafeInteger(ms) ? ms : undefined;
}

function shift(zone: string): number {
  if (zone === "Z" || zone === "UTC") return 0;
  const digits = zone.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || "0");
  return (zone.startsWith("-") ? -1 : 1) * minutes * 60_000;
}

/** A date however it is written: ISO, or a number of (milli)seconds since 1970. */
export function date(value: unknown): number | undefined {
  return instant(value) ?? dateOrOffset(value).at;
}
