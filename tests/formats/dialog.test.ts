import { describe, expect, test } from "vitest";
import { dialog, dialogFormat } from "../../src/formats/dialog.js";
import { documentOf } from "./text-document.js";

describe("a made-up conversation", () => {
  test.each([
    [
      "a role, times and words",
      "agent 0-2s: One moment",
      { role: "agent", speaker: "agent", start: 0, end: 2_000, text: "One moment" },
    ],
    ["decimals", "customer 1.25-3.5s: Hi", { role: "customer", start: 1_250, end: 3_500 }],
    ["a start alone", "agent 7s: Hi", { start: 7_000 }],
    ["no times", "customer: Hi: there", { text: "Hi: there" }],
    ["a name", "supervisor Bea 0-1s: Hi", { role: "supervisor", speaker: "Bea", end: 1_000 }],
    ["a note to colleagues", "note: call back", { role: "agent", kind: "note" }],
    ["an event", "event 3-9s: hold", { role: "system", kind: "event", start: 3_000, end: 9_000 }],
    ["the system speaks to nobody", "system: Ben joined", { role: "system", kind: "event" }],
    ["marks of broken-off speech stay", "customer: I told you that—", { text: "I told you that—" }],
  ])("%s", (_, line, expected) => {
    expect(dialog([line]).turns[0]).toMatchObject(expected);
  });

  test("joins the turns of a call and keeps the messages of a chat, as reading a file does", () => {
    const lines = ["agent: One", "agent: two", "customer: Three"];
    expect(dialog(lines).turns.map(({ text }) => text)).toEqual(["One two", "Three"]);
    expect(dialog(lines, "chat").turns).toHaveLength(3);
    expect(dialog(["chat", ...lines])).toMatchObject({ channel: "chat", turns: { length: 3 } });
  });

  test("shows overlap where every turn has both ends", () => {
    expect(dialog(["agent 0-2s: a", "customer 1-3s: b"]).overlaps).toBe(true);
    expect(dialog(["agent 0-2s: a", "customer 1s: b"]).overlaps).toBe(false);
  });

  test("a line of something else is a bug of whoever wrote it", () => {
    expect(() => dialog(["agent: Hi", "Anna: Hi"])).toThrow(/Anna/);
  });
});

describe("a file of them", () => {
  test.each([
    ["sure with times", "agent 0-1s: Hi\ncustomer 1-2s: Hi", 0.95],
    ["sure with a header", "voice\nagent: Hi\ncustomer: Hi", 0.95],
    ["leaves a plain text to others", "agent: Hi\ncustomer: Hi", 0.1],
    ["is not every text", "Agent: Hi\nCustomer: Hi", 0],
  ])("%s", (_, text, confidence) => {
    expect(dialogFormat.sniff(documentOf("a.txt", text)).confidence).toBe(confidence);
  });

  test("a line that is none is told, with its place", () => {
    const { conversations, problems } = dialogFormat.read(
      documentOf("a.txt", "agent: Hi\nwhat?\ncustomer: Hi", 5),
    );
    expect(conversations[0]?.rows.map(({ line }) => line)).toEqual([5, 7]);
    expect(problems).toMatchObject([{ line: 6, code: "lost-line", effect: "partial" }]);
  });
});
