import { date } from "../shared/times.js";

/** A time as a line shows it, which only the others of the text tell to be an offset or a time of day. */
export interface Stamp {
  /** Read as hours, minutes, seconds; two parts are minutes and seconds. */
  readonly ms: number;
  readonly parts: 2 | 3;
  /** "10:05 AM", or with a date. */
  readonly ofDay: boolean;
  /** Milliseconds since 1970, where a date stands before it. */
  readonly at?: number;
}

/** Source of an expression for one time, with a date or AM/PM if the text has them. */
export const STAMP = String.raw`(?:\d{4}-\d\d-\d\d[T ,]{1,2})?\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?(?:Z|[+-]\d\d:\d\d)?`;

const PARTS =
  /^(?:(\d{4}-\d\d-\d\d)[T ,]{1,2})?(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?\s?(?:([AaPp])\.?\s?[Mm]\.?)?(Z|[+-]\d\d:\d\d)?$/;

/** Reads what `STAMP` matched; undefined for 10:75. */
export function stampOf(text: string): Stamp | undefined {
  const match = PARTS.exec(text.trim());
  if (match === null) return undefined;
  const [, day, first, second = "0", third = "0", fraction = "0", half, zone] = match;
  if (Number(third) > 59 || (first !== undefined && Number(second) > 59)) return undefined;
  // "10:05 AM" has hours first, "10:05" may have minutes.
  const hoursFirst = first === undefined && (half !== undefined || day !== undefined);
  const [hours, minutes, seconds] = hoursFirst ? [second, third, "0"] : [first ?? "0", second, third];
  const afternoon =
    half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const ms =
    ((afternoon * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 +
    Math.round(Number(`0.${fraction}`) * 1_000);
  const at = day === undefined ? undefined : date(`${day}T00:00:00${zone ?? "Z"}`);
  return {
    ms,
    parts: first === undefined && !hoursFirst ? 2 : 3,
    ofDay: half !== undefined || day !== undefined,
    ...(at !== undefined && { at: at + ms }),
  };
}

/** Before six in the morning nobody chats, and after an hour no call begins. */
const CALL_BEGINS = 3_600_000;
const MINUTES_BEGIN = 5 * 60_000;
const DAY = 24 * 3_600_000;

/** What the times of a text are: offsets from the start, or times of day, by AM/PM, dates and where the first stands. */
export function areOfDay(stamps: readonly Stamp[]): boolean {
  const [first] = stamps;
  if (first === undefined) return false;
  if (stamps.some(({ ofDay }) => ofDay)) return true;
  return first.parts === 3
    ? first.ms >= CALL_BEGINS
    : first.ms >= MINUTES_BEGIN && stamps.every(({ ms }) => ms < DAY / 60);
}

/** Times of day → milliseconds from the first, past midnight too; "14:03" is hours and minutes there. */
export function sinceFirst(stamps: readonly Stamp[]): (stamp: Stamp) => number {
  const scale = ({ ms, parts }: Stamp) => (parts === 2 ? ms * 60 : ms);
  const zero = stamps[0] === undefined ? 0 : scale(stamps[0]);
  return stamp => (scale(stamp) - zero + DAY) % DAY;
}
