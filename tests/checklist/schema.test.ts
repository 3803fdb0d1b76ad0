import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { KINDS } from "../../src/checklist/check.js";
import { checklistSchema } from "../../src/checklist/schema.js";
import { skeleton } from "../../src/checklist/skeleton.js";
import { base, loadOne } from "./lists.js";
import { wrongs } from "./valid.js";

/** The schema that ships is the one that the loader's readers give; `SCHEMA=write` writes it. */
const FOLDER = resolve(import.meta.dirname, "../../checklists");
const FILE = join(FOLDER, "checklist.schema.json");
const made = checklistSchema(base);
if (process.env.SCHEMA === "write") writeFileSync(FILE, `${JSON.stringify(made)}\n`);
const shipped = JSON.parse(readFileSync(FILE, "utf8"));

test("the schema that ships is what the loader reads", () => {
  const now = JSON.parse(JSON.stringify(made));
  expect(
    shipped,
    "SCHEMA=write npx vitest run --config .config/vitest.config.ts tests/checklist/schema.test.ts writes it anew",
  ).toEqual(now);
});

const lists = readdirSync(FOLDER).filter(name => name.endsWith(".yaml"));

test.each(lists)("%s keeps to it", name => {
  expect(wrongs(parse(readFileSync(join(FOLDER, name), "utf8")), shipped, shipped)).toEqual([]);
});

test("so does the skeleton", () => {
  expect(wrongs(parse(skeleton("ours")), shipped, shipped)).toEqual([]);
});

test.each([
  ["pas-mark", "name: a\npas-mark: 3\nchecks: [{ use: empathy }]"],
  [
    "wihtin",
    "name: a\nchecks: [{ id: a, title: A, coach: Do., kind: answer, cues: fault, answers: empathy, wihtin: 2 }]",
  ],
  ["kind", "name: a\nchecks: [{ id: a, title: A, coach: Do., kind: inclde, acts: fault }]"],
  ["title", "name: a\nchecks: [{ id: a, coach: Do., kind: include, acts: fault }]"],
  ["by", "name: a\nchecks: [{ use: empathy, by: agnt }]"],
])("what the loader refuses, it refuses: %s", (_, yaml) => {
  expect(wrongs(parse(yaml), shipped, shipped)).not.toEqual([]);
  expect(loadOne(yaml).problems).not.toEqual([]);
});

test("each key it knows, the loader knows", () => {
  const branches = shipped.definitions.check.anyOf as readonly {
    readonly properties: Record<string, { readonly const?: string }>;
  }[];
  expect(branches).toHaveLength(KINDS.size + 3);
  for (const { properties } of branches) {
    const kind = properties.kind?.const;
    const first = kind
      ? `kind: ${kind}`
      : "all" in properties
        ? "all: empathy"
        : "any" in properties
          ? "any: empathy"
          : "use: empathy";
    const keys = Object.keys(properties).filter(key => !first.startsWith(`${key}:`));
    const text = `name: a\nchecks:\n  - ${first}\n${keys.map(key => `    ${key}: 1`).join("\n")}`;
    expect(
      loadOne(text).problems.filter(
        ({ message }) =>
          /^Unexpected `[a-z-]+`, expected (?:`|one of)/.test(message) &&
          keys.some(key => message.startsWith(`Unexpected \`${key}\`, expected \``)),
      ),
    ).toEqual([]);
  }
  const head = Object.keys(shipped.properties)
    .filter(key => key !== "checks")
    .map(key => `${key}: 1`);
  const unknown = loadOne(`${head.join("\n")}\nchecks: [{ use: empathy }]`).problems.filter(
    ({ line, column, message }) => column === 1 && line! > 0 && /expected (?:`|one of)/.test(message),
  );
  expect(unknown).toEqual([]);
});
