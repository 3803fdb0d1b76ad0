import { expect, test } from "vitest";
import { genesys } from "../../src/formats/genesys/index.js";
import { jsonDocument } from "./document-of.js";

const read = (...phrases: readonly object[]) =>
  genesys
    .read(
      jsonDocument({
        participants: [
          { participantPurpose: "ivr", startTimeMs: 0, endTimeMs: 10_000 },
          { participantPurpose: "acd", startTimeMs: 10_000, endTimeMs: 30_000 },
          { participantPurpose: "agent", userId: "a", startTimeMs: 25_000, endTimeMs: 60_000 },
          { participantPurpose: "customer", startTimeMs: 0, endTimeMs: 60_000 },
        ],
        transcripts: [{ phrases }],
      }),
    )
    .conversations.flatMap(({ rows }) => rows);

// biome-ignore format: one row, one line
test.each([
  ["in the IVR's window the centre's side is a bot", { participantPurpose: "internal", startTimeMs: 1_000 }, "bot"],
  ["in the queue's window too", { participantPurpose: "internal", startTimeMs: 12_000 }, "bot"],
  ["where queue and agent overlap, who came last speaks", { participantPurpose: "internal", startTimeMs: 26_000 }, "agent"],
  ["outside all windows a person is meant", { participantPurpose: "internal", startTimeMs: 90_000 }, "agent"],
  ["external is the customer, whoever is there", { participantPurpose: "external", startTimeMs: 1_000 }, "customer"],
  ["a purpose said outright stands", { participantPurpose: "ivr", startTimeMs: 40_000 }, "bot"],
])("%s", (_, phrase, role) => {
  expect(read({ text: "hello", ...phrase }).map(row => row.role)).toEqual([role]);
});

// biome-ignore format: one row, one line
test.each([
  ["a number", 1_500, 2_500],
  ["an object", { milliseconds: 1_500 }, 2_500],
  ["ISO", "PT1.5S", 2_500],
  ["nothing", undefined, undefined],
  ["nonsense", { hours: "x" }, undefined],
])("a duration as %s", (_, duration, end) => {
  expect(read({ text: "hello", startTimeMs: 1_000, participantPurpose: "external", duration })[0]?.end).toBe(end);
});
