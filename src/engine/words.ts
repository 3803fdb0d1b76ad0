import type { Turn } from "../model/index.js";
import { remembering } from "../text/index.js";

/** Words of a turn, questions asked in it, and how often it says "I", "we" and "you". */
export interface Said {
  readonly words: number;
  readonly questions: number;
  readonly i: number;
  readonly we: number;
  readonly you: number;
}

/** Counted once for each turn, whoever asks. */
export const saidIn: (turn: Turn) => Said = remembering(({ text }) => countPlain(text) ?? countAny(text));

const times = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Any text, by expressions. */
const countAny = (text: string): Said => ({
  words: times(text, /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu),
  questions: times(text, /\?/gu),
  i: times(text, /\b(?:i|i['’]\w+|me|my)\b/giu),
  we: times(text, /\b(?:we|we['’]\w+|us|our)\b/giu),
  you: times(text, /\b(?:you|you['’]\w+|your)\b/giu),
});

/** Small words packed five bits a letter. */
const pack = (word: string): number =>
  [...word].reduce((packed, letter) => (packed << 5) | (letter.charCodeAt(0) & 31), 0);
const OWN: ReadonlyMap<number, "i" | "we" | "you"> = new Map([
  ...["i", "me", "my"].map(word => [pack(word), "i"] as const),
  ...["we", "us", "our"].map(word => [pack(word), "we"] as const),
  ...["you", "your"].map(word => [pack(word), "you"] as const),
]);
/** Letters of the longest of them. */
const LONGEST = 4;
const APOSTROPHE = 39;
const UNDERSCORE = 95;

const isLetter = (code: number): boolean => {
  const small = code | 32;
  return small >= 97 && small <= 122 && code >= 65;
};
const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/** A text of ASCII alone, in one look; undefined for any other. */
function countPlain(text: string): Said | undefined {
  const counts = { words: 0, questions: 0, i: 0, we: 0, you: 0 };
  let packed = 0;
  let length = 0;
  let word = false;
  let joined = false;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    if (code > 127) return undefined;
    const letter = isLetter(code);
    if (letter || isFigure(code) || code === UNDERSCORE) {
      length++;
      packed = length <= LONGEST && letter ? (packed << 5) | (code & 31) : -1;
      if (packed === -1) length = LONGEST + 1;
    } else {
      const own = length > 0 && length <= LONGEST ? OWN.get(packed) : undefined;
      if (own !== undefined) counts[own]++;
      packed = 0;
      length = 0;
    }
    // An apostrophe goes on with a word only where a letter follows, and behind it a figure begins another.
    const goesOn: boolean = word && code === APOSTROPHE && isLetter(text.charCodeAt(at + 1));
    const inWord = letter || isFigure(code);
    if (inWord && (!word || (joined && !letter))) {
      counts.words++;
      joined = false;
    } else joined = goesOn || (inWord && joined);
    word = inWord || goesOn;
    if (code === 63) counts.questions++;
  }
  return counts;
}
