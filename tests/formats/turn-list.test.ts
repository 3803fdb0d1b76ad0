import { describe, expect, test } from "vitest";
import { turnList } from "../../src/formats/turn-list.js";
import type { Written } from "../../src/model/index.js";
import { documentOf } from "./text-document.js";

const read = (value: unknown) => turnList.read(documentOf("a.json", JSON.stringify(value)));
const rows = (value: unknown): readonly Written[] =>
  read(value).conversations.flatMap(conversation => conversation.rows);

describe("one turn", () => {
  test.each([
    [
      "our own keys",
      { speaker: "agent", text: "Hi", start: 0.4, end: 2.05 },
      { speaker: "agent", role: "agent", text: "Hi", start: 400, end: 2_050 },
    ],
    ["a name has no role yet", { speaker: "Ana", text: "Hi" }, { speaker: "Ana", text: "Hi" }],
    [
      "a role beside a name",
      { speaker: "Ana", role: "AGENT", text: "Hi" },
      { speaker: "Ana", role: "agent", text: "Hi" },
    ],
    [
      "the system is an event",
      { speaker: "system", text: "hold" },
      { speaker: "system", role: "system", kind: "event", text: "hold" },
    ],
    [
      "a supervisor stays one",
      { speaker: "supervisor", text: "Hi" },
      { speaker: "supervisor", role: "supervisor", text: "Hi" },
    ],
    [
      "a note said to be one",
      { speaker: "Ana", kind: "note", text: "see case" },
      { speaker: "Ana", kind: "note", text: "see case" },
    ],
    [
      "a moment",
      { speaker: "Ana", text: "Hi", at: "2026-03-02T10:00:00.5+01:00" },
      { speaker: "Ana", text: "Hi", at: Date.UTC(2026, 2, 2, 9) + 500 },
    ],
    [
      "numbers as strings",
      { speaker: "Ana", text: "Hi", start: "1.5", end: "2" },
      { speaker: "Ana", text: "Hi", start: 1_500, end: 2_000 },
    ],
    [
      "null is no time",
      { speaker: "Ana", text: "Hi", start: null, end: null },
      { speaker: "Ana", text: "Hi" },
    ],
    [
      "other names for the same",
      { author: { name: "Ana", role: "agent" }, message: "Hi", start_ms: 5, end_ms: 9 },
      { speaker: "Ana", role: "agent", text: "Hi", start: 5, end: 9 },
    ],
    ["a clock", { from: "Ben", body: "Hi", time: "00:01:05" }, { speaker: "Ben", text: "Hi", start: 65_000 }],
    [
      "a moment since 1970",
      { from: "Ben", body: "Hi", timestamp: 1_772_445_600 },
      { speaker: "Ben", text: "Hi", at: 1_772_445_600_000 },
    ],
  ])("%s", (_, turn, expected) => {
    expect(rows({ turns: [turn] })).toEqual([expected]);
  });

  test.each([
    ["no text", { speaker: "Ana" }, "lost-turn"],
    ["no object", 7, "lost-turn"],
    ["no speaker", { text: "Hi" }, "lost-speaker"],
    ["a time that is none", { speaker: "Ana", text: "Hi", start: "soon" }, "lost-time"],
    ["a time below zero", { speaker: "Ana", text: "Hi", end: -3 }, "lost-time"],
  ])("%s is told, and the turn keeps its number", (_, turn, code) => {
    const { conversations, problems } = read({ turns: [turn, { speaker: "Ben", text: "Hi" }] });
    expect(problems).toMatchObject([{ code, effect: "partial", message: expect.stringContaining("turn 0") }]);
    expect(conversations[0]?.rows).toHaveLength(2);
  });
});

describe("around the turns", () => {
  const turns = [{ speaker: "agent", text: "Hi" }];

  test("known keys count, plain ones are kept, the rest is ignored", () => {
    expect(
      read({
        id: 17,
        channel: "chat",
        agent: "Ana",
        language: "en-GB",
        asr: false,
        queue: "billing",
        more: { a: 1 },
        turns,
      }).conversations[0],
    ).toMatchObject({
      id: "17",
      channel: "chat",
      agent: "Ana",
      language: "en-GB",
      metadata: { asr: "false", queue: "billing" },
    });
  });

  test("a channel that is none is left out, moments alone mean a chat", () => {
    expect(read({ channel: "VOICE?", turns }).conversations[0]).not.toHaveProperty("channel");
    expect(
      read({ turns: [{ speaker: "a", text: "b", at: "2026-03-02T10:00:00Z" }] }).conversations[0],
    ).toHaveProperty("channel", "chat");
  });

  test("an array of conversations gives each of them", () => {
    expect(
      read([
        { id: "a", turns },
        { id: "b", turns },
      ]).conversations.map(({ id }) => id),
    ).toEqual(["a", "b"]);
  });

  test("no turns at all is said", () => {
    expect(read({ turns: [] })).toMatchObject({
      conversations: [],
      problems: [{ code: "no-turns", effect: "unreadable" }],
    });
  });
});

test.each([
  ["our own keys", { turns: [{ speaker: "a", text: "b" }] }, 0.9],
  ["our own, in a bare list", [{ speaker: "a", text: "b" }], 0.55],
  ["names that others use", { messages: [{ from: "a", body: "b" }] }, 0.4],
  ["turns of nobody", { turns: [{ text: "b" }] }, 0.5],
  ["an empty list", { turns: [] }, 0.4],
  ["anything else", { picnic: [{ day: "Friday" }] }, 0],
  ["a list of numbers", [1, 2, 3], 0],
])("is as sure as the keys allow: %s", (_, value, confidence) => {
  expect(turnList.sniff(documentOf("a.json", JSON.stringify(value))).confidence).toBe(confidence);
});

test.each([
  [
    "sentences inside what an API wraps around them",
    {
      data: {
        transcript: {
          title: "Lamp",
          sentences: [
            { speaker_name: "Ana", text: "Hello", start_time: "0.5", end_time: "1" },
            { speaker_name: "Rosa", text: "It hums", start_time: "2", end_time: "3" },
          ],
        },
      },
    },
    ["Ana 500-1000: Hello", "Rosa 2000-3000: It hums"],
  ],
  [
    "offsets are milliseconds where the name of the key says offset",
    {
      transcript: {
        utterances: [
          { participant: "Ana", text: "Hello", startOffset: 100, endOffset: 900 },
          { participant: "Rosa", text: "It hums", startOffset: 1200, endOffset: 2000 },
        ],
      },
    },
    ["Ana 100-900: Hello", "Rosa 1200-2000: It hums"],
  ],
])("%s", (_, json, expected) => {
  const document = { name: "a.json", text: JSON.stringify(json), json, line: 1 };
  expect(turnList.sniff(document).confidence).toBeGreaterThanOrEqual(0.4);
  const [conversation] = turnList.read(document).conversations;
  expect(
    conversation?.rows.map(({ speaker, start, end, text }) => `${speaker} ${start}-${end}: ${text}`),
  ).toEqual(expected);
});

test("conversations in a list of any name are read one by one", () => {
  const turns = [
    { speaker: "agent", text: "Hello" },
    { speaker: "customer", text: "It hums" },
  ];
  const json = {
    count: 2,
    conversations: [
      { id: "a", turns },
      { id: "b", turns },
    ],
  };
  const document = { name: "a.json", text: JSON.stringify(json), json, line: 1 };
  expect(turnList.sniff(document).confidence).toBeGreaterThanOrEqual(0.4);
  expect(turnList.read(document).conversations.map(({ id }) => id)).toEqual(["a", "b"]);
});
