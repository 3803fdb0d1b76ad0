import { APOSTROPHE, DIGIT, LETTER_CLASS } from "./letters.js";
import { type Lexicon, STEERING } from "./lexicon.js";

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

/** Room for tokens, to be reused from turn to turn. */
export const newTokens = (room = 256): Tokens => ({
  count: 0,
  word: new Uint16Array(room),
  from: new Int32Array(room),
  to: new Int32Array(room),
  brk: new Uint8Array(room + 1),
  flags: new Uint8Array(room),
});

/** Word id of any token that begins with a digit; phrases name it `#`. */
const numberId = (lexicon: Lexicon): number => lexicon.letters.output(lexicon.letters.next(1, LETTER_CLASS[35] as number))[0] ?? 0;

/** Splits a turn into tokens, in one pass and without making strings. */
export function tokenise(text: string, lexicon: Lexicon, into: Tokens): Tokens {
  const writer = new TokenWriter(lexicon, into, numberId(lexicon));
  const n = text.length;
  let i = 0;
  while (i < n) {
    const letter = LETTER_CLASS[text.charCodeAt(i)] as number;
    if (letter === 0 || letter === APOSTROPHE) {
      writer.between(text.charCodeAt(i), text.charCodeAt(i + 1));
      i++;
    } else i = writer.wordAt(text, i);
  }
  return writer.end();
}

class TokenWriter {
  private count = 0;
  private brk: number = BREAK.none;
  private quoted = false;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly into: Tokens,
    private readonly number: number,
  ) {}

  /** A character between words. */
  between(code: number, next: number): void {
    const kind = breakOf(code, next);
    if (kind > this.brk) this.brk = kind;
    if (code === QUOTE) this.quoted = !this.quoted;
    else if (code === QUOTE_OPEN) this.quoted = true;
    else if (code === QUOTE_CLOSE) this.quoted = false;
  }

  /** Reads the word at `i`, writes its tokens, returns where it ends. */
  wordAt(text: string, i: number): number {
    const { letters } = this.lexicon;
    const first = LETTER_CLASS[text.charCodeAt(i)] as number;
    let state = 1;
    let stem = 0;
    let capitals = true;
    let at = i;
    let long = 0;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const letter = LETTER_CLASS[code] as number;
      if (letter === 0) break;
      if (letter === APOSTROPHE) {
        const follows = LETTER_CLASS[text.charCodeAt(at + 1)] as number;
        if (!(follows > 0 && follows < DIGIT)) break;
        stem = state;
      } else {
        long++;
        if (code >= 97 && (code < 0xc0 || code > 0xde)) capitals = false;
      }
      state = letters.next(state, letter);
    }
    const ids = first === DIGIT ? [this.number] : this.idsOf(state, stem, text, at);
    this.write(ids, i, at, capitals && long > 1);
    return at;
  }

  end(): Tokens {
    this.into.count = this.count;
    this.into.brk[this.count] = this.brk === BREAK.none ? BREAK.stop : this.brk;
    return this.into;
  }

  /** "customer's" is the customer: a possessive outside the vocabulary falls back to what stands before it. */
  private idsOf(state: number, stem: number, text: string, end: number): readonly number[] {
    const found = this.lexicon.letters.output(state);
    if (found.length || stem === 0) return found;
    const possessive = (text.charCodeAt(end - 1) | 32) === 115 && LETTER_CLASS[text.charCodeAt(end - 2)] === APOSTROPHE;
    return possessive ? this.lexicon.letters.output(stem) : found;
  }

  private write(ids: readonly number[], from: number, to: number, capitals: boolean): void {
    const { into, count } = this;
    const single = ids.length === 1 ? (ids[0] as number) : 0;
    if (single && (this.lexicon.steering[single] as number) & STEERING.filler) return;
    const doubled = single !== 0 && single !== this.number && count > 0 && into.word[count - 1] === single && this.brk <= BREAK.comma;
    if (doubled) {
      into.to[count - 1] = to;
      this.brk = BREAK.none;
      return;
    }
    for (let k = 0; k < Math.max(ids.length, 1); k++) {
      if (this.count >= into.word.length) grow(into);
      const at = this.count++;
      into.word[at] = ids[k] ?? 0;
      into.from[at] = from;
      into.to[at] = to;
      into.brk[at] = k === 0 ? this.brk : BREAK.none;
      into.flags[at] = (capitals ? FLAG.capitals : 0) | (this.quoted ? FLAG.quoted : 0);
    }
    this.brk = BREAK.none;
  }
}

/** A point between digits is no end of sentence; neither is a lone colon. */
function breakOf(code: number, next: number): number {
  switch (code) {
    case 46: // .
      return next > 32 && next !== 34 && next !== 41 && next !== 46 ? BREAK.none : BREAK.stop;
    case 63:
      return BREAK.question;
    case 33:
      return BREAK.exclamation;
    case 10:
    case 0x2026: // …
      return BREAK.stop;
    case 44:
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
  const room = tokens.word.length * 2;
  const wider = newTokens(room);
  for (const key of ["word", "from", "to", "brk", "flags"] as const) {
    (wider[key] as Uint8Array).set(tokens[key] as Uint8Array);
    (tokens as unknown as Record<string, unknown>)[key] = wider[key];
  }
}
