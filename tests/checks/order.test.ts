import { expect, test } from "vitest";
import { ask } from "./conversation.js";

const CALL = ["agent: a", "customer: b", "agent: c", "customer: d", "agent: e"];
const YAML = "earlier: empathy\nlater: alternative";

test.each([
  ["this before that", YAML, ["empathy@0", "alternative@2"], "pass"],
  ["that before this", YAML, ["alternative@0", "empathy@2"], "fail"],
  ["which may count half", `${YAML}\nlate: partial`, ["alternative@0", "empathy@2"], "partial"],
  ["that without this", YAML, ["alternative@2"], "fail"],
  ["this without that: nothing to be before", YAML, ["empathy@0"], "na"],
  ["the first of each counts", YAML, ["empathy@0", "alternative@2", "empathy@4"], "pass"],
])("order: %s", (_, yaml, given, verdict) => {
  expect(ask("order", yaml, CALL, given).verdict).toBe(verdict);
});
