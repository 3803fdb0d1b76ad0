import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { loadChecklists } from "../../src/checklist/index.js";
import type { Check } from "../../src/model/index.js";

const ROOT = resolve(import.meta.dirname, "../..");
const SHARED = resolve(ROOT, "../shared");
const PAGE = readFileSync(join(ROOT, "docs/guides.md"), "utf8");

/** Items of the four guides and the techniques each asks about (techniques.md, the checklists that ship). */
const ITEMS: ReadonlyMap<string, string> = new Map([
  ["G0.1", "interruptions, verbal-cues, asked-again, reflective-listening, empathy"],
  ["G0.2", "alternatives, agreement, escalation-timing, escalation-framing, handover"],
  ["G0.3", "composure, defensive-language, respect, patience, boundaries, agent-load"],
  ["G0.4", "humour"],
  ["G1.1", "composure"],
  ["G1.2", "verbal-cues, reflective-listening, patience"],
  ["G1.3", "empathy"],
  ["G1.4", "composure, defensive-language"],
  ["G1.5", "respect, defensive-language"],
  ["G1.6", "apology, non-apology"],
  ["G1.7", "interruptions, defensive-language"],
  ["G1.8", "positive-language"],
  ["G1.9", "resolution, agreement, next-steps, follow-up"],
  ["G1.10", "escalation-timing, handover, updates"],
  ["G1.11", "blame, composure"],
  ["G1.12", "boundaries, disengagement, agent-load"],
  ["G2.1", "composure"],
  ["G2.2", "interruptions, verbal-cues, empathy, patience"],
  ["G2.3", "respect, positive-language, apology, defensive-language, blame"],
  ["G2.4", "ownership, probing-questions, resolution, next-steps, updates"],
  ["G2.5", "alternatives, agreement"],
  ["G2.6", "escalation-timing, handover"],
  ["G2.7", "agent-load"],
  ["G3.1", "empathy"],
  ["G3.2", "interruptions, reflective-listening, patience"],
  ["G3.3", "composure"],
  ["G3.4", "clear-limits, boundaries, respect"],
  ["G3.5", "alternatives, agreement, resolution"],
  ["G3.6", "follow-up, gratitude"],
]);

/** Questions that ask about one side of a technique. */
const SIDE_OF: ReadonlyMap<string, string> = new Map([
  ["taking-personally", "composure"],
  ["contradiction", "defensive-language"],
]);

const names = ["complete", "restore-control", "irate-customer", "grace", "level-up"] as const;
const { checklists, problems } = loadChecklists(names, path => readFileSync(path, "utf8"));
const [complete, ...guides] = checklists;
const techniques = new Set((complete?.checks ?? []).flatMap(check => check.techniques));

const rows = PAGE.split("\n")
  .filter(line => /^\| G\d/.test(line))
  .map(line => line.split("|").map(cell => cell.trim()))
  .map(([, number = "", advice = "", where = ""]) => ({ number, advice, where }));
const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([a-z-]+)`/g)].map(([, id]) => id as string);

test("the scorecards load", () => {
  expect(problems).toEqual([]);
  expect(guides.map(({ checks }) => checks.length)).toEqual([4, 12, 7, 6]);
});

test("every technique is on the page, and every id on the page is a technique", () => {
  const named = new Set(rows.flatMap(({ where }) => idsIn(where)));
  expect([...techniques].filter(id => !named.has(id))).toEqual([]);
  expect([...named].filter(id => !techniques.has(id))).toEqual([]);
});

test("every piece of advice goes to a technique, to a coach note, or is said to be not observable", () => {
  expect(rows.length).toBeGreaterThan(80);
  const lost = rows.filter(
    ({ where }) => idsIn(where).length === 0 && !/not observable|coach note/.test(where),
  );
  expect(lost).toEqual([]);
});

describe.each([...ITEMS])("%s", (number, list) => {
  const expected = list.split(", ");
  const item = guides.flatMap(({ checks }) => checks).find(({ id }) => id === number) as Check;

  test("its item names the guide and asks about the techniques of the table", () => {
    expect(item.guide).toBe(number);
    const asked = new Set(item.techniques.map(id => SIDE_OF.get(id) ?? id));
    expect([...asked].sort()).toEqual([...expected].sort());
  });

  test("its advice on the page leads to those techniques", () => {
    const named = new Set(
      rows
        .filter(row => row.number === number)
        .flatMap(({ where }) => idsIn(where))
        .map(id => SIDE_OF.get(id) ?? id),
    );
    expect(expected.filter(id => !named.has(id))).toEqual([]);
  });
});

test.skipIf(!existsSync(join(SHARED, "techniques.md")))("the table here is that of techniques.md", () => {
  const page =
    readFileSync(join(SHARED, "techniques.md"), "utf8").split("## The checklists that ship")[1] ?? "";
  const table = new Map(
    [...page.matchAll(/^\|[^|]*?(G\d\.\d+)[^|]*\|([^|]*)\|/gm)].map(([, number, cell]) => [
      number as string,
      [...new Set((cell as string).match(/[a-z]+(?:-[a-z]+)*/g) ?? [])]
        .filter(word => techniques.has(word) && !SIDE_OF.has(word))
        .sort(),
    ]),
  );
  expect(table).toEqual(new Map([...ITEMS].map(([number, list]) => [number, list.split(", ").sort()])));
});

test.skipIf(!existsSync(join(SHARED, "techniques.md")))(
  "every technique defined there is asked about",
  () => {
    const page = readFileSync(join(SHARED, "techniques.md"), "utf8").split("## A. Listening")[1] ?? "";
    const defined = [...page.matchAll(/^\*\*([a-z-]+)\*\*/gm)].map(([, id]) => id as string);
    expect(defined.length).toBeGreaterThan(25);
    expect(defined.filter(id => !techniques.has(id))).toEqual([]);
  },
);

test.skipIf(!existsSync(join(SHARED, "guides")))("the page says it in our own words", () => {
  const wordsOf = (text: string): readonly string[] =>
    text.toLowerCase().match(/[a-z]+(?:['’][a-z]+)?/g) ?? [];
  const runs = (text: string): readonly string[] =>
    wordsOf(text)
      .map((_, i, all) => all.slice(i, i + RUN).join(" "))
      .filter(run => run.split(" ").length === RUN);
  const theirs = new Set(
    readdirSync(join(SHARED, "guides")).flatMap(name =>
      runs(readFileSync(join(SHARED, "guides", name), "utf8")),
    ),
  );
  expect(theirs.size).toBeGreaterThan(1000);
  expect(
    rows.flatMap(({ advice, where }) => [...runs(advice), ...runs(where)]).filter(run => theirs.has(run)),
  ).toEqual([]);
});

/** So many words in a row are no accident any more. */
const RUN = 5;
