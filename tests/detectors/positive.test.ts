import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// positive: one row a habit of conversation.
test.each([
  [
    "an offer",
    "positive",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: I can send you a new one today.",
    ],
    [1],
  ],
  [
    "«I can't» is none",
    "positive",
    ["customer: My order never came and I am really upset about it.", "agent: I can't send you a new one."],
    [],
  ],
  [
    "«I can see» helps nobody",
    "positive",
    ["customer: My order never came and I am really upset about it.", "agent: I can see it was delivered."],
    [],
  ],
])("what can be done: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
