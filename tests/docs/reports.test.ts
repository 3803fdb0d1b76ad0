import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as shelf from "../../src/reporters/index.js";

const page = readFileSync("docs/reports.md", "utf8");
const names = Object.values(shelf).map(({ name }) => name);

/** The part of the page under a heading. */
const sections = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map(part => [part.slice(0, part.indexOf("\n")), part] as const),
);

test("the page has a section for each reporter, in the order of their names, and then one on privacy", () => {
  expect([...sections.keys()]).toEqual([...names, "Privacy of outputs"]);
});

describe("its examples are parts of the golden files", () => {
  test.each(names)("%s", name => {
    const folder = `tests/golden/reporters/${name}`;
    const lines = readdirSync(folder).flatMap(file =>
      readFileSync(`${folder}/${file}`, "utf8").split(/\r?\n/),
    );
    const example = /```text\n([\s\S]*?)\n```/.exec(sections.get(name) ?? "")?.[1] ?? "";
    expect(example).not.toBe("");
    for (const line of example.split("\n")) {
      const found = line.endsWith("…")
        ? lines.some(one => one.replace("\uFEFF", "").includes(line.slice(0, -1).trimEnd()))
        : lines.includes(line);
      expect(found, line).toBe(true);
    }
  });

  test("a screenful each", () => {
    for (const [name, text] of sections) expect(text.split("\n").length, name).toBeLessThanOrEqual(40);
  });
});
