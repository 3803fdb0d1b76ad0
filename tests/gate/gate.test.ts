import { expect, test } from "vitest";
import type { Bar } from "../../src/gate/bar.js";
import { createGate, verdictOf } from "../../src/gate/gate.js";
import type { Audit, Decision, Finding, Outcome, Verdict } from "../../src/model/index.js";

const finding = (check: string, verdict: Verdict, accepted = false): Finding =>
  ({ check, verdict, weight: 1, ...(accepted && { accepted: true }) }) as Finding;
const audit = (outcome: Outcome, score: number | null, ...findings: readonly Finding[]): Audit =>
  ({ transcript: { source: "a.txt" }, outcome, score, passMark: 70, findings }) as unknown as Audit;

/** As if every check weighed the same. */
const rescore = (findings: readonly Finding[]) => {
  const counted = findings.filter(({ verdict }) => verdict === "pass" || verdict === "fail");
  if (counted.length === 0) return { score: null, outcome: "not-scorable" as const };
  const score = (100 * counted.filter(({ verdict }) => verdict === "pass").length) / counted.length;
  return { score, outcome: score < 70 ? ("fail" as const) : ("pass" as const) };
};
const decide = (bar: Partial<Bar>, ...audits: readonly Audit[]): Decision => {
  const gate = createGate({ failOn: "never", ...bar }, rescore);
  for (const one of audits) gate.add(one);
  return gate.decide();
};

const poor = audit("fail", 50, finding("empathy", "fail"), finding("apology", "pass"));
const fine = audit("pass", 100, finding("empathy", "pass"), finding("apology", "pass"));
const half = audit("pass", 90, finding("empathy", "partial"), finding("apology", "pass"));
const quiet = audit("not-scorable", null, finding("empathy", "na"));
const known = audit("fail", 50, finding("empathy", "fail", true), finding("apology", "pass"));

test.each<[string, Partial<Bar>, readonly Audit[], readonly string[]]>([
  ["no bar, nothing missed", {}, [poor], []],
  ["as many fails as allowed", { maxFails: 1 }, [poor, fine], []],
  ["one more over the run", { maxFails: 1 }, [poor, poor], ["2 failed check(s) in all, more than 1"]],
  ["none allowed", { maxFails: 0 }, [poor], ["1 failed check(s) in all, more than 0"]],
  ["a partial is no fail", { maxFails: 0 }, [half], []],
  ["a rate that is reached", { perCheck: [{ check: "empathy", rate: 0.5 }] }, [poor, fine], []],
  [
    "one that is not",
    { perCheck: [{ check: "empathy", rate: 0.8 }] },
    [poor, fine],
    ["empathy passed in 1 of 2 (50%), below 80%"],
  ],
  [
    "a partial did not pass",
    { perCheck: [{ check: "empathy", rate: 1 }] },
    [half],
    ["empathy passed in 0 of 1 (0%), below 100%"],
  ],
  [
    "where it did not apply it counts for nothing",
    { perCheck: [{ check: "empathy", rate: 1 }] },
    [fine, quiet],
    [],
  ],
  ["nor where it never applied", { perCheck: [{ check: "empathy", rate: 1 }] }, [quiet], []],
  [
    "an audit below its own bar is named with its score",
    { minScore: 70 },
    [poor, fine],
    ["a.txt: scored below 70 (50)"],
  ],
  [
    "what is accepted lifts the score that is held to the bar",
    { minScore: 70, failOn: "partial", maxFails: 0 },
    [known],
    [],
  ],
  [
    "anything not accepted is worse than the baseline",
    { noWorseThan: "b.json" },
    [half],
    ["a.txt: worse than b.json: empathy (90)"],
  ],
  ["and what is, is not", { noWorseThan: "b.json" }, [known, fine], []],
])("%s", (_, bar, audits, missed) => {
  expect(decide(bar, ...audits).missed).toEqual(missed);
});

test("the bars are told as they were given", () => {
  expect(
    decide({
      minScore: 70,
      failOn: "fail",
      maxFails: 2,
      perCheck: [{ check: "a", rate: 0.8 }],
      noWorseThan: "b",
    }).bars,
  ).toEqual(["--min-score 70", "--fail-on fail", "--max-fails 2", "--per-check a=0.8", "--no-worse-than b"]);
});

test("of many audits below the bar the first are told, the rest counted", () => {
  const { missed, below } = decide({ minScore: 70 }, ...Array<Audit>(30).fill(poor));
  expect(below).toBe(30);
  expect(missed).toHaveLength(21);
  expect(missed.at(-1)).toBe("and 10 more audits");
});

const decision = (more: Partial<Decision>): Decision => ({
  bars: [],
  below: 0,
  missed: [],
  remarks: 0,
  accepted: 0,
  ...more,
});

test.each<[string, Decision, number, ReturnType<typeof verdictOf>]>([
  ["nothing missed", decision({}), 3, { below: 0, remarks: 0 }],
  ["a bar missed", decision({ missed: ["a"] }), 0, { below: 1, remarks: 0 }],
  ["a warning alone never fails", decision({ missed: ["a"], warnOnly: true }), 0, { below: 0, remarks: 0 }],
  ["remarks alone give their status", decision({ remarks: 2 }), 3, { below: 0, remarks: 3 }],
  ["where nobody asked for one they give none", decision({ remarks: 2 }), 0, { below: 0, remarks: 0 }],
  ["a missed bar wins over remarks", decision({ missed: ["a"], remarks: 2 }), 3, { below: 1, remarks: 0 }],
])("%s", (_, given, status, expected) => {
  expect(verdictOf(given, status)).toEqual(expected);
});
