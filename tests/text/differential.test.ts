import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBook } from "../../src/checklist/phrasebook.js";
import { LANGUAGE, languagePath } from "../../src/checklist/shipped.js";
import {
  compileLexicon,
  decodeLexicon,
  encodeLexicon,
  findPhrases,
  newTokens,
  type Phrasebook,
  tokenise,
} from "../../src/text/index.js";
import { plainMatches } from "../reference/plain-matcher.js";

const shipped = readBook(
  LANGUAGE.map(file => ({ path: file, text: readFileSync(languagePath("en", file), "utf8") })),
);
const book: Phrasebook = { classes: shipped.classes, lists: [...shipped.lists.values()] };
const { lexicon } = compileLexicon(book);
const calls = ["late-parcel.txt", "double-charge.vtt", "wrong-size.json", "late-refund.txt"].map(name =>
  readFileSync(`fixtures/calls/${name}`, "utf8"),
);
const words = [...new Set(calls.join(" ").split(/\s+/u))];

describe("the flat tables find what the plain matcher finds", () => {
  test("in the example calls, line by line", () => {
    const lines = calls.flatMap(call => call.split("\n")).slice(0, 24);
    expect(lines.map(line => differing(line))).toEqual(lines.map(() => []));
  });

  test("in sentences thrown together", () => {
    const sentence = fc.array(fc.constantFrom(...words, ".", "?", "um", "not", "really"), { maxLength: 24 });
    fc.assert(
      fc.property(sentence, parts => {
        expect(differing(parts.join(" "))).toEqual([]);
      }),
      { numRuns: 20, seed: 7 },
    );
  });
});

test("a snapshot reads back as the same lexicon", () => {
  const back = decodeLexicon(encodeLexicon(lexicon));
  expect(back).toEqual(lexicon);
});

test("bytes that are no snapshot are refused", () => {
  expect(decodeLexicon(new Uint8Array(64))).toBeUndefined();
});

function differing(text: string): readonly unknown[] {
  const tokens = tokenise(text, lexicon, newTokens());
  const key = (match: object): string => JSON.stringify(match, Object.keys(match).sort());
  const fast = new Set(findPhrases(tokens, lexicon).map(key));
  const plain = new Set(plainMatches(book, lexicon, tokens).map(key));
  return [...[...fast].filter(each => !plain.has(each)), ...[...plain].filter(each => !fast.has(each))];
}
