import { expect, test } from "vitest";
import { judge, loadOne, verdicts } from "./lists.js";

const ACTS = `name: ours
pass-mark: 70
acts:
  one: { by: agent, guards: [], phrases: [one] }
  two: { by: agent, guards: [], phrases: [two] }
  six: { by: agent, guards: [], phrases: [six] }
`;
const item = (id: string, more = ""): string =>
  `  - { id: ${id}, title: ${id}, coach: Do., kind: include, acts: ${id}, weight: 10${more} }\n`;
const say = (words: string): readonly string[] => ["customer: Hello.", `agent: ${words}.`];

test.each([
  [
    "weights",
    `checks:\n${item("one")}${item("two", ", weight: 30").replace("weight: 10, ", "")}`,
    "two",
    75,
    "pass",
  ],
  [
    "a bonus raises",
    `checks:\n${item("one")}${item("two")}${item("six", ", bonus: true")}`,
    "one six",
    100,
    "pass",
  ],
  ["but never past all", `checks:\n${item("one")}${item("six", ", bonus: true")}`, "one six", 100, "pass"],
  ["and never lowers", `checks:\n${item("one")}${item("six", ", bonus: true")}`, "one", 100, "pass"],
  ["nor saves alone", `checks:\n${item("one")}${item("six", ", bonus: true")}`, "nothing", 0, "fail"],
  [
    "auto-fail decides, the score stays",
    `checks:\n${item("one")}${item("two")}${item("six", ", auto-fail: true")}`,
    "one two",
    66.7,
    "auto-fail",
  ],
  [
    "auto-fail of a section",
    `sections: [{ name: A, auto-fail: true }, { name: B }]\nchecks:\n${item("one", ", section: A")}${item("two", ", section: B")}`,
    "two",
    50,
    "auto-fail",
  ],
  [
    "a fail that takes its section",
    `checks:\n${item("one", ", section: A, auto-fail: section")}${item("two", ", section: A")}${item("six", ", section: B")}`,
    "two six",
    33.3,
    "fail",
  ],
  [
    "sections with weights",
    `sections: [{ name: A, weight: 90 }, { name: B, weight: 10 }]\nchecks:\n${item("one", ", section: A")}${item("two", ", section: B")}${item("six", ", section: B")}`,
    "one",
    90,
    "pass",
  ],
  [
    "what did not apply is out",
    `checks:\n${item("one")}${item("two", ", when: customer-abusive")}`,
    "one",
    100,
    "pass",
  ],
  [
    "nothing applied",
    `applies-when: { channel: email }\nchecks:\n${item("one")}`,
    "one",
    null,
    "not-scorable",
  ],
])("score: %s", (_, yaml, words, score, outcome) => {
  expect(judge(loadOne(ACTS + yaml), say(words))).toMatchObject({ score, outcome });
});

test("bands name the score", () => {
  const rules = loadOne(`${ACTS}bands: { Top: 90, Fair: 40 }\nchecks:\n${item("one")}${item("two")}`);
  expect(judge(rules, say("one two")).band).toBe("Top");
  expect(judge(rules, say("one")).band).toBe("Fair");
  expect(judge(rules, say("none")).band).toBeUndefined();
});

test.each([
  ["any: one is enough", "any: [one-item, { kind: include, acts: two }]", "two", "pass"],
  ["any: none", "any: [one-item, { kind: include, acts: two }]", "none", "fail"],
  [
    "any: what cannot be seen might have been it",
    "any: [one-item, { kind: fact, fact: duration, at-least: 1s }]",
    "none",
    "unknown",
  ],
  [
    "any: and if another was heard that is enough",
    "any: [one-item, { kind: fact, fact: duration, at-least: 1s }]",
    "one",
    "pass",
  ],
  ["all: both", "all: [one-item, { kind: include, acts: two }]", "one two", "pass"],
  ["all: one is not enough", "all: [one-item, { kind: include, acts: two }]", "one", "fail"],
  [
    "all in any",
    "any: [{ all: [{ kind: include, acts: one }, { kind: include, acts: two }] }, { kind: include, acts: six }]",
    "one two",
    "pass",
  ],
])("%s", (_, how, words, verdict) => {
  const yaml = `checks:\n${item("one").replace("id: one,", "id: one-item,")}  - { id: both, title: Both, coach: Do., ${how} }`;
  expect(verdicts(judge(loadOne(ACTS + yaml), say(words))).both).toBe(verdict);
});

test.each([
  ["its channel", "applies-when: { channel: [voice, email] }", "pass"],
  ["another channel", "applies-when: { channel: chat }", "na"],
  ["what the export says, in any case", "applies-when: { metadata: { queue: [sales, billing] } }", "pass"],
  ["something else", "applies-when: { metadata: { queue: returns } }", "na"],
  ["what it does not say", "applies-when: { metadata: { team: returns } }", "unknown"],
  ["what is no key of ours", "applies-when: { metadata: { constructor: x } }", "unknown"],
  ["an act that was heard", "applies-when: { heard: [six, two] }", "pass"],
  ["one that was not", "applies-when: { heard: [six] }", "na"],
  ["all of it", "applies-when: { channel: voice, heard: six }", "na"],
])("asked when: %s", (_, when, verdict) => {
  const audit = judge(loadOne(`${ACTS}checks:\n${item("one", `, ${when}`)}`), say("one two"), {
    metadata: { queue: "Billing" },
  });
  expect(verdicts(audit)).toEqual({ one: verdict });
});

const LONG = [
  "customer 0-2s: a",
  "agent 3-5s: b",
  "customer 6-8s: c",
  "agent 40-42s: d",
  "customer 50-52s: e",
  "agent 53-55s: f",
  "customer 90-92s: g",
  "agent 93-95s: h",
];
const at = (turn: number): readonly string[] =>
  LONG.map((line, i) => (i === turn ? line.replace(/.$/, "one") : line));

test.each([
  ["opening: the first four turns", "in: opening", 3, "pass"],
  ["or thirty seconds, and no more", "in: opening", 5, "fail"],
  ["closing: the last four", "in: closing", 5, "pass"],
  ["and no more", "in: closing", 3, "fail"],
  ["first turns of the agent", "by: agent, first: 2", 3, "pass"],
  ["not the third", "by: agent, first: 2", 5, "fail"],
  ["last turns", "last: 1", 7, "pass"],
  ["first seconds", "first: 45s", 3, "pass"],
  ["past them", "first: 45s", 5, "fail"],
  ["last seconds", "last: 5s", 7, "pass"],
  ["first part", "first: 25%", 1, "pass"],
  ["past it", "first: 25%", 3, "fail"],
  ["last part", "last: 50%", 5, "pass"],
])("scope, %s", (_, scope, turn, verdict) => {
  expect(verdicts(judge(loadOne(`${ACTS}checks:\n${item("one", `, ${scope}`)}`), at(turn)))).toEqual({
    one: verdict,
  });
});

test.each([
  ["seconds without times are unknown", "first: 30s", say("one"), "unknown"],
  ["after an act", "after: two", ["agent: two", "customer: a", "agent: one"], "pass"],
  ["not before it", "after: two", ["agent: one", "customer: a", "agent: two", "customer: b"], "fail"],
  ["before an act", "before: two", ["agent: one", "customer: a", "agent: two"], "pass"],
  ["that never came", "before: two", ["agent: one", "customer: a"], "na"],
  ["while upset", "while: upset", ["customer: I am furious, this is a disgrace!", "agent: one"], "pass"],
  ["not while calm", "while: upset", ["customer: Hello there.", "agent: one"], "na"],
])("scope: %s", (_, scope, lines, verdict) => {
  expect(verdicts(judge(loadOne(`${ACTS}checks:\n${item("one", `, ${scope}`)}`), lines))).toEqual({
    one: verdict,
  });
});
