import { momentOf } from "./chat-time.js";
import { num } from "./json.js";
import { clock, dateOrOffset, instant } from "./times.js";

/** When a row was said, as its cells tell: an offset, or a moment of the calendar. */
export interface When {
  readonly start?: number;
  readonly at?: number;
}

/** A cell with a time: "00:01:02.5", "2026-03-02 10:20:30", "03/14/2026 10:05 PM", seconds or milliseconds. */
export function timeIn(cell: string, unit: "ms" | "s"): When {
  const bare = cell.trim();
  if (bare === "" || bare.length > 60) return {};
  const offset = clock(bare);
  if (offset !== undefined) return { start: offset };
  const at = instant(bare) ?? civil(bare) ?? momentOf(bare) ?? tweeted(bare);
  if (at !== undefined) return { at };
  const amount = amountIn(bare);
  if (amount === undefined || amount < 0) return {};
  if (amount >= 1e9 && Number.isInteger(amount)) return dateOrOffset(amount);
  return { start: Math.round(unit === "s" ? amount * 1_000 : amount) };
}

/** A date with a day in it as people write it: "3/14/2026 10:05 PM"; a clock alone is none. */
export function dateIn(cell: string): number | undefined {
  return (
    instant(cell.trim()) ??
    tweeted(cell.trim()) ??
    (/\d[/.]\d{1,2}[/.]\d/.test(cell) ? civil(cell.trim()) : undefined)
  );
}

/** "Tue Oct 31 22:10:47 +0000 2017", as Twitter and C write dates. */
function tweeted(text: string): number | undefined {
  const [, month, day, clock, zone = "+0000", year] = TWEETED.exec(text) ?? [];
  return clock === undefined ? undefined : momentOf(`${day} ${month} ${year} ${clock} ${zone}`);
}

const TWEETED = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d)(?: ([+-]\d{4}))? (\d{4})$/;

/** A number, also with a decimal comma. */
export function amountIn(cell: string): number | undefined {
  return num(cell) ?? num(/^\s*\d{1,12},\d{1,9}\s*$/.test(cell) ? cell.replace(",", ".") : undefined);
}

const CIVIL =
  /^(?:(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d),?\s)?\s?(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.]\d{1,6})?\s?([ap])?\.?m?\.?$/i;

/** A date as people write it; day and month are told apart where one of them is past 12 or points part them (day first), else it is month first. Good for distances. */
function civil(text: string): number | undefined {
  const parts = CIVIL.exec(text);
  if (!parts) return undefined;
  const [, a = "1", mark, b = "1", year = "1970", h = "0", mi = "0", s = "0", half] = parts;
  const dayFirst = Number(a) > 12 || (mark === "." && Number(b) <= 12);
  const [month, day] = dayFirst ? [Number(b), Number(a)] : [Number(a), Number(b)];
  const hour = (Number(h) % (half ? 12 : 24)) + (half?.toLowerCase() === "p" ? 12 : 0);
  const full = year.length === 2 ? 2_000 + Number(year) : Number(year);
  const ms = Date.UTC(full, month - 1, day, hour, Number(mi), Number(s));
  return Number.isSafeInteger(ms) && month <= 12 ? ms : undefined;
}

/** Rows of a second or more apart on average, in whole numbers past this, are counted in milliseconds. */
const MS_STEP = 400;

/** The unit of a column of bare numbers: seconds where any has a fraction, else by how far apart the rows are. */
export function unitAmong(cells: readonly string[]): "ms" | "s" {
  const amounts = cells.map(amountIn).filter(amount => amount !== undefined);
  if (amounts.length === 0 || amounts.some(amount => !Number.isInteger(amount))) return "s";
  const [low, high] = amounts.reduce(
    ([low, high], n) => [Math.min(low, n), Math.max(high, n)],
    [amounts[0] ?? 0, 0],
  );
  return (high - low) / Math.max(1, amounts.length - 1) >= MS_STEP ? "ms" : "s";
}
