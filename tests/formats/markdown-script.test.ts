import { expect, test } from "vitest";
import { markdownScript } from "../../src/formats/markdown-script.js";
import { documentOf } from "./text-document.js";

const rows = (text: string) =>
  markdownScript
    .read(documentOf("a.md", text))
    .conversations.flatMap(({ rows }) => rows.map(({ speaker, text }) => `${speaker}: ${text}`));

test.each([
  ["a colon inside the bold", "**Agent:** Hi", ["Agent: Hi"]],
  ["or outside it", "**Agent**: Hi", ["Agent: Hi"]],
  ["underlines for bold", "__Agent:__ Hi", ["Agent: Hi"]],
  ["in a list", "- **Agent:** Hi\n* **Caller:** Hi", ["Agent: Hi", "Caller: Hi"]],
  [
    "a turn over several lines",
    "**Agent:** One  \ntwo\n\nthree\n**Caller:** Hi",
    ["Agent: One\ntwo\nthree", "Caller: Hi"],
  ],
  [
    "headings and rules are nobody's words",
    "# Play\n***\n**Agent:** Hi\n### Part 2: more\n---\n**Caller:** Hi",
    ["Agent: Hi", "Caller: Hi"],
  ],
  [
    "a note for the stage is skipped",
    '**Agent:** Hi\n<span style="color:blue">**AGENTASSIST**: Say\nthis </span>\n**Caller:** Hi',
    ["Agent: Hi", "Caller: Hi"],
  ],
  [
    "emphasis is no word",
    "**Agent:** That is *very* good, **really**.",
    ["Agent: That is very good, really."],
  ],
  [
    "a star left dangling goes, one that multiplies stays",
    "**Agent:** your card?*\n**Caller:** 5 * 3",
    ["Agent: your card?", "Caller: 5 * 3"],
  ],
])("%s", (_, text, expected) => {
  expect(rows(text)).toEqual(expected);
});

test("what is left out is told, with the line", () => {
  const text =
    "**Agent:** Hi\n\n<div>note</div>\n\n### Part 2\nThis paragraph belongs to nobody at all, and stands alone.\n**Caller:** Hi";
  expect(markdownScript.read(documentOf("a.md", text, 3)).problems).toMatchObject([
    { line: 5, code: "stage-notes", effect: "note" },
    { line: 8, code: "lost-lines", effect: "partial" },
  ]);
});

test.each([
  ["two speakers in bold", "**Agent:** Hi\n**Caller:** Hi", 0.88],
  ["one", "**Agent:** Hi", 0.4],
  ["bold words without a colon", "**Agent** says hi", 0],
  ["plain text", "Agent: Hi\nCaller: Hi", 0],
])("is sure of %s", (_, text, confidence) => {
  expect(markdownScript.sniff(documentOf("a.md", text)).confidence).toBe(confidence);
});

test("a line of stars takes no time", () => {
  expect(rows(`**Agent:** ${"*a".repeat(20_000)}`)).toHaveLength(1);
});

test("a time behind the name is when the turn begins, and no part of the name", () => {
  const text = "**Ana (Agent)** [00:01]: Hello\n\n**Rosa** (1:05): It hums\n";
  const [conversation] = markdownScript.read({ name: "a.md", text, json: undefined, line: 1 }).conversations;
  expect(conversation?.rows.map(({ speaker, start }) => [speaker, start])).toEqual([
    ["Ana (Agent)", 1_000],
    ["Rosa", 65_000],
  ]);
});
