import type { Role } from "../model/index.js";
import { ADDRESS_HINT, addresses } from "./addresses.js";
import { BIRTH_HINT, births } from "./births.js";
import { cardsIn } from "./cards.js";
import { contextOf } from "./context.js";
import { digitRuns, type Item, plainFigures } from "./digits.js";
import { emails } from "./emails.js";
import { ADDRESS, ANYTHING, BIRTH, type Hints, hintsOf, ID, SECRET } from "./figures.js";
import { fold } from "./fold.js";
import { ibans } from "./ibans.js";
import { ID_HINT, ids } from "./ids.js";
import { isMasked } from "./masked.js";
import { NAME_ASKED, NAME_HINT, names } from "./names.js";
import { phonesIn } from "./phones.js";
import type { Kind, Masked, Range } from "./ranges.js";
import { SECRET_HINT, secrets } from "./secrets.js";

const MAILBOX = /[@\uFF20]|(?<!\p{L})at(?!\p{L})/iu;
const FIGURE =
  /\p{Nd}|(?<!\p{L})(?:oh|o|zero|one|two|three|four|five|six|seven|eight|nine|double|triple|treble|\p{L}{1,4}teen|ten|eleven|twelve|\p{L}{3,5}ty)(?!\p{L})/giu;
/** No number that is masked has fewer figures, and no word says more than three. */
const FEWEST = 7;
/** Nor a number of a state, of which the last four are asked for. */
const FEWEST_OF_IDS = 4;
const NOTHING: readonly Masked[] = [];

/** Who said a text, and what the other side had said before it. */
export interface Said {
  /** Only customers' names are masked: an agent gives theirs as they should. */
  readonly by?: Role;
  /** The answer to «your phone number, please?» is read as one. */
  readonly before?: string;
}

/** Where a text holds personal data, in order and apart: the kinds are in ranges.ts, the ways to find them in masking.md. */
export const maskRanges = (text: string, { by, before = "" }: Said = {}): readonly Masked[] =>
  rangesBy(text, hintsIn(text), { by, before, asked: before === "" ? SILENT : hintsIn(before) });

/** The same where what either text may hold is known: `asked` is that of the turn before. */
export function rangesBy(
  text: string,
  hints: Hints,
  { by, before, asked }: { readonly by: Role | undefined; readonly before: string; readonly asked: Hints },
): readonly Masked[] {
  const looks: Looks = {
    mailbox: hints.mailbox,
    numbers: hints.figures >= FEWEST,
    ids: hints.figures >= FEWEST_OF_IDS,
    words: hints.words || asked.words,
    names: by === "customer" && (hints.names || asked.names),
    leads: hints.leads,
    asked: asked.leads,
  };
  if (!(looks.mailbox || looks.numbers || looks.ids || looks.words || looks.names)) return NOTHING;
  const plain = fold(text);
  const found = look(plain.text, before, looks, by);
  return found.length === 0
    ? NOTHING
    : found.map(({ kind, range }) => {
        const [from, to] = plain.back(...range);
        return { kind, from, to };
      });
}

/** Nothing was said. */
export const SILENT: Hints = { mailbox: false, figures: 0, names: false, words: false, leads: 0 };

/** What a text may hold, by one look. */
export const hintsIn = (text: string): Hints =>
  hintsOf(text) ?? {
    mailbox: MAILBOX.test(text),
    figures: figuresIn(text),
    names: NAME_HINT.test(text) || NAME_ASKED.test(text),
    words: WORD_HINTS.some(hint => hint.test(text)),
    leads: ANYTHING,
  };

const WORD_HINTS = [SECRET_HINT, BIRTH_HINT, ADDRESS_HINT, ID_HINT];

interface Looks {
  readonly mailbox: boolean;
  readonly numbers: boolean;
  readonly ids: boolean;
  readonly words: boolean;
  readonly names: boolean;
  /** Bits of what the words of the text, and of the one before it, can lead to. */
  readonly leads: number;
  readonly asked: number;
}

/** What is surest first: a later find never takes from an earlier one. */
function look(text: string, before: string, looks: Looks, by: Role | undefined): readonly Found[] {
  const { mailbox, numbers, leads, asked } = looks;
  const may = (hint: RegExp, bit: number): boolean =>
    looks.words &&
    ((leads | asked) & bit) !== 0 &&
    (((leads & bit) !== 0 && hint.test(text)) || (before !== "" && hint.test(before)));
  let found: readonly Found[] = mailbox ? emails(text).map(of("email")) : [];
  if (numbers) found = over(found, ibans(text).map(of("iban")));
  if (may(SECRET_HINT, SECRET))
    found = over(found, secrets(text, (asked & SECRET) === 0 ? "" : before).map(of("secret")));
  if (may(BIRTH_HINT, BIRTH))
    found = over(found, births(text, (asked & BIRTH) === 0 ? "" : before).map(of("date of birth")));
  if (numbers) {
    const runs = digitRuns(text, taken(found));
    found = over(found, runs.flatMap(run => cardsAmong(text, run, before)).map(of("card")));
  }
  if (looks.ids) found = over(found, ids(text, before, ((leads | asked) & ID) !== 0).map(of("id")));
  if (may(ADDRESS_HINT, ADDRESS)) found = over(found, addresses(text, before, by).map(of("address")));
  if (numbers) {
    // A card may stand beside a price; a telephone number must not be made of one.
    const rest = digitRuns(text, [...taken(found), ...plainFigures(text)]);
    found = over(found, rest.flatMap(run => phonesIn(text, run, before)).map(of("phone")));
  }
  if (looks.names && (NAME_HINT.test(text) || NAME_ASKED.test(before)))
    found = over(found, names(text, before, leads).map(of("name")));
  return found;
}

const of = (kind: Kind) => (range: Range) => ({ kind, range });
const taken = (found: readonly Found[]): readonly Range[] => found.map(({ range }) => range);

/** Finds laid over earlier ones: those that touch one of them go. */
function over(earlier: readonly Found[], later: readonly Found[]): readonly Found[] {
  if (later.length === 0) return earlier;
  if (earlier.length === 0) return apart(later);
  const sure = earlier.toSorted((a, b) => a.range[0] - b.range[0]);
  let at = 0;
  const free = later
    .toSorted((a, b) => a.range[0] - b.range[0])
    .filter(({ range: [from, to] }) => {
      while (at < sure.length && (sure[at] as Found).range[1] <= from) at += 1;
      return at === sure.length || (sure[at] as Found).range[0] >= to;
    });
  return apart([...sure, ...free]);
}

/** Masks with others laid over them: of two that touch, the first given stays. */
export function overlaid(sure: readonly Masked[], more: readonly Masked[]): readonly Masked[] {
  if (more.length === 0) return sure;
  const found = ({ kind, from, to }: Masked): Found => ({ kind, range: [from, to] });
  return over(sure.map(found), more.map(found)).map(({ kind, range: [from, to] }) => ({ kind, from, to }));
}

/** How many figures there are, written or spoken, as far as it matters. */
function figuresIn(text: string): number {
  let figures = 0;
  for (const [figure] of text.matchAll(FIGURE)) {
    figures += figure.length === 1 ? 1 : 3;
    if (figures >= FEWEST) break;
  }
  return figures;
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

/** The text with everything that `maskRanges` finds replaced by its kind: `[email]`, `[card]`, `[secret]`. */
export function maskText(text: string, said: Said = {}): string {
  if (isMasked(text)) return text;
  return maskSlice(text, maskRanges(text, said), 0, text.length);
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
