import { isTransparent } from "./characters.js";

/** A text made plain for looking, with the way back to the text it came from. */
export interface Folded {
  readonly text: string;
  /** A range [from, to) of the plain text as a range of the original. */
  back(from: number, to: number): readonly [number, number];
}

const PLAIN = /^[\x20-\x7E\n]*$/;

function plainOf(character: string, code: number): string {
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code < 0x80) return character;
  if (/^\p{White_Space}$/u.test(character)) return " ";
  if (/^\p{Pd}$/u.test(character) || code === 0x2212) return "-";
  if (code === 0x2018 || code === 0x2019) return "'";
  if (!/^\p{Nd}$/u.test(character)) return character;
  // Decimal digits of every script stand in tens, zero first.
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return code >= 0x1d7ce && code <= 0x1d7ff ? String((code - 0x1d7ce) % 10) : String(value % 10);
}

/**
 * Full-width and foreign digits, odd spaces and dashes become plain ones, and characters that nobody sees are left
 * out, so that nothing hides from the mask what a reader would read.
 */
export function fold(text: string): Folded {
  if (PLAIN.test(text)) return { text, back: (from, to) => [from, to] };
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const next = at + character.length;
    if (!isTransparent(code)) {
      const plain = plainOf(character, code);
      pieces.push(plain);
      for (let i = 0; i < plain.length; i++) {
        starts.push(at);
        ends.push(next);
      }
    }
    at = next;
  }
  return { text: pieces.join(""), back: (from, to) => [starts[from] ?? 0, ends[to - 1] ?? 0] };
}
