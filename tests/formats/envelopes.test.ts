import { expect, test } from "vitest";
import { abcd } from "../../src/formats/abcd.js";
import { jsonEnvelope } from "../../src/formats/json-envelope.js";
import { roleText } from "../../src/formats/role-text.js";
import { sharegpt } from "../../src/formats/sharegpt.js";
import { documentOf, jsonDocument } from "./document-of.js";
import { rowsIn } from "./reading.js";

const text = "Agent: Hello, how can I help?\nCustomer: Hi.";

// biome-ignore format: one row, one line
test.each([
  ["Content with an id", { ConversationId: "1", Content: text }, true],
  ["transcript", { call_id: "1", transcript: text }, true],
  ["messages_display", { messages_display: text }, true],
  ["the mail's body", { id: 1, body: text }, true],
  ["a page that lists them", { totalSize: 1, records: [{ Id: "1", Body: text }] }, true],
  ["a short text is none", { id: 1, content: "Hello" }, false],
  ["beside a list of utterances it is only their sum", { text: text.repeat(20), segments: [{ text: "Hello" }] }, false],
  ["a single message with a role", { role: "user", content: text }, false],
  ["an empty object", {}, false],
])("an envelope: %s", (_, json, is) => {
  expect(jsonEnvelope.sniff(jsonDocument(json)).confidence > 0.3).toBe(is);
});

test("what the envelope knows goes with the text; a local time is taken as UTC, a Duration in some unit is not believed", () => {
  const json = {
    ConversationId: "c1",
    StartTime: "2026-03-02 09:00:00",
    Duration: 28.48,
    channel: "Phone",
    agent_name: "Ana",
    queue: "Lamps",
    Content: text,
  };
  expect(jsonEnvelope.read(jsonDocument(json)).embedded).toEqual([
    {
      text,
      about: {
        id: "c1",
        channel: "voice",
        agent: "Ana",
        startedAt: Date.UTC(2026, 2, 2, 9),
        metadata: { queue: "Lamps" },
      },
    },
  ]);
});

// biome-ignore format: one row, one line
test.each([
  ["a call of a tool", "user: Hi\nassistant: None\ntool: {}", ["customer speech user: Hi", "agent event assistant: tool call", "system event tool: {}"]],
  ["what a tool gives spans lines and has colons", 'user: Hi\nassistant: None\ntool: {\n"a": 1,\nnote: b}', ["customer speech user: Hi", "agent event assistant: tool call", 'system event tool: {\n"a": 1,\nnote: b}']],
  ["other words before a colon open nothing", "user: Hi\nagent: said\nassistant: Hello", ["customer speech user: Hi\nagent: said", "agent speech assistant: Hello"]],
])("role-text: %s", (_, log, rows) => {
  expect(rowsIn(roleText, jsonDocument({ messages_display: log }))).toEqual(rows);
});

test("plain lines of user and assistant, without tools, are left to plain text", () => {
  expect(roleText.sniff(documentOf("user: Hi\nassistant: Hello")).confidence).toBe(0);
});

// biome-ignore format: one row, one line
test.each([
  [{ from: "human", value: "Hi" }, "customer speech human: Hi"],
  [{ from: "gpt", value: "Hi" }, "agent speech gpt: Hi"],
  [{ from: "system", value: "Hi" }, "system event system: Hi"],
  [{ from: "observation", value: "{}" }, "system event observation: {}"],
])("ShareGPT: %o", (turn, row) => {
  expect(rowsIn(sharegpt, jsonDocument([{ conversations: [turn] }]))).toEqual([row]);
});

// biome-ignore format: one row, one line
test.each([
  ["pairs", { convo_id: 1, original: [["agent", "Hi"], ["action", "Looked up"]], delexed: [{ speaker: "agent", text: "hi" }] }, ["agent speech agent: Hi", "system event action: Looked up"]],
  ["delexed where there is nothing else", { convo_id: 1, delexed: [{ speaker: "customer", text: "hi" }] }, ["customer speech customer: hi"]],
])("ABCD: %s", (_, conversation, rows) => {
  expect(rowsIn(abcd, jsonDocument([conversation]))).toEqual(rows);
  expect(rowsIn(abcd, jsonDocument({ train: [conversation], dev: [] }))).toEqual(rows);
});
