import { expect, test } from "vitest";
import { createCounter } from "../../src/batch/breakdown.js";
import type { Counted } from "../../src/batch/counted.js";
import type { Breakdown, Outcome } from "../../src/model/index.js";

interface Call extends Omit<Partial<Counted>, "transcript" | "findings"> {
  readonly agent?: string;
  readonly times?: number;
}

/** What a run of such calls comes to. */
function counted(...calls: readonly Call[]): Breakdown {
  const counter = createCounter();
  let n = 0;
  for (const { agent, times = 1, score = 80, ...rest } of calls)
    for (let i = 0; i < times; i++) {
      const outcome: Outcome = score === null ? "not-scorable" : score >= 70 ? "pass" : "fail";
      const transcript = { source: `call-${++n}.txt`, ...(agent !== undefined && { agent }) };
      counter.add({ outcome, score, findings: [], ...rest, transcript });
    }
  return counter.breakdown();
}

const FORMULA = "I understand how you must feel.";

test.each<[string, readonly Call[], readonly string[]]>([
  [
    "said in five calls of ten it is a formula",
    [
      { agent: "Ana", said: [FORMULA], times: 5 },
      { agent: "Ana", times: 5 },
    ],
    ["Ana 5"],
  ],
  [
    "capitals, marks and numbers make no other sentence",
    [
      { agent: "Ana", said: [FORMULA], times: 3 },
      { agent: "Ana", said: ["i understand, how you MUST feel"], times: 2 },
    ],
    ["Ana 5"],
  ],
  ["twice in one call counts once", [{ agent: "Ana", said: [FORMULA, FORMULA], times: 4 }], []],
  ["in four calls it may be chance", [{ agent: "Ana", said: [FORMULA], times: 4 }], []],
  [
    "five of a hundred are no habit",
    [
      { agent: "Ana", said: [FORMULA], times: 5 },
      { agent: "Ana", times: 95 },
    ],
    [],
  ],
  [
    "two agents who say the same are not one",
    [
      { agent: "Ana", said: [FORMULA], times: 3 },
      { agent: "Ben", said: [FORMULA], times: 3 },
    ],
    [],
  ],
])("boilerplate: %s", (_, calls, expected) => {
  expect(
    counted(...calls).boilerplate.map(({ agent, conversations }) => `${agent} ${conversations}`),
  ).toEqual(expected);
});

test.each<[string, readonly Call[], readonly string[]]>([
  [
    "three in one call are much",
    [{ agent: "Ana", day: "2026-03-01", load: { hostile: 3, abusive: 1 } }],
    ["Ana 2026-03-01 3/1 in 1"],
  ],
  ["two are borne", [{ agent: "Ana", day: "2026-03-01", load: { hostile: 2, abusive: 2 } }], []],
  [
    "six on one day are much",
    [{ agent: "Ana", day: "2026-03-01", load: { hostile: 2, abusive: 0 }, times: 3 }],
    ["Ana 2026-03-01 6/0 in 3"],
  ],
  [
    "six on three days are not",
    [1, 2, 3].map(day => ({ agent: "Ana", day: `2026-03-0${day}`, load: { hostile: 2, abusive: 0 } })),
    [],
  ],
  [
    "the hardest day comes first",
    [
      { agent: "Ana", day: "2026-03-01", load: { hostile: 3, abusive: 0 } },
      { agent: "Ben", day: "2026-03-02", load: { hostile: 4, abusive: 0 } },
    ],
    ["Ben 2026-03-02 4/0 in 1", "Ana 2026-03-01 3/0 in 1"],
  ],
])("agent load: %s", (_, calls, expected) => {
  const lines = counted(...calls).burdens.map(
    ({ agent, day, hostile, abusive, conversations }) =>
      `${agent} ${day} ${hostile}/${abusive} in ${conversations}`,
  );
  expect(lines).toEqual(expected);
});

test.each<[string, readonly Call[], readonly string[]]>([
  ["the lowest comes first", [{ score: 60 }, { score: 40 }], ["call-2.txt", "call-1.txt"]],
  ["what passed is not looked at", [{ score: 75 }], []],
  [
    "unless it lies far below its agent's own mean",
    [
      { agent: "Ana", score: 98, times: 5 },
      { agent: "Ana", score: 72 },
    ],
    ["call-6.txt"],
  ],
  [
    "a mean of four is none",
    [
      { agent: "Ana", score: 98, times: 4 },
      { agent: "Ana", score: 72 },
    ],
    [],
  ],
  [
    "an auto-fail comes before any score",
    [{ score: 10 }, { score: 90, outcome: "auto-fail" }],
    ["call-2.txt", "call-1.txt"],
  ],
])("look first: %s", (_, calls, expected) => {
  expect(counted(...calls).first.map(({ source }) => source)).toEqual(expected);
});

test("groups are counted by agent, team, queue and day, and what has no score has no part in the mean", () => {
  const { groups } = counted(
    { agent: "Ana", team: "Billing", day: "2026-03-01", score: 80 },
    { agent: "Ana", team: "Travel", queue: "Night", day: "2026-03-01", score: 60 },
    { agent: "Ben", team: "Travel", score: null },
  );
  const lines = groups.map(
    ({ by, name, audits, scored, passed, meanScore }) =>
      `${by} ${name} ${audits} ${scored} ${passed} ${meanScore}`,
  );
  expect(lines).toEqual([
    "agent Ana 2 2 1 70",
    "agent Ben 1 0 0 null",
    "team Billing 1 1 1 80",
    "team Travel 2 1 0 60",
    "queue Night 1 1 0 60",
    "day 2026-03-01 2 2 1 70",
  ]);
});
