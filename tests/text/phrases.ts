import type { Lexicon, Phrasebook, PhraseList } from "../../src/text/index.js";
import { compileLexicon, findPhrases, newTokens, tokenise } from "../../src/text/index.js";

/** A phrasebook with one list a name, the steering words that the tests use, and a class of colours. */
export function bookOf(
  lists: Readonly<Record<string, readonly string[]>>,
  guards: PhraseList["guards"] = [],
): Phrasebook {
  return {
    classes: new Map([
      ["filler", ["um", "uh"]],
      ["softener", ["really", "so", "very", "just"]],
      ["negator", ["not", "never"]],
      ["negator-near", ["no"]],
      ["reporter", ["said", "told"]],
      ["condition", ["if"]],
      ["self", ["i", "we"]],
      ["number", ["#", "one", "two"]],
      ["colour", ["red", "green", "blue"]],
    ]),
    lists: Object.entries(lists).map(([name, phrases]) => ({ name, phrases, guards })),
  };
}

/** Words that a phrase covers in a text, "" where it is not found; `kept` names the guard. */
export function found(phrase: string, text: string, guards: PhraseList["guards"] = []): readonly string[] {
  const { lexicon } = compileLexicon(bookOf({ list: [phrase] }, guards));
  return matchesIn(lexicon, text).map(({ words, kept }) => (kept ? `${kept}: ${words}` : words));
}

/** All matches of a lexicon in a text. */
export function matchesIn(lexicon: Lexicon, text: string) {
  const tokens = tokenise(text, lexicon, newTokens(4));
  return findPhrases(tokens, lexicon).map(match => ({
    ...match,
    words: text.slice(tokens.from[match.first], tokens.to[match.last]),
  }));
}
