import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBook } from "../../src/checklist/phrasebook.js";
import { LANGUAGE, languagePath } from "../../src/checklist/shipped.js";
import { signalsIn } from "../../src/engine/audit.js";
import { dialog } from "../../src/formats/dialog.js";
import type { Hit } from "../../src/model/index.js";
import {
  compileLexicon,
  createTalk,
  decodeLexicon,
  encodeLexicon,
  findPhrases,
  newTokens,
  type Phrasebook,
  tokenise,
} from "../../src/text/index.js";
import { newWalk } from "../../src/text/match.js";
import { plainMatches } from "../reference/plain-matcher.js";
import { plainTalk } from "../reference/plain-talk.js";

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

describe("a walk that is used again finds the same", () => {
  const lines = calls.flatMap(call => call.split("\n")).slice(0, 24);

  test.each([
    ["by the ways that it learnt before", undefined],
    ["and where it forgets them all the time", 4],
  ])("%s", (_, most) => {
    const tokens = newTokens();
    const walk = newWalk(tokens, lexicon, most);
    for (const line of [...lines, ...lines]) {
      tokenise(line, lexicon, tokens);
      expect(findPhrases(tokens, lexicon, walk)).toEqual(findPhrases(tokens, lexicon));
    }
  });
});

/** Conversations of the repository, and where they are at hand some of the shared ones. */
const conversations = ["fixtures/cases/conversations.jsonl", "../shared/cases/conversations.jsonl"]
  .filter(path => existsSync(path))
  .flatMap(path => readFileSync(path, "utf8").trimEnd().split("\n").slice(0, 2))
  .map(line =>
    (JSON.parse(line) as { turns: readonly { speaker: string; text: string }[] }).turns.slice(0, 10),
  );

describe("detectors see in the fast talk what they see in the plain one", () => {
  test.each(conversations.map((turns, i) => [i + 1, turns] as const))("conversation %i", (_, turns) => {
    const transcript = dialog(turns.map(({ speaker, text }) => `${speaker}: ${text.replace(/\s+/g, " ")}`));
    const plain = plainTalk(transcript, book, lexicon);
    const fast = createTalk(transcript, lexicon);
    // Of two phrases of a list that are equally long either may be named; hits of several lists at one word come in any order.
    expect(placesOf(fast.all)).toEqual(placesOf(plain.all));
    const lists = [...new Set(plain.all.map(({ list }) => list))];
    for (const list of lists) expect(placesOf(fast.hits(list))).toEqual(placesOf(plain.hits(list)));
    expect(signalsIn(fast)).toEqual(signalsIn(plain));
  });
});

test("a snapshot reads back as the same lexicon", () => {
  const back = decodeLexicon(encodeLexicon(lexicon));
  expect(back).toEqual(lexicon);
});

test("bytes that are no snapshot are refused", () => {
  expect(decodeLexicon(new Uint8Array(64))).toBeUndefined();
});

const placesOf = (hits: readonly Hit[]): readonly string[] =>
  hits.map(({ phrase: _, ...place }) => keyOf(place)).sort();

function keyOf(match: object): string {
  return JSON.stringify(match, Object.keys(match).sort());
}

function differing(text: string): readonly unknown[] {
  const tokens = tokenise(text, lexicon, newTokens());
  const fast = new Set(findPhrases(tokens, lexicon).map(keyOf));
  const plain = new Set(plainMatches(book, lexicon, tokens).map(keyOf));
  return [...[...fast].filter(each => !plain.has(each)), ...[...plain].filter(each => !fast.has(each))];
}
