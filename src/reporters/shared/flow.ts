import stringWidth from "string-width";
import type { Brush } from "./paint.js";

/** A stretch of text in one colour; the text is already fit for a terminal. */
export interface Span {
  readonly text: string;
  readonly brush?: Brush | undefined;
}

/** Where lines begin and end. */
export interface Frame {
  readonly width: number;
  /** What stands before the first line; the others are indented as far. */
  readonly lead?: readonly Span[];
  readonly indent?: number;
}

/** Letters and marks of Western texts: one column each. */
const NARROW = /^[\x20-\x7E\xA1-\xAC\xAE-\u02FF\u2010-\u2027\u2030-\u205E\u2500\u2713\u2717]*$/;
/** Fewer columns than this hold no text. */
const NARROWEST = 12;

/** Made on first use: it costs 8 ms, and only a word longer than a line or wider than ASCII needs it. */
let segmenter: Intl.Segmenter | undefined;

/**
 * Columns that a text takes at most: terminals disagree on joined emoji (one picture or all its parts), and a line
 * that ends early is better than one that is torn.
 */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let apart = 0;
  for (const character of text) apart += stringWidth(character);
  return Math.max(stringWidth(text), apart);
}

/** Wraps spans at words to the frame's width; a word that is longer than a line is parted between characters. */
export function flow(spans: readonly Span[], { width, lead = [], indent = 0 }: Frame): string {
  const leadWidth = lead.reduce((sum, { text }) => sum + widthOf(text), 0);
  const margin = " ".repeat(indent + leadWidth);
  const lines = wrap(spans, Math.max(NARROWEST, width - indent - leadWidth));
  const first = " ".repeat(indent) + lead.map(painted).join("");
  return lines
    .map((line, i) => `${(i === 0 ? first : margin) + line.map(painted).join("")}`.trimEnd())
    .join("\n");
}

const painted = ({ text, brush }: Span): string => (brush && text.trim() !== "" ? brush(text) : text);

/** Lines as spans, none wider than the room. */
export function wrap(spans: readonly Span[], room: number): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]];
  let used = 0;
  const put = (fragment: Span) => {
    (lines.at(-1) as Span[]).push(fragment);
    used += widthOf(fragment.text);
  };
  const putSpace = ([next]: readonly Span[]) => {
    const { brush } = lines.at(-1)?.at(-1) ?? {};
    put({ text: " ", brush: next?.brush === brush ? brush : undefined });
  };
  const breakLine = () => {
    lines.push([]);
    used = 0;
  };
  for (const word of words(spans)) {
    const wide = word.reduce((sum, { text }) => sum + widthOf(text), 0);
    const space = used > 0 && word[0]?.text !== "" ? 1 : 0;
    if (used + space + wide <= room) {
      if (space) putSpace(word);
      word.forEach(put);
    } else if (wide <= room && !hasWide(word)) {
      breakLine();
      word.forEach(put);
    } else {
      if (used > room / 2 && !hasWide(word)) breakLine();
      else if (space && used + space < room) putSpace(word);
      for (const { text, brush } of word)
        for (const character of characters(text)) {
          if (used + widthOf(character) > room && used > 0) breakLine();
          put({ text: character, brush });
        }
    }
  }
  return lines.map(merged);
}

/** Text is segmented in pieces of this size: a segmenter slows down with the length of what it is given. */
const PIECE = 256;

/** Characters as people count them. */
function* characters(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
    const found = [...segmenter.segment(text.slice(at, at + PIECE))].map(({ segment }) => segment);
    // The last may be cut off by the end of the piece.
    if (at + PIECE < text.length && found.length > 1) found.pop();
    yield* found;
    at += found.reduce((length, character) => length + character.length, 0);
  }
}

/** Scripts that are written without spaces may be parted anywhere. */
const hasWide = (word: readonly Span[]): boolean =>
  word.some(({ text }) => !NARROW.test(text) && widthOf(text) > text.length);

/** Words with their colours; a word may change colour in its middle. */
function words(spans: readonly Span[]): readonly (readonly Span[])[] {
  const found: Span[][] = [];
  let open = false;
  for (const { text, brush } of spans)
    for (const [i, part] of text.split(/ +/).entries()) {
      if (i > 0) open = false;
      if (part === "") continue;
      if (open) (found.at(-1) as Span[]).push({ text: part, brush });
      else found.push([{ text: part, brush }]);
      open = true;
    }
  return found;
}

/** Neighbours of one colour joined, and the space between two of them with them. */
function merged(line: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of line) {
    const last = joined.at(-1);
    if (last && last.brush === span.brush)
      joined[joined.length - 1] = { text: last.text + span.text, brush: last.brush };
    else joined.push(span);
  }
  return joined;
}
