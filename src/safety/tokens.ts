import { spokenDigits } from "./digits.js";
import { matchesOf } from "./matches.js";

/** Letters and figures that stand together: a number word as its figures, anything else in capitals. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly letters: string;
}

const TOKEN = /[\p{L}\p{N}]+/gu;

let seen = "";
let tokens: readonly Token[] = [];

/** The tokens of a text; two recognisers ask for them, one after the other. */
export function tokensIn(text: string): readonly Token[] {
  if (text === seen) return tokens;
  tokens = matchesOf(TOKEN, text).map(
    ({ index, 0: word }): Token => ({
      from: index,
      to: index + word.length,
      letters: spokenDigits(word) ?? word.toUpperCase(),
    }),
  );
  seen = text;
  return tokens;
}
