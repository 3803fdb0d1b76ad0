import { expect, test } from "vitest";
import { buildTurns, hasBothEnds, type Row } from "../../src/model/turns.js";

function row(speaker: string, text: string, more: Partial<Row> = {}): Row {
  return { speaker, role: speaker === "Ana" ? "agent" : "customer", text, utterance: 0, ...more };
}

test.each([
  ["one voice, one turn", [row("Ana", "One"), row("Ana", "two")], ["One two"]],
  ["another voice, another turn", [row("Ana", "One"), row("Ben", "two")], ["One", "two"]],
  [
    "a voice that comes back is a new turn",
    [row("Ana", "One"), row("Ben", "mhm"), row("Ana", "two")],
    ["One", "mhm", "two"],
  ],
  [
    "one label in two roles is two voices",
    [row("Ana", "One"), row("Ana", "two", { role: "bot" })],
    ["One", "two"],
  ],
  ["nothing gives nothing", [], []],
] as const)("%s", (_, rows, texts) => {
  expect(buildTurns(rows, "voice").map(({ text }) => text)).toEqual(texts);
});

test("pieces say where each utterance stands in the turn", () => {
  const [turn] = buildTurns(
    [row("Ana", "One", { utterance: 4, line: 9 }), row("Ana", "two", { utterance: 6 })],
    "voice",
  );
  expect(turn?.pieces).toEqual([
    { utterance: 4, from: 0, to: 3, line: 9 },
    { utterance: 6, from: 4, to: 7 },
  ]);
  expect(turn?.pieces.map(({ from, to }) => turn.text.slice(from, to))).toEqual(["One", "two"]);
});

test("a turn ends with its latest end, and has none where the last has none", () => {
  const late = row("Ana", "a", { start: 0, end: 9 });
  expect(buildTurns([late, row("Ana", "b", { start: 2, end: 5 })], "voice")[0]).toMatchObject({
    start: 0,
    end: 9,
  });
  expect(buildTurns([late, row("Ana", "b", { start: 2 })], "voice")[0]).not.toHaveProperty("end");
});

test("an event without times does not hide overlap", () => {
  const spoken = [row("Ana", "a", { start: 0, end: 1 }), row("Ana", "hold", { kind: "event" })];
  expect(hasBothEnds(buildTurns(spoken, "voice"))).toBe(true);
  expect(hasBothEnds([])).toBe(false);
});
