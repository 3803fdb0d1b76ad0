import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// tone: one row a habit of conversation.
test.each([
  [
    "arguing",
    "defensive",
    ["customer: My order never came and I am really upset about it.", "agent: That's not what happened."],
    [1],
  ],
  [
    "blame",
    "blame",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: You should have read the terms.",
    ],
    [1],
  ],
  [
    "«you should have been told» blames nobody",
    "blame",
    ["customer: My order never came and I am really upset about it.", "agent: You should have been told."],
    [],
  ],
  [
    "the agent's tone breaks",
    "composure-lapse",
    ["customer: My order never came and I am really upset about it.", "agent: Oh shut up."],
    [1],
  ],
])("tone: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
