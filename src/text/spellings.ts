/** What is worked out for a word once, whatever text it stands in, without the word being cut out of the text again. */
export interface Spellings<T> {
  readonly answer: (word: string) => T;
  /** Whether figures belong to words. */
  readonly figures: boolean;
  /** Both halves of a word's hash, and its answer: open addressing. */
  low: Int32Array;
  high: Int32Array;
  answers: (T | undefined)[];
  count: number;
}

/** Words remembered; a hostile transcript could bring any number. */
const MOST = 1 << 15;
const ROOM = 1 << 10;
const EMPTY = 0;

/** Remembers the answers for words in small letters; with figures, words are those of `lowerWords`. */
export const newSpellings = <T>(answer: (word: string) => T, figures = false): Spellings<T> => ({
  answer,
  figures,
  low: new Int32Array(ROOM),
  high: new Int32Array(ROOM),
  answers: Array.from({ length: ROOM }),
  count: 0,
});

const APOSTROPHE = 39;
const isLetter = (code: number): boolean => code >= 97 && code <= 122;
const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/**
 * The answers for all words of a text of ASCII in small letters: letters, and behind an apostrophe (with figures: behind
 * any number of them) more letters. Undefined for any other text.
 */
export function answersFor<T>(spellings: Spellings<T>, text: string): T[] | undefined {
  const found: T[] = [];
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (code > 127) return undefined;
    if (!isLetter(code) && !(spellings.figures && isFigure(code))) {
      i++;
      continue;
    }
    const from = i;
    i = endOf(text, i, spellings.figures);
    found.push(answerAt(spellings, text, from, i));
  }
  return found;
}

function endOf(text: string, from: number, figures: boolean): number {
  let joined = false;
  let i = from;
  for (; ; i++) {
    const code = text.charCodeAt(i);
    if (isLetter(code) || (figures && !joined && isFigure(code))) continue;
    if (code !== APOSTROPHE || !isLetter(text.charCodeAt(i + 1)) || (joined && !figures)) return i;
    joined = true;
  }
}

/** Words are told apart by 64 bits of hash: no two of a language share them. */
function answerAt<T>(spellings: Spellings<T>, text: string, from: number, to: number): T {
  let low = 0x811c9dc5 ^ (to - from);
  let high = 0x1b873593;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
  }
  if (low === EMPTY) low = 1;
  const last = spellings.low.length - 1;
  let slot = (low ^ (low >>> 15)) & last;
  for (; spellings.low[slot] !== EMPTY; slot = (slot + 1) & last)
    if (spellings.low[slot] === low && spellings.high[slot] === high) return spellings.answers[slot] as T;
  const answer = spellings.answer(text.slice(from, to));
  if (spellings.count < MOST) keep(spellings, low, high, answer);
  return answer;
}

function keep<T>(spellings: Spellings<T>, low: number, high: number, answer: T): void {
  if (++spellings.count * 2 > spellings.low.length) widen(spellings);
  put(spellings, low, high, answer);
}

function put<T>({ low, high, answers }: Spellings<T>, a: number, b: number, answer: T): void {
  let slot = (a ^ (a >>> 15)) & (low.length - 1);
  while (low[slot] !== EMPTY) slot = (slot + 1) & (low.length - 1);
  low[slot] = a;
  high[slot] = b;
  answers[slot] = answer;
}

function widen<T>(spellings: Spellings<T>): void {
  const { low, high, answers } = spellings;
  spellings.low = new Int32Array(low.length * 2);
  spellings.high = new Int32Array(low.length * 2);
  spellings.answers = Array.from({ length: low.length * 2 });
  for (let i = 0; i < low.length; i++)
    if (low[i] !== EMPTY) put(spellings, low[i] as number, high[i] as number, answers[i] as T);
}
