import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// refusal: one row a habit of conversation.
test.each([
  ["left standing", "negative", ["customer: I want my money back.", "agent: We can't refund that."], [1]],
  [
    "relieved in the same breath",
    "negative",
    [
      "customer: I want my money back.",
      "agent: We can't refund that, but I can send you a replacement today.",
    ],
    [],
  ],
  [
    "but a refusal all the same",
    "refusal",
    [
      "customer: I want my money back.",
      "agent: We can't refund that, but I can send you a replacement today.",
    ],
    [1],
  ],
  [
    "«I can't find it yet» is about the looking",
    "refusal",
    ["customer: Where is my order?", "agent: I can't find it yet, one moment."],
    [],
  ],
])("refusals: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
