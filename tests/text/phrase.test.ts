import { expect, test } from "vitest";
import { compileLexicon } from "../../src/text/index.js";
import { bookOf } from "./phrases.js";

test.each([
  ["an unclosed bracket", "thank (you", "Unexpected end of phrase, expected `)`"],
  ["a bracket too many", "thank you)", "Unexpected `)`, expected a word or the end"],
  [
    "no word at all",
    "(really)?",
    "Unexpected phrase that can match without a word, expected at least one word",
  ],
  [
    "a gap at the edge",
    "thank you ..",
    "Unexpected gap at the edge of a phrase, expected words on both sides",
  ],
  ["a gap too wide", "a ..99 b", "Unexpected gap `..99`, expected `..` or `..1` to `..12`"],
  ["a class that nobody defined", "<color> car", "Unexpected class `<color>`, expected one of"],
  ["a mark that is no word", "100%", "Unexpected `100%`, expected a word"],
  [
    "too many variants",
    "a? b? c? d? e? f? g? h? i? j? k? l? m",
    "Unexpected number of variants, expected at most",
  ],
  ["brackets without end", "(".repeat(40), "Unexpected nesting, expected at most 8 brackets deep"],
])("%s is a located mistake", (_, phrase, message) => {
  const { mistakes } = compileLexicon(bookOf({ list: [phrase] }));
  expect(mistakes.map(mistake => mistake.message)).toEqual([expect.stringContaining(message)]);
});
