import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// follow-up: one row a habit of conversation.
test.each([
  [
    "a promise to come back",
    "follow-up",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: I'll call you on Tuesday to make sure it came.",
    ],
    [1],
  ],
])("follow-up: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
