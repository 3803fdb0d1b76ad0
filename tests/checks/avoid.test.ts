import { expect, test } from "vitest";
import { ask } from "./conversation.js";

const CALL = ["customer: a", "agent: b", "customer: c", "agent: d", "customer: e", "agent: f"];
const SPOKEN = ["customer 0-4s: a", "agent 3-8s: b", "customer 9-12s: c"];

test.each([
  ["none heard passes", "acts: negative", CALL, [], "pass"],
  ["one fails", "acts: negative", CALL, ["negative@1"], "fail"],
  [
    "unless relieved in the same turn",
    "acts: negative\nunless: alternative",
    CALL,
    ["negative@1", "alternative@1"],
    "pass",
  ],
  ["or in the next", "acts: negative\nunless: alternative", CALL, ["negative@1", "alternative@3"], "pass"],
  [
    "later than that is too late",
    "acts: negative\nunless: alternative",
    CALL,
    ["negative@1", "alternative@5"],
    "fail",
  ],
  [
    "unless it is given longer",
    "acts: negative\nunless: alternative\nwithin: 2",
    CALL,
    ["negative@1", "alternative@5"],
    "pass",
  ],
  [
    "relief before it is none",
    "acts: negative\nunless: alternative",
    CALL,
    ["alternative@1", "negative@3"],
    "fail",
  ],
  [
    "put right at once counts half",
    "acts: interruption\nrepaired-is-partial: true",
    CALL,
    ["interruption@1[repaired=yes]"],
    "partial",
  ],
  [
    "not asked where nothing called for it",
    "acts: negative\nwhen: customer-hostile",
    CALL,
    ["negative@1"],
    "na",
  ],
  ["without overlap nobody can hear it", "acts: interruption\nneeds: overlap", CALL, [], "unknown"],
  ["with overlap silence passes", "acts: interruption\nneeds: overlap", SPOKEN, [], "pass"],
  ["without times neither", "acts: interruption\nneeds: times", CALL, [], "unknown"],
  ["in a chat there is none", "acts: interruption\nneeds: overlap", ["chat", ...CALL], [], "na"],
])("avoid: %s", (_, yaml, lines, given, verdict) => {
  expect(ask("avoid", yaml, lines, given).verdict).toBe(verdict);
});
