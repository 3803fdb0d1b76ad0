import type { Page, Place, Transcript, Turn } from "../model/index.js";
import { knownIn } from "./known.js";
import { maskSlice, overlaid, rangesBy, SILENT } from "./mask.js";
import type { Masked } from "./ranges.js";
import { spreadNumbers } from "./spread.js";
import { hintsOfTurn } from "./turn-hints.js";

/** The words of a place with what stands before and after them in the turn. */
export interface Excerpt {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** The longest quote, in characters; perhaps three spoken sentences. */
const LONGEST = 280;

const masks = new WeakMap<readonly Turn[], (readonly Masked[] | undefined)[]>();
let of: readonly Turn[] | undefined;
let known: (readonly Masked[] | undefined)[] = [];

/** The masks of a conversation's turns, as far as they were asked for. */
function masksIn(turns: readonly Turn[]): (readonly Masked[] | undefined)[] {
  if (turns === of) return known;
  known = masks.get(turns) ?? new Array(turns.length);
  masks.set(turns, known);
  of = turns;
  return known;
}

/** The mask of a whole turn, in the light of the turns around it and of what the conversation gave away; looked at once. */
function maskOf(transcript: Transcript, turn: Turn): readonly Masked[] {
  const { turns } = transcript;
  const made = masksIn(turns)[turn.index] ?? remembered.get(turn);
  if (made !== undefined) return made;
  const before = turns[turn.index - 1];
  const other = before === undefined || before.speaker === turn.speaker ? undefined : before;
  const own = rangesBy(turn.text, hintsOfTurn(turns, turn.index), {
    by: turn.role,
    before: other?.text ?? "",
    asked: other === undefined || other.text === "" ? SILENT : hintsOfTurn(turns, other.index),
  });
  const ranges = overlaid(overlaid(spreadNumbers(turns, turn), own), knownIn(transcript).find(turn.text));
  masksIn(turns)[turn.index] = ranges;
  return ranges;
}

/** Where the turns of a transcript are masked. */
export const masksOf = (transcript: Transcript): readonly (readonly Masked[])[] =>
  transcript.turns.map(turn => maskOf(transcript, turn));

const remembered = new WeakMap<Turn, readonly Masked[]>();

/** Remembers where a turn is masked whose text no longer shows it. */
export function rememberMasks(turn: Turn, ranges: readonly Masked[]): void {
  remembered.set(turn, ranges);
}

/**
 * The words of a place, masked as the page asks and shortened in the middle with … where they are very long;
 * "" where the page wants positions alone. Made for data: nothing is added to the words.
 */
export function quoteOf(transcript: Transcript, place: Place, page: Page): string {
  const turn = transcript.turns[place.turn];
  if (turn === undefined || !page.quotes) return "";
  const { from, to } = place;
  if (page.mask && maskOf(transcript, turn).length > 0) {
    const seen = look(transcript, place, page) as Seen;
    return shorten(seen.part(seen.from, seen.to), LONGEST);
  }
  const start = from - inPair(turn.text, from);
  return shorten(turn.text.slice(start, Math.max(start, to + inPair(turn.text, to))), LONGEST);
}

/** The words of a place within their turn, cut to so many characters around them with …; made for readers. */
export function excerptOf(transcript: Transcript, place: Place, page: Page, room = LONGEST): Excerpt {
  const seen = look(transcript, place, page);
  if (seen === undefined) return { before: "", words: "", after: "" };
  const words = shorten(seen.part(seen.from, seen.to), room);
  // A mask is at most as long as what it hides, or a few characters longer: this much holds what room is left.
  const reach = room * 4;
  const before = seen.part(Math.max(0, seen.from - reach), seen.from);
  const after = seen.part(seen.to, Math.min(seen.length, seen.to + reach));
  const left = Math.max(0, room - words.length);
  const tail = Math.min(after.length, Math.max(Math.floor(left / 2), left - before.length));
  return { before: last(before, left - tail), words, after: first(after, tail) };
}

interface Seen {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  part(from: number, to: number): string;
}

/** A place widened to whole characters and whole masks, and the turn as far as the page may show it. */
function look(transcript: Transcript, place: Place, page: Page): Seen | undefined {
  const turn = transcript.turns[place.turn];
  if (turn === undefined || !page.quotes) return undefined;
  const ranges = page.mask ? maskOf(transcript, turn) : [];
  const cut = ranges.filter(range => range.from < place.to && place.from < range.to);
  return {
    from: Math.min(place.from - inPair(turn.text, place.from), cut[0]?.from ?? place.from),
    to: Math.max(place.to + inPair(turn.text, place.to), cut.at(-1)?.to ?? place.to),
    length: turn.text.length,
    part: (from, to) => maskSlice(turn.text, ranges, from, to),
  };
}

/** 1 where a position parts the two halves of one character. */
function inPair(text: string, at: number): number {
  const low = text.charCodeAt(at);
  if (!(low >= 0xdc00 && low < 0xe000)) return 0;
  const high = text.charCodeAt(at - 1);
  return high >= 0xd800 && high < 0xdc00 ? 1 : 0;
}

/** Keeps the beginning and the end, the beginning longer. */
function shorten(text: string, room: number): string {
  if (text.length <= room) return text;
  const head = Math.ceil((room * 2) / 3);
  return `${first(text, head)} ${last(text, room - head)}`;
}

/** The first characters up to a word's end, then …. */
function first(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = whole(text, room);
  const space = cut.lastIndexOf(" ");
  return `${(space > room / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** …, then the last characters from a word's beginning. */
function last(text: string, room: number): string {
  if (text.length <= room) return text;
  const cut = text.slice(text.length - room).replace(/^[\uDC00-\uDFFF]/, "");
  const space = cut.indexOf(" ");
  return `…${(space >= 0 && space < room / 2 ? cut.slice(space + 1) : cut).trimStart()}`;
}

/** At most so many characters, never half of a pair. */
function whole(text: string, room: number): string {
  const cut = text.slice(0, room);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** A stretch of a turn as the page may show it; `marked` where it lies in one of the places asked about. */
export interface Stretch {
  readonly text: string;
  readonly marked: boolean;
  /** Where it lies in the turn, whole masks included. */
  readonly from: number;
  readonly to: number;
}

/**
 * A whole turn in stretches, those inside the given places marked; a mask is never cut in two. Nothing where the page
 * wants positions alone.
 */
export function stretchesOf(
  transcript: Transcript,
  turn: Turn,
  places: readonly Place[],
  page: Page,
): readonly Stretch[] {
  if (!page.quotes) return [];
  const masks = page.mask ? maskOf(transcript, turn) : [];
  const marks = places.flatMap(place => {
    const seen = place.turn === turn.index ? look(transcript, place, page) : undefined;
    return seen ? [{ from: seen.from, to: seen.to }] : [];
  });
  const cuts = new Set([0, turn.text.length]);
  for (const { from, to } of marks) cuts.add(from).add(to);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((to, i) => {
    const from = sorted[i] as number;
    const marked = marks.some(mark => mark.from <= from && to <= mark.to);
    return { text: maskSlice(turn.text, masks, from, to), marked, from, to };
  });
}
