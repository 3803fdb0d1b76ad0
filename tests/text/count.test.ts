import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capitalsIn, lowerWords, splitsIn, startOf, wordsIn } from "../../src/text/index.js";

const inCapitals = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase();
const piece = fc.oneof(
  fc.constantFrom(
    ..."I'm don't NOT THE the a1's 4 12 x' 'y '' rock'n'roll 5's I AM CROSS caf\u00e9 \u00c9COLE it\u2019s \u3053\u3093 \u{1d400}".split(
      " ",
    ),
  ),
  fc.constantFrom(" ", "  ", "\n", "\t", "\u00a0", "\u2003", "\ufeff", ".", "-", "_", "'"),
  fc.string({ maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 16 }).map(parts => parts.join(""));
const agree = (holds: (text: string) => void) =>
  fc.assert(
    fc.property(text, each => void holds(each)),
    { numRuns: 500, seed: 7 },
  );

describe("counted by hand as an expression would count", () => {
  test("words by white space", () => {
    agree(each => expect(wordsIn(each)).toBe(each.split(/\s+/u).filter(Boolean).length));
  });

  test("words in capitals", () => {
    agree(each => {
      const words = each.match(/\p{L}{2,}/gu) ?? [];
      expect(capitalsIn(each, 2)).toEqual({ words: words.length, shouted: words.filter(inCapitals).length });
    });
  });

  test("words in lower case", () => {
    agree(each => {
      const words = each.match(/[\p{L}\p{M}\p{N}]+(?:['\u2019][\p{L}\p{M}]+)*/gu) ?? [];
      expect(lowerWords(each)).toEqual(words.map(word => word.toLowerCase().replaceAll("\u2019", "'")));
    });
  });
});

test.each([
  ["nothing", ""],
  ["white space alone", "  "],
  ["words and edges", " one two\tthree \n"],
  ["no edges", "one  two three"],
])("parts and beginnings are those of a split: %s", (_, text) => {
  expect(splitsIn(text)).toBe(text.split(/\s+/u).length);
  const parts = text.split(/(?<=\s)(?=\S)/u);
  for (const most of [1, 2, 3, 9]) expect(startOf(text, most)).toBe(parts.slice(0, most).join(""));
});
