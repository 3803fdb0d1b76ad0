import fc from "fast-check";
import { expect, test } from "vitest";
import { type Again, everydayAgain, namesAgain, wordsAgain } from "../../src/safety/again.js";

const exactly = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
const spelt = (word: string): string => [...word].map(exactly).join(String.raw`[\s.,-]{1,3}`);
const inRow = (words: readonly string[]): string =>
  `(?:${words.join("|")})(?:[ -](?:${words.join("|")})){0,3}`;

/** What the search by hand must agree with. */
const slowly = (expression: string, flags: string): Again => {
  const compiled = new RegExp(`${expression}(?![\\p{L}\\p{N}])`, flags);
  return text => [...text.matchAll(compiled)].map(({ index, 0: found }) => [index, index + found.length]);
};

const words = ["Jane", "Jan", "Okafor", "O'Brien", "Anne-Marie", "Kass", "ab", "aab"];
const spellable = words.filter(({ length }) => length > 2 && length < 16);
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...words,
        ...words.map(word => word.toUpperCase()),
        ..."Will Mark will J a n e o-k-a-f-o-r J.A.N \u212Aaſs a b x é , . ! … \u{1D49C} 4 thanks Dr.".split(
          " ",
        ),
      ),
      fc.constantFrom(" ", "-", ", ", ". ", ""),
    ),
    { maxLength: 14 },
  )
  .map(parts => parts.join(""));

test.each([
  [
    "names",
    namesAgain(words),
    slowly(`(?<![\\p{L}\\p{N}])${inRow([...words.map(exactly), ...spellable.map(spelt)])}`, "giu"),
  ],
  [
    "everyday names",
    everydayAgain(["will", "MARK"]),
    slowly(`(?<=[\\p{L},] |\\p{Lu}\\. )${inRow(["Will", "Mark"])}`, "gu"),
  ],
  [
    "words",
    wordsAgain(["#4-blue", "ab", "Jane"]),
    slowly(String.raw`(?<![\p{L}\p{N}])(?:#4-blue|ab|Jane)`, "giu"),
  ],
])("the search for %s by hand finds what an expression finds", (_, again, expected) => {
  fc.assert(
    fc.property(text, said => {
      expect(again(said)).toEqual(expected(said));
    }),
    { numRuns: 3_000, seed: 3 },
  );
});

test("a name of other letters is found as well", () => {
  expect(namesAgain(["Zoë"])("Danke, ZOË. Z-O-Ë")).toEqual([
    [7, 10],
    [12, 17],
  ]);
});
