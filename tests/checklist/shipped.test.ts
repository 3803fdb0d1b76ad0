import { readdirSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { expect, test } from "vitest";
import { listsOf } from "../../src/checklist/act-lists.js";
import { ACTS, loadChecklists } from "../../src/checklist/index.js";
import { QUESTIONED, recogniseQuestion } from "../../src/checklist/questions.js";
import { importScorecard } from "../../src/checklist/scorecard.js";
import { LANGUAGE, SHIPPED } from "../../src/checklist/shipped.js";
import { skeleton } from "../../src/checklist/skeleton.js";
import { actsIn } from "../../src/engine/coverage.js";
import { tryExamples } from "../../src/engine/examples.js";
import { base, loadOne } from "./lists.js";

const FOLDER = resolve(import.meta.dirname, "../../checklists");
const yamlIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith(".yaml"))
    .map(name => basename(name, ".yaml"))
    .sort();

test("what ships is what lies in the folder", () => {
  expect([...SHIPPED].sort()).toEqual(yamlIn(FOLDER));
  expect([...LANGUAGE].sort()).toEqual(yamlIn(`${FOLDER}/language/en`));
});

const { checklists, problems } = loadChecklists(SHIPPED, path => readFileSync(path, "utf8"));

test("all of it loads without a problem, each under its own name", () => {
  expect(problems).toEqual([]);
  expect(checklists.map(({ name }) => name)).toEqual([...SHIPPED]);
  expect(new Set(checklists.map(({ sha256 }) => sha256)).size).toBe(SHIPPED.length);
});

/** Acts that are heard without phrases: by time, by length, by sameness. */
const WORDLESS = [
  "interruption",
  "request",
  "overlap",
  "backchannel",
  "joint-completion",
  "invited-help",
  "start-together",
  "situation",
  "commitment",
];

test("every act that a check asks about has phrases to show, or is known to have none", () => {
  const asked = [...new Set(checklists.flatMap(actsIn))];
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter(act => !ACTS.has(act))).toEqual([]);
  expect(
    asked.filter(act => listsOf(act, base.lexicon.lists).length === 0 && !WORDLESS.includes(act)),
  ).toEqual([]);
});

test("the skeleton is right as it stands, and its own examples hold", () => {
  const rules = loadOne(skeleton("ours"));
  expect(rules.problems).toEqual([]);
  const [list] = rules.checklists;
  const { trials } = tryExamples(list!, rules.own.get(list!)!);
  const own = trials.filter(({ check }) => check === "recording-notice");
  expect(own.map(({ example, heard }) => [example.verdict, heard?.finding.verdict])).toEqual([
    ["pass", "pass"],
    ["fail", "fail"],
    ["fail", "fail"],
  ]);
});

test.each([
  ["Did the agent show empathy for the customer's situation?", "empathy"],
  ["Agent greeted the caller politely", "respect"],
  ["Did not interrupt or talk over the customer", "interruptions"],
  ["Paraphrased the issue to confirm understanding", "reflective-listening"],
  ["Used probing questions to find the root cause", "probing-questions"],
  ["Apologised sincerely for the inconvenience", "apology"],
  ["Followed hold procedure", "updates"],
  ["Took ownership of the problem", "ownership"],
  ["Offered alternatives where the request could not be met", "alternatives"],
  ["Set expectations and next steps", "next-steps"],
  ["Warm transfer to the right team", "handover"],
  ["Issue resolved on first contact", "resolution"],
  ["Read the recording disclosure", undefined],
  ["Verified the account", undefined],
])("«%s» asks %s", (question, check) => {
  expect(recogniseQuestion(question)).toBe(check);
});

test("questions are mapped to checks that ship", () => {
  expect(QUESTIONED.filter(id => !base.known().has(id))).toEqual([]);
});

test.each([
  [
    "by synonyms",
    [
      ["Category", "Criteria", "Max Points", "Critical?"],
      ["Opening", "Polite greeting", "10", "no"],
      ["Care", "Empathy", "20%", "YES"],
    ],
  ],
  [
    "by plain names",
    [
      ["question", "weight", "section", "auto-fail"],
      ["Polite greeting", "10", "Opening", ""],
      ["Empathy", "20", "Care", "x"],
    ],
  ],
])("a scorecard is read %s", (_, rows) => {
  const made = importScorecard(rows, "card");
  if ("expected" in made) throw new Error(made.expected);
  expect(made).toMatchObject({ mapped: 2, left: 0 });
  const { checklists, problems } = loadOne(made.yaml);
  expect(problems).toEqual([]);
  expect(checklists[0]?.checks).toMatchObject([
    { id: "respect", section: "Opening", weight: 10, autoFail: false },
    { id: "empathy", section: "Care", weight: 20, autoFail: true },
  ]);
});

test("what it does not recognise is left as a comment that cannot break the list", () => {
  const made = importScorecard(
    [["question"], ["Empathy"], ['Says "boo"\n- id: x: \u2028 #'], ["Shows empathy again"]],
    "card",
  );
  if ("expected" in made) throw new Error(made.expected);
  expect(made).toMatchObject({ mapped: 1, left: 2 });
  expect(loadOne(made.yaml).checklists[0]?.checks).toHaveLength(1);
  expect(
    importScorecard(
      [
        ["a", "b"],
        ["c", "d"],
      ],
      "card",
    ),
  ).toHaveProperty("expected");
});
