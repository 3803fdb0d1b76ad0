import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { KINDS } from "../../src/checklist/check.js";
import { changed, NO_CHANGES } from "../../src/checklist/language.js";
import { SCOPE_FIELDS } from "../../src/checklist/scope.js";
import { FACTS } from "../../src/checks/shared/facts.js";
import { tryExamples } from "../../src/engine/examples.js";
import { PART } from "../../src/engine/scope.js";
import { dialog } from "../../src/formats/dialog.js";
import { createTalk, GUARDS } from "../../src/text/index.js";
import { base, loadOne, mistakes } from "./lists.js";

const page = readFileSync(resolve(import.meta.dirname, "../../docs/checklists.md"), "utf8");
const blocks = (kind: string): readonly string[] =>
  [...page.matchAll(/^```(\w+)\n(.*?)^```$/gmsu)].flatMap(([, named, text]) =>
    named === kind ? [text as string] : [],
  );

const lists = blocks("yaml").map(text => [/^name: (.+)$/m.exec(text)?.[1], text] as const);

test("the page has its examples", () => {
  expect(lists.length).toBeGreaterThanOrEqual(5);
});

test.each(lists)("the list `%s` loads, and its own examples hold", (_, text) => {
  const rules = loadOne(text);
  expect(mistakes(rules)).toEqual([]);
  const [list] = rules.checklists;
  const own = {
    ...list!,
    checks: list!.checks.filter(check => !base.known().has(check.id)).map(withoutShipped),
  };
  const { trials } = tryExamples(own, rules.own.get(list!) ?? { lexicon: base.lexicon, acts: [] });
  for (const { check, example, heard } of trials)
    expect(`${check}: ${heard?.finding.verdict}, ${heard?.finding.message}`).toContain(
      `${check}: ${example.verdict}`,
    );
});

/** Examples of checks that ship are tried where they stand. */
const withoutShipped = <T extends { readonly parts?: readonly { readonly id: string }[] }>(check: T): T => {
  if (!check.parts) return check;
  return {
    ...check,
    parts: check.parts.map(part => (base.known().has(part.id) ? { ...part, examples: [] } : part)),
  };
};

const phrases = blocks("phrases").flatMap(text =>
  text
    .trim()
    .split("\n")
    .map(line => line.split(/ \| /).map(cell => cell.trim())),
);

test("the page has its phrases", () => {
  expect(phrases.length).toBeGreaterThanOrEqual(12);
});

test.each(phrases)("the phrase «%s» finds «%s», not «%s»", (phrase, found = "", lost = "") => {
  const list = { name: "mine", guards: [], phrases: [phrase] };
  const { language } = changed({ ...base.book(), lists: new Map() }, base.lexicon, {
    ...NO_CHANGES,
    lists: new Map([["mine", list]]),
  });
  const finds = (text: string): boolean =>
    createTalk(dialog([`agent: ${text}`]), language.lexicon).hits("mine").length > 0;
  expect(found.split(" / ").filter(text => !finds(text))).toEqual([]);
  expect(lost.split(" / ").filter(text => text !== "" && finds(text))).toEqual([]);
});

test("nothing of the language is left out", () => {
  const names = [...KINDS.keys(), ...FACTS.keys(), ...SCOPE_FIELDS, ...GUARDS, "any", "all"];
  expect(names.filter(name => !new RegExp(`\`${name}[\`:]`).test(page))).toEqual([]);
  expect(page).toContain(
    `first or last ${PART.turns} turns, or what begins in the first or last ${PART.ms / 1000} s`,
  );
});
