import { expect, test } from "vitest";
import { ask } from "./conversation.js";

const CALL = ["agent: a", "customer: b", "agent: c", "customer: d", "agent: e"];

test.each([
  ["neither of them", [], "na"],
  ["only the better", ["positive@0"], "pass"],
  ["more of the better", ["positive@0", "positive@2", "negative@4"], "partial"],
  ["as much of both is no balance", ["positive@0", "negative@2"], "fail"],
  ["only the worse", ["negative@2"], "fail"],
  ["twice in a turn is once", ["positive@0", "positive@0", "negative@2", "negative@4"], "fail"],
])("balance: %s", (_, given, verdict) => {
  expect(ask("balance", "more: positive\nless: negative", CALL, given).verdict).toBe(verdict);
});
