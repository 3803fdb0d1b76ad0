import { expect, test } from "vitest";
import { entriesOfText, locator } from "../../src/gate/entries.js";
import { entriesOfTable } from "../../src/gate/entries-table.js";
import { readExpectation, writeExpectation } from "../../src/gate/expectation.js";
import { frontMatterOf, withKey, withoutFrontMatter } from "../../src/gate/front-matter.js";
import { readMarkers } from "../../src/gate/markers.js";

test.each<[string, string, readonly [kind: string, line: number, about: number, checks: string][]]>([
  [
    "a comment above the words",
    "<!-- attune-disable blame: old script -->\nwords",
    [["disable", 1, 2, "blame"]],
  ],
  ["beside them", "words <!-- attune-disable blame: old script -->\nmore", [["disable", 1, 1, "blame"]]],
  [
    "empty lines between",
    "# attune-disable blame, negative: quoting\n\n\nwords",
    [["disable", 1, 4, "blame negative"]],
  ],
  [
    "two above the same",
    "<!-- attune-expect pass empathy -->\n# attune-expect fail blame\nwords",
    [
      ["expect", 1, 3, "empathy"],
      ["expect", 2, 3, "blame"],
    ],
  ],
  ["a line in slashes", "// attune-expect partial apology\nwords", [["expect", 1, 2, "apology"]]],
  ["a word in a sentence is none", "we said attune-disable blame: no\nwords", []],
])("%s", (_, text, expected) => {
  const { markers, wrong, text: rest } = readMarkers(text);
  expect(wrong).toEqual([]);
  expect(markers.map(({ kind, line, about, checks }) => [kind, line, about, checks.join(" ")])).toEqual(
    expected,
  );
  expect(rest.split("\n")).toHaveLength(text.split("\n").length);
});

test.each([
  ["without a reason", "<!-- attune-disable blame -->\nwords", 1],
  ["with an empty one", "<!-- attune-disable blame:  -->\nwords", 1],
  ["without a check", "# attune-disable : why\nwords", 1],
  ["without a verdict", "# attune-expect empathy\nwords", 1],
  ["behind the last words", "words\n<!-- attune-disable blame: why -->", 2],
])("a marker %s is told with its line", (_, text, line) => {
  expect(readMarkers(text).wrong.map(one => one.line)).toEqual([line]);
});

test("a hostile text takes no time", () => {
  const text = `${"<!-- attune-disable ".repeat(20_000)}\n${"# attune-expect ".repeat(20_000)}`;
  const before = performance.now();
  readMarkers(text);
  expect(performance.now() - before).toBeLessThan(2_000);
});

test.each([
  ["front matter", "---\ntitle: A\nexpect:\n  pass: [a]\n---\nwords", true],
  ["a rule is none", "---\n\nAgent: Hello\n\n---\n", false],
  ["nor is a conversation between rules", "---\nagent: Hello\ncustomer: Hi\n---\n", false],
  ["nor what has no end", "---\ntitle: A\nwords", false],
  ["nor what stands below", "words\n---\ntitle: A\n---\n", false],
])("%s", (_, text, is) => {
  expect(frontMatterOf(text) !== undefined).toBe(is);
  expect(withoutFrontMatter(text).split("\n")).toHaveLength(text.split("\n").length);
});

test("one key is replaced, the others stay as they are, comments too", () => {
  const text = "---\ntitle: A # mine\nexpect:\n  pass: [a]\n  fail: [b]\ntags: [x]\n---\nwords\n";
  expect(withKey(text, "expect", ["expect:", "  pass: [c]"])).toBe(
    "---\ntitle: A # mine\nexpect:\n  pass: [c]\ntags: [x]\n---\nwords\n",
  );
  expect(withKey("words\n", "expect", ["expect:", "  pass: [c]"])).toBe(
    "---\nexpect:\n  pass: [c]\n---\n\nwords\n",
  );
});

test("an expectation is read, and written as it was", () => {
  const value = {
    checklist: "core",
    pass: ["empathy", "alternatives"],
    fail: [{ check: "interruptions", turn: [6, 9] }],
    score: ">= 80",
    outcome: "pass",
  };
  const wrong: string[] = [];
  const read = readExpectation(value, (path, message) => wrong.push(`${path.join(".")}: ${message}`));
  expect(wrong).toEqual([]);
  expect(read && writeExpectation(read)).toEqual([
    "checklist: core",
    "pass: [empathy, alternatives]",
    "fail: [{check: interruptions, turn: 6}, {check: interruptions, turn: 9}]",
    'score: ">= 80"',
    "outcome: pass",
  ]);
});

test.each<[string, unknown, string]>([
  ["an unknown key", { passes: ["a"] }, "passes"],
  ["a turn of none", { fail: [{ check: "a", turn: 0 }] }, "fail.0"],
  ["a word too many", { fail: [{ check: "a", turns: 1 }] }, "fail.0"],
  ["a score that is no comparison", { score: "about 80" }, "score"],
  ["a score past all", { score: ">= 180" }, "score"],
  ["an outcome that is none", { outcome: "good" }, "outcome"],
  ["a list", ["empathy"], ""],
  ["nothing", null, ""],
])("a mistake in an expectation is told at its key: %s", (_, value, at) => {
  const wrong: string[] = [];
  readExpectation(value, path => wrong.push(path.join(".")));
  expect(wrong).toEqual([at]);
});

test("paragraphs of Markdown know where they stand; headings name them, code is none", () => {
  const text = "# Late\n\nFirst line\nsecond\n\n```\ncode\n```\n\nThird\n";
  const entries = entriesOfText(text, true);
  expect(entries.map(({ name, paragraphs }) => [name, paragraphs.map(one => one.text)])).toEqual([
    ["Late", ["First line\nsecond", "Third"]],
  ]);
  const [first] = entries[0]?.paragraphs ?? [];
  expect(locator(text)(first?.at(11) ?? 0)).toEqual({ line: 4, column: 1 });
});

test.each<[string, string, readonly string[], readonly (readonly [string, number, number])[]]>([
  [
    "the column for wording",
    'id,title,body\n1,"A, b","He said ""no"" to us"\n',
    [],
    [['He said "no" to us', 2, 11]],
  ],
  [
    "line ends inside a cell",
    'id,body\r\n1,"one\r\n\r\ntwo words"\r\n',
    [],
    [
      ["one", 2, 4],
      ["two words", 4, 1],
    ],
  ],
  [
    "no such name: every cell with a sentence",
    "a,b\nx,this is a whole sentence\n",
    [],
    [["this is a whole sentence", 2, 3]],
  ],
  ["the column asked for", "x,y\nleft,right\n", ["y"], [["right", 2, 6]]],
  ["a mark at the top", "\uFEFFbody\nwords\n", [], [["words", 2, 1]]],
])("a table: %s", (_, text, columns, expected) => {
  const locate = locator(text);
  const found = entriesOfTable(text, ",", columns).flatMap(({ paragraphs }) => paragraphs);
  expect(found.map(one => [one.text, locate(one.at(0)).line, locate(one.at(0)).column])).toEqual(expected);
});
