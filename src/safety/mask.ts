import { cardsIn } from "./cards.js";
import { contextOf } from "./context.js";
import { digitRuns, type Item, plainFigures } from "./digits.js";
import { emails } from "./emails.js";
import { fold } from "./fold.js";
import { ibans } from "./ibans.js";
import { phonesIn } from "./phones.js";
import type { Kind, Masked, Range } from "./ranges.js";

/** Cheap sign that something may have to be masked: an @, a spoken «at», or a number. */
const WORTH_LOOKING =
  /[@\uFF20\p{Nd}]|(?<!\p{L})(?:at|oh|o|zero|one|two|three|four|five|six|seven|eight|nine|double|triple|treble|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?!\p{L})/iu;

/**
 * Where a text holds e-mail addresses, telephone, card and bank account numbers, in order and apart. `before` is what
 * the other side had just said: the answer to «your phone number, please?» is read as one.
 */
export function maskRanges(text: string, before = ""): readonly Masked[] {
  if (!WORTH_LOOKING.test(text)) return [];
  const plain = fold(text);
  const of = (kind: Kind) => (range: Range) => ({ kind, range });
  const written = apart([...emails(plain.text).map(of("email")), ...ibans(plain.text).map(of("iban"))]);
  const named = written.map(found => found.range);
  const cards = digitRuns(plain.text, named).flatMap(run => cardsAmong(plain.text, run, before));
  // A card may stand beside a price; a telephone number must not be made of one.
  const rest = digitRuns(plain.text, [...named, ...cards, ...plainFigures(plain.text)]);
  const phones = rest.flatMap(run => phonesIn(plain.text, run, before));
  return apart([...written, ...cards.map(of("card")), ...phones.map(of("phone"))]).map(({ kind, range }) => {
    const [from, to] = plain.back(...range);
    return { kind, from, to };
  });
}

interface Found {
  readonly kind: Kind;
  readonly range: Range;
}

/** In order, without those that begin inside an earlier one. */
function apart(found: readonly Found[]): readonly Found[] {
  let reach = 0;
  return found
    .toSorted((a, b) => a.range[0] - b.range[0])
    .filter(({ range: [from, to] }) => {
      if (from < reach) return false;
      reach = to;
      return true;
    });
}

function cardsAmong(text: string, run: readonly Item[], before: string): readonly Range[] {
  const elsewhere = (first: Item, last: Item) =>
    text[first.from - 1] === "+" || contextOf(text, first.from, last.to, before) === "other";
  return cardsIn(run, elsewhere).map(([first, last]) => [(run[first] as Item).from, (run[last] as Item).to]);
}

/** The text with everything that `maskRanges` finds replaced by its kind: `[email]`, `[phone]`, `[card]`, `[iban]`. */
export function maskText(text: string, before = ""): string {
  return maskSlice(text, maskRanges(text, before), 0, text.length);
}

/** A part of a text under its mask; what a mask covers in part is shown as its kind, never in part. */
export function maskSlice(text: string, ranges: readonly Masked[], from: number, to: number): string {
  let shown = "";
  let at = from;
  for (const range of ranges) {
    if (range.to <= at || range.from >= to) continue;
    shown += `${text.slice(at, Math.max(at, range.from))}[${range.kind}]`;
    at = range.to;
  }
  return shown + text.slice(at, Math.max(at, to));
}
