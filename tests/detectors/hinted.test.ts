import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import "../../src/detectors/index.js";
import { HINTED } from "../../src/detectors/shared/hinted.js";
import { dialog } from "../../src/formats/dialog.js";
import type { Turn } from "../../src/model/index.js";

const turnOf = (text: string): Turn => ({ ...(dialog(["agent: Hello"]).turns[0] as Turn), text });

/** Every text under `text` in the files of a folder. */
const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(name => /\.jsonl?$/.test(name))
    .flatMap(name => [...readFileSync(join(folder, name), "utf8").matchAll(/"text": ?("(?:[^"\\]|\\.)*")/g)])
    .map(([, text]) => (JSON.parse(text as string) as string).trim())
    .filter(text => text !== "");

const texts = [...new Set(textsIn("fixtures"))];

test("there are texts and expressions to try", () => {
  expect(texts.length).toBeGreaterThan(1_000);
  expect(HINTED.length).toBeGreaterThan(50);
});

describe("an expression goes without none of its keys", () => {
  const turns = texts.map(turnOf);

  test.each(HINTED.map(each => [String(each.pattern).slice(0, 60), each] as const))("%s", (_, each) => {
    const plain = new RegExp(each.pattern.source, each.pattern.flags.replace("g", ""));
    const missed = turns.filter(turn => plain.test(turn.text) && !each.hints(turn));
    expect(missed.map(({ text }) => text)).toEqual([]);
  });
});

describe("keys are met", () => {
  test.each([
    ["at the beginning and in capitals", "THANKS for that", true],
    ["at the end", "many thanks", true],
    ["inside a word", "unthankful", true],
    ["not in pieces", "than ks, th anks", false],
    ["beyond ASCII, as expressions that ignore case read it", "thanK", true],
  ])("%s", (_, text, met) => {
    const [first] = HINTED.filter(({ keys }) => keys.includes("thank"));
    expect(first?.hints(turnOf(text))).toBe(met);
  });
});

test("every key is two small ASCII letters or more", () => {
  const keys = HINTED.flatMap(each => each.keys);
  expect(keys.filter(key => !/^[\x20-\x40\x5b-\x7e]{2,}$/.test(key))).toEqual([]);
});
