import { expect, test } from "vitest";
import { ask } from "./conversation.js";

const CALL = ["customer: a", "agent: b", "customer: c", "agent: d", "customer: e", "agent: f"];
const YAML = "worse: [customer-negative, customer-hostile]\nbetter: customer-positive";

test.each([
  ["calm throughout", CALL, [], "pass"],
  ["upset, then content", CALL, ["customer-negative@0", "customer-positive@4"], "pass"],
  ["upset throughout", CALL, ["customer-negative@0", "customer-negative@4"], "partial"],
  ["worse at the end", CALL, ["customer-negative@4", "customer-hostile@4"], "fail"],
  ["too short to tell", CALL.slice(0, 3), ["customer-negative@0"], "unknown"],
])("trend: %s", (_, lines, given, verdict) => {
  expect(ask("trend", YAML, lines, given).verdict).toBe(verdict);
});
