import { expect, test } from "vitest";
import { ask } from "./conversation.js";

const CALL = ["customer: a", "agent: b", "customer: c", "agent: d", "customer: e", "agent: f"];

test.each([
  ["nothing to bear", [], "0 hostile turns", false],
  ["some", ["customer-hostile@0"], "1 hostile turns", false],
  ["as much as calls for care", ["customer-hostile@0", "customer-hostile@2"], "2 hostile turns", true],
])("inform never judges: %s", (_, given, message, remark) => {
  const judged = ask("inform", "counts: customer-hostile\nabove: 2\nwhat: hostile turns", CALL, given);
  expect(judged).toMatchObject({ verdict: "na", message });
  expect(judged.remark !== undefined).toBe(remark);
});
