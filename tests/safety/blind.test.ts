import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { counted, foundIn, KINDS, labelled } from "./labelled.js";

const rows = labelled("blind.txt");

/** The least that must hold on lines written before the recognisers saw them. */
const FLOORS = { precision: 0.95, recall: 0.9 };

test("precision and recall on the blind lines stay above their floors", () => {
  expect(rows.length).toBeGreaterThanOrEqual(200);
  expect(rows.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(90);
  const all = KINDS.map(kind => counted(rows, kind));
  const sum = (of: "right" | "found" | "due") => all.reduce((total, one) => total + one[of], 0);
  expect(sum("right") / sum("found")).toBeGreaterThanOrEqual(FLOORS.precision);
  expect(sum("right") / sum("due")).toBeGreaterThanOrEqual(FLOORS.recall);
});

test("docs/privacy.md states the figures as they are", () => {
  const page = readFileSync(new URL("../../docs/privacy.md", import.meta.url), "utf8");
  const stated = KINDS.map(kind => {
    const { right, found, due } = counted(rows, kind);
    return `| ${kind} | ${due} | ${found} | ${right} |`;
  });
  for (const row of stated) expect(page).toContain(row);
});

test("no line without personal data is masked in any kind", () => {
  const wrong = rows.filter(row => row.expected.length === 0 && foundIn(row).length > 0);
  expect(wrong.map(({ line }) => line)).toEqual([]);
});
