import { STEERING } from "./book.js";
import { APOSTROPHE, DIGIT, letterOf, ROW } from "./letters.js";
import type { Lexicon } from "./lexicon.js";

/** What stands before a token: nothing, a comma or dash, or the end of a sentence. */
export const BREAK = { none: 0, comma: 1, stop: 2, question: 3, exclamation: 4 } as const;

/** Flags of a token. */
export const FLAG = { capitals: 1, quoted: 2 } as const;

/** The words of one turn as numbers; contractions opened, fillers and stuttered doubles left out. */
export interface Tokens {
  count: number;
  /** Word ids of the lexicon, 0 for a word outside its vocabulary. */
  word: Uint16Array;
  /** Characters of the turn, [from, to). */
  from: Int32Array;
  to: Int32Array;
  /** `BREAK` before the token; at `count`, what ends the turn. */
  brk: Uint8Array;
  flags: Uint8Array;
}

const QUOTE_OPEN = 0x201c;
const QUOTE_CLOSE = 0x201d;
const QUOTE = 34;
const S = 115;

/** Room for tokens, to be reused from turn to turn. */
export const newTokens = (room = 256): Tokens => ({
  count: 0,
  word: new Uint16Array(room),
  from: new Int32Array(room),
  to: new Int32Array(room),
  brk: new Uint8Array(room + 1),
  flags: new Uint8Array(room),
});

/** Where the writing of tokens stands. */
interface Pen {
  readonly lexicon: Lexicon;
  readonly into: Tokens;
  /** Any token that begins with a digit; phrases name it `#`. */
  readonly number: number;
  count: number;
  brk: number;
  quoted: boolean;
}

/** Splits a turn into tokens, in one pass and without making strings. */
export function tokenise(text: string, lexicon: Lexicon, into: Tokens): Tokens {
  const pen: Pen = { lexicon, into, number: numberId(lexicon), count: 0, brk: BREAK.none, quoted: false };
  const n = text.length;
  let i = 0;
  while (i < n) {
    const code = text.charCodeAt(i);
    const letter = letterOf(code);
    if (letter === 0 || letter === APOSTROPHE) {
      if (code !== 32) between(pen, code, text.charCodeAt(i + 1));
      i++;
    } else i = wordAt(pen, text, i);
  }
  into.count = pen.count;
  into.brk[pen.count] = pen.brk === BREAK.none ? BREAK.stop : pen.brk;
  return into;
}

function numberId({ letters: { table, accepts, outputAt, output } }: Lexicon): number {
  const k = accepts[table[(1 << ROW) + DIGIT] as number] as number;
  return k === 0 ? 0 : (output[outputAt[k] as number] as number);
}

/** A character between words. */
function between(pen: Pen, code: number, next: number): void {
  const kind = breakOf(code, next);
  if (kind > pen.brk) pen.brk = kind;
  if (code === QUOTE) pen.quoted = !pen.quoted;
  else if (code === QUOTE_OPEN) pen.quoted = true;
  else if (code === QUOTE_CLOSE) pen.quoted = false;
}

/** Reads the word at `i`, writes its tokens, returns where it ends. */
function wordAt(pen: Pen, text: string, i: number): number {
  const { table } = pen.lexicon.letters;
  let state = 1;
  let stem = 0;
  let small = false;
  let at = i;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const letter = letterOf(code);
    if (letter === 0) break;
    if (letter === APOSTROPHE) {
      const follows = letterOf(text.charCodeAt(at + 1));
      if (follows === 0 || follows >= DIGIT) break;
      stem = state;
    } else if (code >= 97 && (code < 0xc0 || code > 0xde)) small = true;
    state = table[(state << ROW) + letter] as number;
  }
  const flags = (!small && at - i > 1 ? FLAG.capitals : 0) | (pen.quoted ? FLAG.quoted : 0);
  const known = pen.lexicon.letters.accepts[state] !== 0;
  if (!known && letterOf(text.charCodeAt(i)) === DIGIT) write(pen, pen.number, i, at, flags);
  else writeWord(pen, ending(pen, state, stem, text, at), i, at, flags);
  return at;
}

/** "customer's" is the customer: a possessive outside the vocabulary falls back to what stands before it. */
function ending({ lexicon }: Pen, state: number, stem: number, text: string, end: number): number {
  if (stem === 0 || lexicon.letters.accepts[state] !== 0) return state;
  const possessive =
    (text.charCodeAt(end - 1) | 32) === S && letterOf(text.charCodeAt(end - 2)) === APOSTROPHE;
  return possessive ? stem : state;
}

/** All tokens that a state stands for; a word outside the vocabulary is one token 0. */
function writeWord(pen: Pen, state: number, from: number, to: number, flags: number): void {
  const { accepts, outputAt, output } = pen.lexicon.letters;
  const k = accepts[state] as number;
  const first = outputAt[k] as number;
  const n = (outputAt[k + 1] as number) - first;
  if (n === 1) {
    const word = output[first] as number;
    if ((pen.lexicon.steering[word] as number) & STEERING.filler) return;
    write(pen, word, from, to, flags);
  } else if (n === 0) write(pen, 0, from, to, flags);
  else for (let i = 0; i < n; i++) push(pen, output[first + i] as number, from, to, flags);
}

/** A word said twice over is said once: recognised speech keeps stutters. */
function write(pen: Pen, word: number, from: number, to: number, flags: number): void {
  const { into, count } = pen;
  if (
    word !== 0 &&
    word !== pen.number &&
    count > 0 &&
    into.word[count - 1] === word &&
    pen.brk <= BREAK.comma
  ) {
    into.to[count - 1] = to;
    into.flags[count - 1] = (into.flags[count - 1] as number) | flags;
    pen.brk = BREAK.none;
  } else push(pen, word, from, to, flags);
}

function push(pen: Pen, word: number, from: number, to: number, flags: number): void {
  const { into } = pen;
  if (pen.count >= into.word.length) grow(into);
  const at = pen.count++;
  into.word[at] = word;
  into.from[at] = from;
  into.to[at] = to;
  into.brk[at] = pen.brk;
  into.flags[at] = flags;
  pen.brk = BREAK.none;
}

/** A point between digits is no end of sentence; neither is a lone colon. */
function breakOf(code: number, next: number): number {
  switch (code) {
    case 46: // .
      return next > 32 && next !== 34 && next !== 41 && next !== 46 ? BREAK.none : BREAK.stop;
    case 63: // ?
      return BREAK.question;
    case 33: // !
      return BREAK.exclamation;
    case 10:
    case 0x2026: // …
      return BREAK.stop;
    case 44: // , : ; ( ) – —
    case 58:
    case 59:
    case 40:
    case 41:
    case 0x2013:
    case 0x2014:
      return BREAK.comma;
    case 45: // a dash between spaces, not a hyphen
      return next === 32 || next === 45 ? BREAK.comma : BREAK.none;
    default:
      return BREAK.none;
  }
}

function grow(tokens: Tokens): void {
  const wider = newTokens(tokens.word.length * 2);
  wider.word.set(tokens.word);
  wider.from.set(tokens.from);
  wider.to.set(tokens.to);
  wider.brk.set(tokens.brk);
  wider.flags.set(tokens.flags);
  Object.assign(tokens, {
    word: wider.word,
    from: wider.from,
    to: wider.to,
    brk: wider.brk,
    flags: wider.flags,
  });
}
