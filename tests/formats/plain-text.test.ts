import { describe, expect, test } from "vitest";
import { plainText } from "../../src/formats/plain-text/index.js";
import { documentOf } from "./text-document.js";

const read = (text: string) => plainText.read(documentOf("a.txt", text));
const sure = (text: string) => plainText.sniff(documentOf("a.txt", text)).confidence;

function rows(text: string): readonly string[] {
  return read(text).conversations.flatMap(({ rows }) =>
    rows.map(row =>
      [row.kind === "event" ? "!" : row.speaker, row.start, row.end, row.text]
        .filter(part => part !== undefined)
        .join(" | "),
    ),
  );
}

describe("layouts", () => {
  test.each([
    ["a colon", "Agent: Hi\nCustomer: Hello", ["Agent | Hi", "Customer | Hello"]],
    ["a colon and no space", "Agent:Hi\nCustomer:Hello", ["Agent | Hi", "Customer | Hello"]],
    [
      "a time in brackets",
      "[00:00:01] Ana: Hi\n[00:01:04] Ben: Hello",
      ["Ana | 1000 | Hi", "Ben | 64000 | Hello"],
    ],
    [
      "a time in parentheses",
      "(00:12) Ana: Hi\n(00:15.5) Ben: Hello",
      ["Ana | 12000 | Hi", "Ben | 15500 | Hello"],
    ],
    ["a bare time", "00:01 Ana: Hi\n00:05 Ben: Hello", ["Ana | 1000 | Hi", "Ben | 5000 | Hello"]],
    [
      "a time after the name",
      "Ana (00:01:02): Hi\nBen (00:01:09): Hello",
      ["Ana | 62000 | Hi", "Ben | 69000 | Hello"],
    ],
    [
      "a range of times",
      "[0:01 - 0:04] Ana: Hi\n[0:03 - 0:06] Ben: Hello",
      ["Ana | 1000 | 4000 | Hi", "Ben | 3000 | 6000 | Hello"],
    ],
    ["a dash", "AGENT - Hi - again\nCALLER - Hello", ["AGENT | Hi - again", "CALLER | Hello"]],
    ["a name in brackets", "[Agent] Hi\n[Customer] Hello", ["Agent | Hi", "Customer | Hello"]],
    ["question and answer", "Q: Hi?\nA: Hello", ["Q | Hi?", "A | Hello"]],
    [
      "a name and a time above the words",
      "Agent (0:02)\nHi\nthere\n\nCustomer (0:05)\nHello",
      ["Agent | 2000 | Hi\nthere", "Customer | 5000 | Hello"],
    ],
    ["a name above the words", "Agent:\nHi\nCustomer:\nHello", ["Agent | Hi", "Customer | Hello"]],
    ["all of it in quotation marks", '"""Agent: Hi\nCustomer: Hello"""', ["Agent | Hi", "Customer | Hello"]],
    ["numbered speakers", "Speaker 1: Hi\nSpeaker 2: Hello", ["Speaker 1 | Hi", "Speaker 2 | Hello"]],
    ["names", "Ana Lopez: Hi\nBen Ode: Hello", ["Ana Lopez | Hi", "Ben Ode | Hello"]],
    [
      "whatever leads every line, in small letters or several words",
      "nurse line: Hi\nu4471: Hello\nnurse line: Oh\nu4471: Yes",
      ["nurse line | Hi", "u4471 | Hello", "nurse line | Oh", "u4471 | Yes"],
    ],
    [
      "a time, a dash and a name above the words",
      "0:01 - Ana Moss (Lamps)\n  Hi\n\n0:05 - Ben Ode\n  Hello",
      ["Ana Moss (Lamps) | 1000 | Hi", "Ben Ode | 5000 | Hello"],
    ],
    [
      "a name, a bar and a time above the words",
      "Ana Moss | 00:01\nHi\n\nBen Ode | 00:05\nHello",
      ["Ana Moss | 1000 | Hi", "Ben Ode | 5000 | Hello"],
    ],
    [
      "IRC, where people come and go",
      "[10:00] <ana> Hi\n[10:01] <ben> Hello\n[10:02] * ben has quit (bye)\n[10:03] -!- ben [~b@x] has joined",
      [
        "ana | 0 | Hi",
        "ben | 60000 | Hello",
        "! | 120000 | * ben has quit (bye)",
        "! | 180000 | -!- ben [~b@x] has joined",
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(sure(text)).toBeGreaterThanOrEqual(0.3);
    expect(rows(text)).toEqual(expected);
  });
});

describe("a colon is not always a speaker's", () => {
  test.each([
    [
      "in a sentence",
      "Agent: Hi\nHere's the thing: we're behind\nCustomer: Oh",
      ["Agent | Hi\nHere's the thing: we're behind", "Customer | Oh"],
    ],
    [
      "in a time of day",
      "Agent: Come at\n10:30 or so\nCustomer: Oh",
      ["Agent | Come at\n10:30 or so", "Customer | Oh"],
    ],
    [
      "in a link",
      "Agent: See\nhttps://example.com: all of it\nCustomer: Oh",
      ["Agent | See\nhttps://example.com: all of it", "Customer | Oh"],
    ],
    [
      "in a form filled in",
      "Agent: Details?\nCustomer: Here\nName: Jo Doe\nPhone: 555-0101\nAgent: Thanks",
      ["Agent | Details?", "Customer | Here\nName: Jo Doe\nPhone: 555-0101", "Agent | Thanks"],
    ],
    [
      "in a numbered list",
      "Agent: So\n1. Step one: open it\n2. Step two: press\nCustomer: Oh",
      ["Agent | So\n1. Step one: open it\n2. Step two: press", "Customer | Oh"],
    ],
  ])("%s", (_, text, expected) => {
    expect(rows(text)).toEqual(expected);
  });
});

describe("around the conversation", () => {
  test("facts above and below are no speakers", () => {
    const text =
      "Larch Telecom\nDate: 2026-03-02\nCall ID: LT-1\nAgent: Ana Lopez\nParticipants: Ana, Ben\n\nAgent: Hi\nCustomer: Hello\n\nDuration: 1:12\nEnd of transcript";
    expect(read(text).conversations[0]).toMatchObject({
      id: "LT-1",
      agent: "Ana Lopez",
      metadata: { date: "2026-03-02", "call id": "LT-1", participants: "Ana, Ben", duration: "1:12" },
    });
    expect(rows(text)).toEqual(["Agent | Hi", "Customer | Hello"]);
  });

  test("without a blank line between, the first speaker is still one", () => {
    expect(rows("Date: 2026-03-02\nAgent: Hello, thank you for calling Larch.\nCustomer: Hi")).toEqual([
      "Agent | Hello, thank you for calling Larch.",
      "Customer | Hi",
    ]);
  });

  test("what happens is an event, marks of broken-off speech belong to the words", () => {
    expect(
      rows(
        "Agent: One moment\n[Call on hold]\n*** Mia joined the chat ***\nCustomer: I told you\n[interrupted]\nAgent: Sorry",
      ),
    ).toEqual([
      "Agent | One moment",
      "! | [Call on hold]",
      "! | *** Mia joined the chat ***",
      "Customer | I told you\n[interrupted]",
      "Agent | Sorry",
    ]);
  });

  test("a title is kept, a preamble is told", () => {
    expect(read("Call 17\nAgent: Hi\nCustomer: Hello").conversations[0]?.metadata).toEqual({
      title: "Call 17",
    });
    expect(read("one\ntwo\nthree\nAgent: Hi\nCustomer: Hello").problems).toMatchObject([
      { line: 1, code: "lost-lines", effect: "partial" },
    ]);
  });
});

describe("times", () => {
  test.each([
    ["hours of the day", "10:05:03 AM Ana: Hi\n10:05:40 AM Ben: Hello", "chat", [0, 37_000]],
    ["past noon", "11:59 AM Ana: Hi\n12:01 PM Ben: Hello", "chat", [0, 120_000]],
    ["past midnight", "[23:59] Ana: Hi\n[00:01] Ben: Hello", "chat", [0, 120_000]],
    ["hours and minutes without AM or PM", "[14:03] Ana: Hi\n[14:04] Ben: Hello", "chat", [0, 60_000]],
    [
      "a call counts from its start",
      "[00:00:03] Ana: Hi\n[00:10:00] Ben: Hello",
      undefined,
      [3_000, 600_000],
    ],
  ])("%s", (_, text, channel, starts) => {
    const [conversation] = read(text).conversations;
    expect(conversation?.channel).toBe(channel);
    expect(conversation?.rows.map(({ start }) => start)).toEqual(starts);
  });

  test("only ends can show overlap", () => {
    expect(read("[0:01] Ana: Hi\n[0:02] Ben: Hi").conversations[0]?.overlaps).toBe(false);
    expect(read("[0:01 - 0:03] Ana: Hi\n[0:02 - 0:04] Ben: Hi").conversations[0]?.overlaps).toBeUndefined();
  });
});

describe("does not claim", () => {
  test.each([
    ["prose", "This is a note about nothing. It goes on.\nAnd on: and on."],
    ["a list of facts", "name: Jo\nphone: 555-0101\nemail: jo@example.com"],
    ["captions", "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: Hi"],
    ["a table", "speaker,text\nAna,Hi: there\nBen,Hello"],
    ["settings", "host: example.com\nport: 80\npath: /tmp"],
  ])("%s", (_, text) => {
    expect(sure(text)).toBeLessThan(0.3);
  });
});

test.each([
  ["digits and colons", "1:".repeat(30_000)],
  ["brackets", "[".repeat(60_000)],
  ["one long line", `Agent: ${"a ".repeat(60_000)}`],
  ["many names", Array.from({ length: 20_000 }, (_, i) => `Name${i}: hi`).join("\n")],
])("hostile text takes no time: %s", (_, text) => {
  const before = performance.now();
  sure(text);
  read(text);
  expect(performance.now() - before).toBeLessThan(3_000);
});

test.each([
  "Internal note (Mina): customer seems angry",
  "Mina (internal): customer seems angry",
  "Agent note: customer seems angry",
])("what the customer never saw is a note, and nobody's words: %s", line => {
  const [conversation] = read(`Support: Hi\nPaul: I was charged twice.\n${line}\nPaul: Hello?`).conversations;
  expect(conversation?.rows.map(({ kind = "speech", text }) => [kind, text])).toEqual([
    ["speech", "Hi"],
    ["speech", "I was charged twice."],
    ["note", "customer seems angry"],
    ["speech", "Hello?"],
  ]);
});
