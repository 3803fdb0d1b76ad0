import type { Paragraph } from "./entries.js";
import { withoutMarkup } from "./markup.js";

/** Names of columns and keys that hold wording, wherever one is named so. */
export const WORDING =
  /^(?:body|reply|text|message|content|comment|macro|response|answer|template|script|wording|value|snippet|canned[ _-]?response|description)s?$/i;
const WORDS = /\p{L}+/gu;
/** Fewer words are a title, a tag or an id. */
const FEWEST = 4;

/** Whether a cell is long enough to be said to somebody. */
export const isSentence = (text: string): boolean => (text.match(WORDS) ?? []).length >= FEWEST;

/** A cell as paragraphs, parted at empty lines, without the tags that a help desk exports. */
export function paragraphsIn(written: string, offset: (index: number) => number): readonly Paragraph[] {
  const { text, at } = withoutMarkup(written, offset);
  const found: Paragraph[] = [];
  let from = 0;
  for (const part of text.split(/(\r?\n[ \t]*\r?\n)/)) {
    const start = from;
    if (part.trim() !== "") found.push({ text: part, at: index => at(start + index) });
    from += part.length;
  }
  return found;
}
