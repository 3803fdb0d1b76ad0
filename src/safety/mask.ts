import { cardsIn } from "./cards.js";
import { contextOf } from "./context.js";
import { digitRuns, type Item, plainFigures } from "./digits.js";
import { emails } from "./emails.js";
import { hintsOf } from "./figures.js";
import { fold } from "./fold.js";
import { ibans } from "./ibans.js";
import { phonesIn } from "./phones.js";
import type { Kind, Masked, Range } from "./ranges.js";

const MAILBOX = /[@\uFF20]|(?<!\p{L})at(?!\p{L})/iu;
const FIGURE =
  /\p{Nd}|(?<!\p{L})(?:oh|o|zero|one|two|three|four|five|six|seven|eight|nine|double|triple|treble|\p{L}{1,4}teen|ten|eleven|twelve|\p{L}{3,5}ty)(?!\p{L})/giu;
/** No number that is masked has fewer figures, and no word says more than three. */
const FEWEST = 7;
const NOTHING: readonly Masked[] = [];

/**
 * Where a text holds e-mail addresses, telephone, card and bank account numbers, in order and apart. `before` is what
 * the other side had just said: the answer to «your phone number, please?» is read as one.
 */
export function maskRanges(text: string, before = ""): readonly Masked[] {
  const hints = hintsOf(text);
  const mailbox = hints?.mailbox ?? MAILBOX.test(text);
  const numbers = hints ? hints.figures >= FEWEST : mayHoldNumbers(text);
  if (!mailbox && !numbers) return NOTHING;
  const plain = fold(text);
  const of = (kind: Kind) => (range: Range) => ({ kind, range });
  const addresses = mailbox ? emails(plain.text).map(of("email")) : [];
  const found = numbers ? numbersIn(plain.text, addresses, before) : addresses;
  return found.map(({ kind, range }) => {
    const [from, to] = plain.back(...range);
    return { kind, from, to };
  });

  function numbersIn(folded: string, mailboxes: readonly Found[], said: string): readonly Found[] {
    const written = apart([...mailboxes, ...ibans(folded).map(of("iban"))]);
    const named = written.map(({ range }) => range);
    const cards = digitRuns(folded, named).flatMap(run => cardsAmong(folded, run, said));
    // A card may stand beside a price; a telephone number must not be made of one.
    const rest = digitRuns(folded, [...named, ...cards, ...plainFigures(folded)]);
    const phones = rest.flatMap(run => phonesIn(folded, run, said));
    return apart([...written, ...cards.map(of("card")), ...phones.map(of("phone"))]);
  }
}

/** Whether there are figures enough for a number, written or spoken. */
function mayHoldNumbers(text: string): boolean {
  let figures = 0;
  for (const [figure] of text.matchAll(FIGURE)) {
    figures += figure.length === 1 ? 1 : 3;
    if (figures >= FEWEST) return true;
  }
  return false;
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
  if (ranges.length === 0)
    return from === 0 && to >= text.length ? text : text.slice(from, Math.max(from, to));
  let shown = "";
  let at = from;
  for (const range of ranges) {
    if (range.to <= at || range.from >= to) continue;
    shown += `${text.slice(at, Math.max(at, range.from))}[${range.kind}]`;
    at = range.to;
  }
  return shown + text.slice(at, Math.max(at, to));
}
