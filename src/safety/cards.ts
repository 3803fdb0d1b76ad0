import type { Item } from "./digits.js";

/** Whether the last figure is the check figure of the others (Luhn). */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, twice = false; i >= 0; i--, twice = !twice) {
    const digit = digits.charCodeAt(i) - 48;
    sum += twice ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
  }
  return sum % 10 === 0;
}

/** First figures and lengths of the networks: Visa, Mastercard, Amex, Diners, Discover, JCB, UnionPay, Maestro, Mir, RuPay. */
const NETWORK =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|2720\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,16}|6\d{15,18}|35\d{14,17}|5[06-8]\d{14,17}|220[0-4]\d{12,15}|8[12]\d{14})$/;

/**
 * Card numbers among the items of a run: index of the first and last item of each, in order. A number of no known
 * network counts only where it stands alone and `elsewhere` does not say that it is an order, a device, a ticket.
 */
export function cardsIn(
  run: readonly Item[],
  elsewhere: (first: Item, last: Item) => boolean,
): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let first = 0; first < run.length; ) {
    const last = cardFrom(run, first, elsewhere);
    if (last !== undefined) found.push([first, last]);
    first = last === undefined ? first + 1 : last + 1;
  }
  return found;
}

function cardFrom(
  run: readonly Item[],
  first: number,
  elsewhere: (first: Item, last: Item) => boolean,
): number | undefined {
  const start = run[first] as Item;
  let digits = "";
  let found: number | undefined;
  for (let last = first; last < run.length; last++) {
    const end = run[last] as Item;
    digits += end.digits;
    if (digits.length > 19) break;
    if (digits.length < 13 || !luhn(digits)) continue;
    const alone = first === 0 && last === run.length - 1 && /^(?!0|(\d)\1+$)\d{14,16}$/.test(digits);
    const common = digits.length > 14 && NETWORK.test(digits);
    if (common || ((alone || NETWORK.test(digits)) && !elsewhere(start, end))) found = last;
    if (common && digits.length === 16) break;
  }
  return found;
}
