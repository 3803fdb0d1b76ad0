import { clockOf } from "../shared/chat-stamps.js";
import { dateOf } from "../shared/chat-time.js";
import type { Head } from "./head.js";

/** In which order the numbers of a date stand. */
export type Order = "ymd" | "dmy" | "mdy";

type Dated = Pick<Head, "date" | "separator" | "american">;

/**
 * The order of day and month in a whole export: what a number above 12 allows; else the one in which time runs forward;
 * else, unsure, what the marks suggest.
 */
export function dateOrder(heads: readonly (Dated & Head)[]): {
  readonly order: Order;
  readonly sure: boolean;
} {
  if (heads.some(({ date: [year] }) => year > 31)) return { order: "ymd", sure: true };
  const daysFirst = heads.some(({ date: [a] }) => a > 12);
  const daysSecond = heads.some(({ date: [, b] }) => b > 12);
  if (daysFirst !== daysSecond) return { order: daysFirst ? "dmy" : "mdy", sure: true };
  const back = { dmy: stepsBack(heads, "dmy"), mdy: stepsBack(heads, "mdy") };
  if (back.dmy !== back.mdy) return { order: back.dmy < back.mdy ? "dmy" : "mdy", sure: true };
  const american = heads.some(head => head.american && head.separator === "/");
  return {
    order: american ? "mdy" : "dmy",
    sure: american || heads.every(({ separator }) => separator === "."),
  };
}

function stepsBack(heads: readonly Head[], order: Order): number {
  let steps = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const head of heads) {
    const moment = momentIn(head, order) ?? last;
    if (moment < last) steps += 1;
    last = moment;
  }
  return steps;
}

/** The moment of a message, the telephone's zone taken as UTC; undefined for a date that no calendar has. */
export function momentIn(
  { date: [a, b, c], hour, minute, second, half }: Head,
  order: Order,
): number | undefined {
  const [year, month, day] = order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
  const midnight = dateOf(year < 100 ? 2000 + year : year, month, day);
  return midnight === undefined ? undefined : midnight + clockOf(hour, minute, second, half);
}
