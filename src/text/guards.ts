import { type Guard, STEERING } from "./book.js";
import type { Lexicon } from "./lexicon.js";
import { BREAK, FLAG, type Tokens } from "./tokens.js";

/** How far before a phrase a "not", an "if" or a "he said" still governs it, in tokens. */
const REACH = { negated: 4, near: 1, conditional: 6, quoted: 6 } as const;

interface Found {
  readonly first: number;
  readonly last: number;
}

/** Whether a guard keeps this phrase from counting. */
export function guardOf(guard: Guard, { first, last }: Found, tokens: Tokens, lexicon: Lexicon): boolean {
  switch (guard) {
    case "negated":
      return (
        stands(first, REACH.negated, STEERING.negator, BREAK.comma, tokens, lexicon) ||
        stands(first, REACH.near, STEERING["negator-near"], BREAK.comma, tokens, lexicon)
      );
    case "conditional":
      return stands(first, REACH.conditional, STEERING.condition, BREAK.stop, tokens, lexicon);
    case "quoted":
      return ((tokens.flags[first] as number) & FLAG.quoted) !== 0 || reported(first, tokens, lexicon);
    case "question":
      return sentenceEnd(last, tokens) === BREAK.question;
  }
}

/** A steering word stands within reach before a token, with no break of that strength between. */
function stands(
  first: number,
  reach: number,
  bit: number,
  stop: number,
  { word, brk }: Tokens,
  { steering }: Lexicon,
): boolean {
  for (let i = first; i > 0 && first - i < reach; i--) {
    if ((brk[i] as number) >= stop) return false;
    if ((steering[word[i - 1] as number] as number) & bit) return true;
  }
  return false;
}

/** «he said», «your colleague told me»: somebody else's words follow. «I said» and «as I say» report nobody. */
function reported(first: number, { word, brk }: Tokens, { steering }: Lexicon): boolean {
  for (let i = first; i > 0 && first - i < REACH.quoted; i--) {
    if ((brk[i] as number) >= BREAK.stop) return false;
    if (!((steering[word[i - 1] as number] as number) & STEERING.reporter)) continue;
    const whose = i >= 2 ? (steering[word[i - 2] as number] as number) : STEERING.self;
    return (whose & STEERING.self) === 0;
  }
  return false;
}

function sentenceEnd(last: number, { brk, count }: Tokens): number {
  for (let i = last + 1; i <= count; i++) {
    const mark = brk[i] as number;
    if (mark >= BREAK.stop) return mark;
  }
  return BREAK.stop;
}
