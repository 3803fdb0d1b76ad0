import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// alternative: one row a habit of conversation.
test.each([
  [
    "a choice of outcomes",
    "alternative",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: Would you prefer a replacement or a refund?",
    ],
    [1],
  ],
  [
    "a choice of data is none",
    "alternative",
    ["customer: I want to pay.", "agent: Is that a savings or a checking account?"],
    [],
  ],
])("alternatives: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
