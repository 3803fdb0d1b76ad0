import { expect, test } from "vitest";
import { chatgpt } from "../../src/formats/chatgpt.js";
import { jsonDocument } from "./document-of.js";
import { rowsIn } from "./reading.js";

const node = (
  parent: string | null,
  role: string,
  text: string,
  more: object = {},
  children: string[] = [],
) => ({
  message: { author: { role }, content: { content_type: "text", parts: [text] }, ...more },
  parent,
  children,
});

const tree = {
  root: { message: null, parent: null, children: ["a"] },
  a: node("root", "user", "Where is it?", { create_time: 1_772_442_000 }, ["b", "c"]),
  b: node("a", "assistant", "Where is what?", { create_time: 1_772_442_010 }),
  c: node("a", "assistant", "On its way.", { create_time: 1_772_442_005 }),
};

test.each([
  [
    "the branch that was shown",
    { mapping: tree, current_node: "c" },
    ["customer speech user: Where is it?", "agent speech assistant: On its way."],
  ],
  [
    "the newest, where none is named",
    { mapping: tree },
    ["customer speech user: Where is it?", "agent speech assistant: Where is what?"],
  ],
  [
    "the newest, where it names none that is there",
    { mapping: tree, current_node: "z" },
    ["customer speech user: Where is it?", "agent speech assistant: Where is what?"],
  ],
  [
    "hidden words are no speech",
    {
      mapping: {
        ...tree,
        c: node("a", "assistant", "Hm.", { metadata: { is_visually_hidden_from_conversation: true } }),
      },
      current_node: "c",
    },
    ["customer speech user: Where is it?", "agent event assistant: Hm."],
  ],
  [
    "a call of a tool is none either",
    { mapping: { ...tree, c: node("a", "assistant", "{}", { recipient: "browser" }) }, current_node: "c" },
    ["customer speech user: Where is it?", "agent event assistant: {}"],
  ],
])("ChatGPT: %s", (_, conversation, rows) => {
  expect(rowsIn(chatgpt, jsonDocument([conversation]))).toEqual(rows);
});

test("ChatGPT: a tree that bites its tail ends", () => {
  const mapping = { a: node("b", "user", "Hi", {}, ["b"]), b: node("a", "assistant", "Hello", {}, ["a"]) };
  expect(rowsIn(chatgpt, jsonDocument({ mapping, current_node: "b" }))).toEqual([
    "customer speech user: Hi",
    "agent speech assistant: Hello",
  ]);
});

test("ChatGPT: answers that were not shown are counted", () => {
  const { conversations } = chatgpt.read(jsonDocument({ mapping: tree, current_node: "c", id: "x" }));
  expect(conversations[0]).toMatchObject({ id: "x", metadata: { otherBranches: "1" } });
});
