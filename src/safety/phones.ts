import { type Context, contextOf } from "./context.js";
import type { Item } from "./digits.js";
import type { Range } from "./ranges.js";

/** A number as written in one piece, or single figures read out one after another. */
interface Unit {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  readonly single: boolean;
}

/** Telephone numbers among the items of a run that are no card. */
export function phonesIn(text: string, run: readonly Item[], before: string): readonly Range[] {
  if (run.reduce((figures, { digits }) => figures + digits.length, 0) < 7) return [];
  const units = unitsOf(text, run);
  const found: Range[] = [];
  for (let first = 0; first < units.length; ) {
    const count = startsWell(text, units, first) ? phoneFrom(text, units, first, before) : 0;
    if (count > 0) found.push(rangeOf(text, units, first, count));
    first += Math.max(1, count);
  }
  return found;
}

function unitsOf(text: string, run: readonly Item[]): readonly Unit[] {
  const units: Unit[] = [];
  for (const item of run) {
    const last = units.at(-1);
    const together = last?.single && item.single && !/[\n/()]/.test(text.slice(last.to, item.from));
    if (last && together)
      units[units.length - 1] = { ...last, digits: last.digits + item.digits, to: item.to };
    else units.push(item);
  }
  return units;
}

const TIGHT = /^ ?[-./()]{0,2} ?$/;

/** A telephone number begins where nothing hangs on to it: «978-0-306-40615-7» and «A1234567890» hold none. */
function startsWell(text: string, units: readonly Unit[], first: number): boolean {
  const { from } = units[first] as Unit;
  const previous = units[first - 1];
  if (previous !== undefined) return /[\s,/]/.test(text.slice(previous.to, from));
  return !/[\p{L}\p{N}][-/]$|\p{N}\.$|_$/u.test(text.slice(Math.max(0, from - 2), from));
}

/** The units from the first on that hang together, at most seventeen figures. */
function together(text: string, units: readonly Unit[], first: number): readonly Unit[] {
  const taken: Unit[] = [];
  let figures = 0;
  for (let i = first; i < units.length; i++) {
    const unit = units[i] as Unit;
    if (i > first && !TIGHT.test(text.slice((units[i - 1] as Unit).to, unit.from))) break;
    figures += unit.digits.length;
    if (figures > 17) break;
    taken.push(unit);
  }
  return taken;
}

/** How many units from the first on are a telephone number; 0 for none. */
function phoneFrom(text: string, units: readonly Unit[], first: number, before: string): number {
  const near = together(text, units, first);
  const { from, digits } = units[first] as Unit;
  const lead = text.slice(Math.max(0, from - 6), from);
  if (/\+ ?\(?$|plus $/i.test(lead)) return longest(near, 8, 15);
  const to = (near.at(-1) ?? (units[first] as Unit)).to;
  const context: Context = contextOf(text, from, to, before);
  if (context === "other") return 0;
  const glued = /[\p{L}\p{N}]$/u.test(lead);
  const north = northAmerican(text, near, glued, context);
  if (north > 0 || glued) return north;
  if (/^00[1-9]/.test(digits)) return longest(near, 10, 17);
  if (/^0[1-9]/.test(digits)) {
    const count = longest(near, context === "phone" ? 9 : 10, 11);
    if (count > 0) return count;
  }
  return context === "phone" ? longest(near, 7, 15) : 0;
}

/** The most units whose figures together are at least and at most so many. */
function longest(units: readonly Unit[], least: number, most: number): number {
  let figures = 0;
  let count = 0;
  for (const [i, unit] of units.entries()) {
    figures += unit.digits.length;
    if (figures >= least && figures <= most) count = i + 1;
  }
  return count;
}

const AREA = /^[2-9]\d\d[2-9]\d{6}$/;

/** (555) 555-0123, 555.555.0123, 5555550123, 1-800-555-0199 and 555-0123. */
function northAmerican(text: string, units: readonly Unit[], glued: boolean, context: Context): number {
  const skip = units[0]?.digits === "1" && units.length > 1 ? 1 : 0;
  const [a, b, c] = units.slice(skip);
  if (a === undefined) return 0;
  const sizes = units.slice(skip, skip + 3).map(unit => unit.digits.length);
  const gap = b === undefined ? "" : text.slice(a.to, b.from);
  const all = (count: number) =>
    units
      .slice(skip, skip + count)
      .map(unit => unit.digits)
      .join("");
  if (c !== undefined && sizes.join() === "3,3,4") return skip + 3;
  if (b !== undefined && /^(?:3,7|6,4)/.test(sizes.join()) && AREA.test(all(2))) return skip + 2;
  if (glued) return 0;
  const bare = a.digits.replace(/^1(?=\d{10}$)/, "");
  if (bare.length === 10 && AREA.test(bare)) return skip + 1;
  const local =
    b !== undefined &&
    /^3,4/.test(sizes.join()) &&
    /^[2-9]/.test(a.digits) &&
    (context === "phone" || gap === "-");
  return local && c === undefined && !/00.\d000/.test(text.slice(a.from, b.to)) ? skip + 2 : 0;
}

/** From the plus sign or bracket to the last figure. */
function rangeOf(text: string, units: readonly Unit[], first: number, count: number): Range {
  const { from } = units[first] as Unit;
  const { to } = units[first + count - 1] as Unit;
  const open = text[from - 1] === "(" && text.slice(from, to).includes(")") ? from - 1 : from;
  const plus = /(?:\(?\+ ?|plus )$/i.exec(text.slice(Math.max(0, open - 5), open))?.[0] ?? "";
  const shut = plus.startsWith("(") && !text.slice(from, to).includes(")");
  return [open - plus.length + (shut ? 1 : 0), to];
}
