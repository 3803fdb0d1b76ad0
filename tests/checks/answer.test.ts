import { expect, test } from "vitest";
import { ask, optionsOf } from "./conversation.js";

const CALL = ["customer: a", "agent: b", "customer: c", "agent: d", "customer: e", "agent: f"];
const TIMED = ["customer 0-4s: a", "agent 5-8s: b", "customer 9-12s: c", "agent 60-62s: d"];

test.each([
  ["nothing to answer", "within: 2", [], "na", undefined],
  ["answered in the next turn", "within: 2", ["customer-negative@0", "empathy@1"], "pass", 1],
  ["answered in the second", "within: 2", ["customer-negative@0", "empathy@3"], "pass", 3],
  ["too late is half", "within: 1", ["customer-negative@0", "empathy@3"], "partial", undefined],
  ["never", "within: 2", ["customer-negative@0"], "fail", undefined],
  [
    "an answer before its cue is none",
    "within: 2",
    ["empathy@1", "customer-negative@2"],
    "partial",
    undefined,
  ],
  [
    "the first of two answered is enough",
    "{ within: 1, merge: 0 }",
    ["customer-negative@0", "empathy@1", "customer-negative@4"],
    "pass",
    1,
  ],
  [
    "unless it was withdrawn at once",
    "unless: customer-positive",
    ["customer-negative@0", "customer-positive@2"],
    "na",
    undefined,
  ],
  [
    "or in the same breath",
    "unless: customer-positive",
    ["customer-negative@0", "customer-positive@0"],
    "na",
    undefined,
  ],
] as const)("answer: %s", (_, more, given, verdict, answer) => {
  const yaml = `${more.startsWith("{") ? more.slice(2, -2).replace(", ", "\n") : more}\ncues: customer-negative\nanswers: empathy`;
  const judged = ask("answer", yaml, CALL, given);
  expect(judged.verdict).toBe(verdict);
  expect(judged.opportunities?.[0]?.answer?.turn).toBe(answer);
});

test.each([
  ["soon enough", TIMED, ["customer-negative@0", "empathy@1"], "pass"],
  ["in the next turn, yet too late", TIMED, ["customer-negative@2", "empathy@3"], "partial"],
  ["without times nobody can tell", CALL, ["customer-negative@0", "empathy@1"], "unknown"],
])("answer within seconds: %s", (_, lines, given, verdict) => {
  const judged = ask("answer", "cues: customer-negative\nanswers: empathy\nwithin: 10s", lines, given);
  expect(judged.verdict).toBe(verdict);
  if (verdict === "unknown") expect(judged.message).toContain("it has no times");
});

test("a reach that is none is said where it stands", () => {
  expect(optionsOf("answer", "cues: customer-negative\nanswers: empathy\nwithin: soon").wrong).toEqual([
    "Unexpected `soon`, expected turns such as `2` or seconds such as `30s`",
  ]);
});
