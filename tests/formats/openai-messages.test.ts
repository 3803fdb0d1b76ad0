import { expect, test } from "vitest";
import { openaiMessages } from "../../src/formats/openai-messages.js";
import { documentOf } from "./text-document.js";

const document = (value: unknown) => documentOf("a.json", JSON.stringify(value));
const both = [
  { role: "user", content: "My app crashes" },
  { role: "assistant", content: "Since when?" },
];

test.each([
  [
    "the user is the customer",
    { role: "user", content: "Hi" },
    { speaker: "user", role: "customer", text: "Hi" },
  ],
  [
    "the assistant is the agent",
    { role: "assistant", content: "Hi" },
    { speaker: "assistant", role: "agent", text: "Hi" },
  ],
  [
    "a name is kept",
    { role: "assistant", name: "Ana", content: "Hi" },
    { speaker: "Ana", role: "agent", text: "Hi" },
  ],
  [
    "a system prompt is nobody's speech",
    { role: "system", content: "Be kind" },
    { speaker: "system", role: "system", kind: "event", text: "Be kind" },
  ],
  [
    "nor is a tool's answer",
    { role: "tool", name: "find", content: "{}" },
    { speaker: "find", role: "system", kind: "event", text: "{}" },
  ],
  [
    "nor a call of one",
    { role: "assistant", content: null, tool_calls: [{ function: { name: "find" } }] },
    { speaker: "assistant", role: "agent", kind: "event", text: "calls find" },
  ],
  [
    "words before a call are speech",
    { role: "assistant", content: "One moment", tool_calls: [{}] },
    { speaker: "assistant", role: "agent", text: "One moment" },
  ],
  [
    "parts are lines, pictures are silent",
    {
      role: "user",
      content: [{ type: "text", text: "a" }, { type: "image_url" }, { type: "text", text: "b" }],
    },
    { speaker: "user", role: "customer", text: "a\nb" },
  ],
])("%s", (_, message, expected) => {
  expect(openaiMessages.read(document({ messages: [message, ...both] })).conversations[0]?.rows[0]).toEqual(
    expected,
  );
});

test.each([
  ["messages", { id: "x", messages: both }, ["x"]],
  ["a bare list", both, [undefined]],
  [
    "a list of logs",
    [
      { task_id: 0, traj: both },
      { task_id: 1, traj: both },
    ],
    ["0", "1"],
  ],
])("reads %s", (_, value, ids) => {
  expect(openaiMessages.sniff(document(value)).confidence).toBeGreaterThan(0.8);
  expect(openaiMessages.read(document(value)).conversations.map(({ id }) => id)).toEqual(ids);
});

test("an entry of another shape is told", () => {
  const reading = openaiMessages.read(document({ messages: [...both, { role: "user" }, 7] }));
  expect(reading.problems).toMatchObject([
    { code: "lost-rows", effect: "partial", message: expect.stringContaining("2 entries") },
  ]);
});

test.each([
  [
    "speakers of other names",
    {
      messages: [
        { role: "agent", content: "Hi" },
        { role: "customer", content: "Hi" },
      ],
    },
  ],
  ["one side alone", { messages: [{ role: "assistant", content: "Hi" }] }],
  ["no list", { messages: "Hi" }],
])("does not claim %s", (_, value) => {
  expect(openaiMessages.sniff(document(value)).confidence).toBe(0);
});

test.each([
  [
    "human and ai, as LangChain writes",
    {
      messages: [
        { type: "human", content: "Hi" },
        { type: "ai", content: "Hello" },
      ],
    },
  ],
  [
    "user and model, in parts, as Gemini writes",
    {
      contents: [
        { role: "user", parts: [{ text: "Hi" }] },
        { role: "model", parts: [{ text: "Hello" }] },
      ],
    },
  ],
])("%s", (_, json) => {
  expect(openaiMessages.sniff(document(json)).confidence).toBeGreaterThan(0.8);
  const [conversation] = openaiMessages.read(document(json)).conversations;
  expect(conversation?.rows.map(({ role, text }) => [role, text])).toEqual([
    ["customer", "Hi"],
    ["agent", "Hello"],
  ]);
});

test("calls, their results and reasoning between the messages are events, and nothing is lost", () => {
  const json = [
    { type: "message", role: "user", content: [{ type: "input_text", text: "Hi" }] },
    { type: "reasoning", summary: [] },
    { type: "function_call", name: "find", arguments: "{}" },
    { type: "function_call_output", output: "ok" },
    { type: "message", role: "assistant", content: [{ type: "output_text", text: "Hello" }] },
  ];
  const { conversations, problems } = openaiMessages.read(document(json));
  expect(problems).toEqual([]);
  expect(conversations[0]?.rows.map(({ kind = "speech" }) => kind)).toEqual([
    "speech",
    "event",
    "event",
    "event",
    "speech",
  ]);
});
