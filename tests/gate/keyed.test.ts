import fc from "fast-check";
import { expect, test } from "vitest";
import { textsOfYaml } from "../../src/checklist/yaml-texts.js";
import { entriesOfTexts, missingKeys } from "../../src/gate/entries-tree.js";
import { textsOfJson } from "../../src/gate/json-texts.js";
import { withoutMarkup } from "../../src/gate/markup.js";

const SORRY = "I am sorry you feel that way.";

test.each<[string, unknown, readonly string[], readonly [name: string | undefined, text: string][]]>([
  ["a mapping of replies", { late: SORRY, no: "No" }, [], [["late", SORRY]]],
  [
    "a list of them",
    [SORRY, SORRY],
    [],
    [
      [undefined, SORRY],
      [undefined, SORRY],
    ],
  ],
  [
    "items with a title and a body",
    { macros: [{ title: "Late", actions: [{ field: "a b c d e", value: "Hello" }, { value: SORRY }] }] },
    [],
    [["Late", `Hello|${SORRY}`]],
  ],
  ["keys asked for, and no others", [{ body: SORRY, note: "Hello" }], ["note"], [["note", "Hello"]]],
  ["one reply", { name: "Late", body: SORRY }, [], [["Late", SORRY]]],
])("%s", (_, value, keys, expected) => {
  const entries = entriesOfTexts(textsOfJson(JSON.stringify(value)), keys);
  const told = entries.map(({ name, paragraphs }) => [name, paragraphs.map(({ text }) => text).join("|")]);
  expect(told).toEqual(expected);
});

test("a key that is nowhere is missing", () => {
  expect(missingKeys(textsOfJson('{"Body": "x"}'), ["body", "reply"])).toEqual(["reply"]);
});

test("each character of a JSON text knows where it is written", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), words => {
      const json = JSON.stringify(words);
      for (const { text, at } of textsOfJson(json))
        for (let i = 0; i < text.length; i++) {
          const written = json.slice(at(i), i + 1 < text.length ? at(i + 1) : json.indexOf('"', at(i) + 2));
          expect(written.startsWith("\\") || written.startsWith(text[i] as string)).toBe(true);
        }
    }),
    { numRuns: 200 },
  );
});

test("nesting without end is no recursion", () => {
  expect(textsOfJson(`${"[".repeat(100_000)}"deep"${"]".repeat(100_000)}`)).toHaveLength(1);
});

test.each([
  ["plain", "body: I am sorry", "sorry"],
  ["quoted, with an escape before it", 'body: "caf\\u00e9: I\'m sorry"', "sorry"],
  ["in a block", "body: |-\n  Dear all,\n\n  I am sorry\n", "sorry"],
  ["folded", "body: I\n  am\n  sorry", "sorry"],
  ["in a list", "- a: x\n- body: 'it''s all sorry'", "sorry"],
])("a YAML text knows where it is written: %s", (_, yaml, word) => {
  const { texts, problems } = textsOfYaml("a.yaml", yaml);
  expect(problems).toEqual([]);
  const { text, at } = texts.at(-1) as (typeof texts)[number];
  expect(at(text.indexOf(word))).toBe(yaml.indexOf(word));
});

test.each([
  ["<p>I&#39;m <b>sorry</b></p><p>Bye</p>", "\n\nI'm sorry\n\n\n\nBye\n\n"],
  ["a &lt; b &amp; c &#x2014; d &nosuch; &#0;", "a < b & c — d &nosuch; &#0;"],
  ["one<br/>two", "one\ntwo"],
  ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
])("markup of help desks goes: %s", (html, expected) => {
  const { text, at } = withoutMarkup(html, index => index);
  expect(text).toBe(expected);
  const last = expected.trim().slice(-3);
  expect(at(text.lastIndexOf(last))).toBe(html.lastIndexOf(last));
});
