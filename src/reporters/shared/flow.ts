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

const ASCII = /^[\x20-\x7E]*$/;
/** Fewer columns than this hold no text. */
const NARROWEST = 12;

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns that a text takes on a terminal. */
export function widthOf(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text);
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
  const breakLine = () => {
    lines.push([]);
    used = 0;
  };
  for (const word of words(spans)) {
    const wide = word.reduce((sum, { text }) => sum + widthOf(text), 0);
    const space = used > 0 && word[0]?.text !== "" ? 1 : 0;
    if (used + space + wide <= room) {
      if (space) put({ text: " ", brush: undefined });
      word.forEach(put);
    } else if (wide <= room && !hasWide(word)) {
      breakLine();
      word.forEach(put);
    } else {
      if (used > room / 2 && !hasWide(word)) breakLine();
      else if (space && used + space < room) put({ text: " ", brush: undefined });
      for (const { text, brush } of word)
        for (const { segment } of segmenter.segment(text)) {
          if (used + widthOf(segment) > room && used > 0) breakLine();
          put({ text: segment, brush });
        }
    }
  }
  return lines.map(merged);
}

/** Scripts that are written without spaces may be parted anywhere. */
const hasWide = (word: readonly Span[]): boolean =>
  word.some(({ text }) => !ASCII.test(text) && widthOf(text) > text.length);

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
