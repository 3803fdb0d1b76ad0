import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { loadChecklists } from "../../src/checklist/index.js";

const ROOT = resolve(import.meta.dirname, "../..");
const PAGE = readFileSync(join(ROOT, "docs/accuracy.md"), "utf8");

/** Defined after the conversations were labelled: there is nothing to compare them with. */
const UNLABELLED: readonly string[] = [
  "resolution",
  "agreement",
  "patience",
  "agent-load",
  "taking-personally",
  "contradiction",
];

test("the page gives a figure, or the lack of one, for every technique", () => {
  const { checklists } = loadChecklists(["complete"], path => readFileSync(path, "utf8"));
  const ids = checklists.flatMap(({ checks }) => checks.flatMap(check => check.techniques));
  expect(ids.length).toBeGreaterThan(30);
  expect(ids.filter(id => !PAGE.includes(`\`${id}\``))).toEqual([]);
  expect(UNLABELLED.filter(id => !ids.includes(id))).toEqual([]);
});

test("the page begins with how the labels came about and with the weaknesses", () => {
  const order = [
    "two judges who are language models",
    "held out",
    "## Where it is weak",
    "## Labelled conversations",
  ];
  const places = order.map(words => PAGE.indexOf(words));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every(place => place >= 0)).toBe(true);
});

interface Measures {
  agreement(pairs: readonly (readonly [string, string])[]): { equal: number; kappa: number; ac1: number };
  compare(
    mine: unknown,
    truth: unknown,
  ): { pooled: { evidence: number; acts: { f1: number } }; techniques: readonly { kappa: number }[] };
  fromLabels(rows: readonly unknown[]): unknown;
}

const measures = (await import(join(ROOT, "bench/eval/agreement.mjs"))) as Measures;

test.each([
  [
    "all equal",
    [
      ["pass", "pass"],
      ["fail", "fail"],
    ],
    1,
    1,
    1,
  ],
  [
    "no better than chance",
    [
      ["pass", "pass"],
      ["pass", "fail"],
      ["fail", "pass"],
      ["fail", "fail"],
    ],
    0.5,
    0,
    0,
  ],
  [
    "one verdict dominates: kappa is harsh, AC1 is not",
    [...Array(9).fill(["pass", "pass"]), ["pass", "fail"]],
    0.9,
    0,
    0.89,
  ],
] as const)("agreement: %s", (_, pairs, equal, kappa, ac1) => {
  const found = measures.agreement(pairs);
  expect(found.equal).toBeCloseTo(equal, 2);
  expect(found.kappa).toBeCloseTo(kappa, 2);
  expect(found.ac1).toBeCloseTo(ac1, 2);
});

test("evidence one utterance off still touches; acts are counted by utterance", () => {
  const row = (e: readonly number[], at: readonly number[]) => ({
    id: "a",
    verdicts: { empathy: { v: "fail", e } },
    acts: { empathy: at },
  });
  const { pooled } = measures.compare(
    measures.fromLabels([row([4], [2, 4])]),
    measures.fromLabels([row([5], [2, 3])]),
  );
  expect(pooled.evidence).toBe(1);
  expect(pooled.acts.f1).toBe(0.5);
});
