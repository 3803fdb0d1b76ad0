import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { doublings, worstGrowth } from "../steps.js";

const { readSource } = await import("../../src/engine/read.js");
const { parsePhrase } = await import("../../src/text/index.js");
const { loadChecklists } = await import("../../src/checklist/index.js");
const { createAuditor } = await import("../../src/engine/audit.js");
const { dialog } = await import("../../src/formats/dialog.js");
const { readYaml } = await import("../../src/checklist/yaml.js");

/** Doublings from 2 KB on: three in a short run, eight in `npm run fuzz`. */
const DOUBLINGS = process.env.ATTUNE_FUZZ ? 8 : 3;
const FIRST = 2_048;
/** Twice the input may take this many times the steps. */
const MOST = 2.5;

/** A text of at least so many characters: a head, and a piece again and again. */
const filled = (size: number, piece: string, head = ""): string =>
  head + piece.repeat(Math.ceil(size / piece.length));

test.each([
  ["plain turns", "Agent: Hello there.\nCustomer: Hi, it is late.\n", ""],
  ["one speaker's lines", "Ana: yes\n", ""],
  ["a speaker a line", "", ""],
  ["captions", "00:00:01.000 --> 00:00:02.000\n<v Ana>Hello\n\n", "WEBVTT\n\n"],
  ["subtitles", "1\n00:00:01,000 --> 00:00:02,000\nAna: Hello\n\n", ""],
  ["rows", "agent,Hello,1\ncustomer,Hi,2\n", "speaker,text,start\n"],
  ["messages", '{"role":"user","content":"hi"}\n{"role":"assistant","content":"hello"}\n', ""],
  ["a list of turns", '{"speaker":"agent","text":"a"},{"speaker":"customer","text":"b"},', '{"turns":['],
  ["markdown", "**Agent:** Hello\n\n**Customer:** Hi\n\n", "# A call\n\n"],
  ["colons", "a:", ""],
  ["brackets", "[(<", ""],
  ["stamps", "00:00:01 ", ""],
  ["open objects", '{"turns":', ""],
  ["one word", "a", "Agent: "],
  ["quotes", '"', "speaker,text\n"],
  ["tags", "<b>", "Agent: "],
  ["entities", "&amp;", "Agent: "],
  ["mail headers", "From: a@example.com\nSubject: x\n\nhi\n", ""],
])("reading %s grows with its size", (name, piece, head) => {
  const text = (size: number): string =>
    piece === ""
      ? Array.from({ length: Math.ceil(size / 16) }, (_, i) => `Speaker${i % 400}: hello`).join("\n")
      : filled(size, piece, head);
  const work = (size: number) => {
    const bytes = Buffer.from(text(size));
    return () => void [...readSource({ name: "hostile", named: true, bytes }, {})];
  };
  expect(worstGrowth(doublings(work, FIRST, DOUBLINGS)), name).toBeLessThanOrEqual(MOST);
});

test.each([
  ["brackets", "(a|b) "],
  ["options", "so? "],
  ["gaps", "a ..6 "],
  ["words", "delay~ "],
  ["open brackets", "("],
  ["bars", "a|"],
])("a phrase of %s is read or refused in steps that grow with it", (name, piece) => {
  const work = (size: number) => () => void parsePhrase(filled(size, piece));
  expect(worstGrowth(doublings(work, FIRST, DOUBLINGS)), name).toBeLessThanOrEqual(MOST);
});

const rules = loadChecklists(["complete"], path => readFileSync(path, "utf8"));
const judge = createAuditor(rules);

test.each([
  ["words", "I'm so sorry about that, but I can't do it. "],
  ["marks", "..., "],
  ["apostrophes", "i'm n't "],
  ["one word", "a"],
  ["figures", "1,000.5 "],
  ["questions", "why? "],
])("judging turns full of %s grows with their text", (name, piece) => {
  const work = (size: number) => {
    const half = filled(size / 2, piece);
    const transcript = dialog([`customer: ${half}`, `agent: ${half}`], "chat");
    return () => void judge(transcript);
  };
  expect(worstGrowth(doublings(work, FIRST, DOUBLINGS)), name).toBeLessThanOrEqual(MOST);
});

test.each([
  [
    "a customer who is upset and an agent who refuses",
    ["customer: I'm really upset, why is it late?", "agent: We can't do that."],
  ],
  ["short replies", ["customer: no", "agent: yes"]],
  ["the same question", ["customer: When will my parcel come?", "agent: I don't know."]],
])("judging many turns of %s grows with their number", (name, lines) => {
  const work = (size: number) => {
    const transcript = dialog(Array.from({ length: size / 32 }, () => lines).flat(), "chat");
    return () => void judge(transcript);
  };
  expect(worstGrowth(doublings(work, FIRST, DOUBLINGS)), name).toBeLessThanOrEqual(MOST);
});

test.each([
  ["keys", "k: 1\n"],
  ["aliases", "- *a\n"],
  ["open lists", "["],
  ["anchors", "- &a x\n"],
  ["levels", "- - - "],
])("YAML of %s is read or refused in steps that grow with it", (name, piece) => {
  const work = (size: number) => () => void readYaml("x.yml", filled(size, piece));
  expect(worstGrowth(doublings(work, FIRST, DOUBLINGS)), name).toBeLessThanOrEqual(MOST);
});
