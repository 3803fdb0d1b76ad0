import stringWidth from "string-width";
import type { Meaning } from "./theme.js";

/** A stretch of text with one meaning; the text is already fit for a terminal. */
export interface Span {
  readonly text: string;
  readonly as?: Meaning;
}

/** A line of the screen. */
export type Line = readonly Span[];

/** Letters and marks that take one column everywhere. */
const NARROW = /^[\x20-\x7E\xA1-\xAC\xAE-\u02FF\u2010-\u2027\u2030-\u205E\u2500-\u259F\u2713\u2717]*$/;

/** Text is segmented in pieces of this size: a segmenter slows down with the length of what it is given. */
const PIECE = 256;

let segmenter: Intl.Segmenter | undefined;

/** Columns that a text takes; the most that any terminal gives it. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let apart = 0;
  for (const character of text) apart += stringWidth(character);
  return Math.max(stringWidth(text), apart);
}

/**
 * Pictures that terminals draw in different widths are shown in their simplest form: a joined family becomes its first
 * member, colours of skin and variants go; more than two marks on one letter too. A line would be torn otherwise.
 */
export function steady(text: string): string {
  if (NARROW.test(text)) return text;
  return text
    .replace(/\u200D\p{Extended_Pictographic}/gu, "")
    .replace(/\p{Emoji_Modifier}|\uFE0E|\uFE0F|\u200D|\u20E3/gu, "")
    .replace(/(\p{M}{2})\p{M}+/gu, "$1");
}

/** Cuts a line down to a width, with … where something goes, and fills it up to it. */
export function toWidth(line: Line, width: number, fill = true): Line {
  const total = line.reduce((sum, { text }) => sum + widthOf(text), 0);
  if (total <= width) return fill && total < width ? [...line, { text: " ".repeat(width - total) }] : line;
  const kept: Span[] = [];
  let left = Math.max(0, width - 1);
  for (const span of line) {
    const cut = head(span.text, left);
    kept.push({ ...span, text: cut });
    left -= widthOf(cut);
    if (cut.length < span.text.length) break;
  }
  const last = kept.at(-1);
  return [...kept, { ...last, text: `…${fill ? " ".repeat(left) : ""}` }].filter(({ text }) => text !== "");
}

/** As many characters from the beginning as the room holds. */
function head(text: string, room: number): string {
  if (NARROW.test(text)) return text.slice(0, room);
  let cut = "";
  let used = 0;
  for (const character of characters(text)) {
    used += widthOf(character);
    if (used > room) break;
    cut += character;
  }
  return cut;
}

/** Wraps at words into lines of at most this width; a longer word is parted between characters. */
export function wrap(spans: Line, width: number): readonly Line[] {
  const room = Math.max(4, width);
  const lines: Span[][] = [[]];
  let used = 0;
  const put = (text: string, as: Meaning | undefined): void => {
    const line = lines.at(-1) as Span[];
    const last = line.at(-1);
    if (last && last.as === as) line[line.length - 1] = { ...last, text: last.text + text };
    else line.push(as === undefined ? { text } : { text, as });
    used += widthOf(text);
  };
  const breakLine = (): void => {
    lines.push([]);
    used = 0;
  };
  for (const word of wordsIn(spans)) {
    const wide = word.parts.reduce((sum, { text }) => sum + widthOf(text), 0);
    const space = used > 0 && word.spaced ? 1 : 0;
    if (used + space + wide > room && wide <= room && used > 0) breakLine();
    else if (space > 0 && used < room) put(" ", sameAs(lines.at(-1), word.parts[0]));
    if (used + wide <= room) for (const { text, as } of word.parts) put(text, as);
    else
      for (const { text, as } of word.parts)
        for (const character of characters(text)) {
          if (used + widthOf(character) > room && used > 0) breakLine();
          put(character, as);
        }
  }
  return lines;
}

/** A space between two words of one meaning belongs to it too. */
function sameAs(line: Line | undefined, next: Span | undefined): Meaning | undefined {
  const before = line?.at(-1)?.as;
  return before === next?.as ? before : undefined;
}

interface Word {
  readonly parts: Span[];
  /** A space stood before it. */
  readonly spaced: boolean;
}

/** Words with their meanings; a word may change its meaning in the middle. */
function wordsIn(spans: Line): readonly Word[] {
  const found: Word[] = [];
  let spaced = false;
  let open = false;
  for (const span of spans)
    for (const text of span.text.match(/ +|[^ ]+/g) ?? []) {
      if (text.startsWith(" ")) {
        spaced = true;
        open = false;
      } else {
        if (open && found.length > 0) (found.at(-1) as Word).parts.push({ ...span, text });
        else found.push({ parts: [{ ...span, text }], spaced });
        open = true;
        spaced = false;
      }
    }
  return found;
}

/** Characters as people count them. */
function* characters(text: string): Generator<string> {
  if (NARROW.test(text)) return yield* text;
  for (let at = 0; at < text.length; ) {
    segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
    const found = [...segmenter.segment(text.slice(at, at + PIECE))].map(({ segment }) => segment);
    if (at + PIECE < text.length && found.length > 1) found.pop();
    yield* found;
    at += found.reduce((length, character) => length + character.length, 0);
  }
}
