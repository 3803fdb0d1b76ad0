import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// apology: one row a habit of conversation.
test.each([
  [
    "says what it is for",
    "apology",
    ["customer: My order never came and I am really upset about it.", "agent: I'm sorry about the delay."],
    [1],
  ],
  [
    "takes the fault",
    "apology",
    ["customer: My order never came and I am really upset about it.", "agent: That's our mistake."],
    [1],
  ],
  [
    "a regret and nothing else is bare",
    "bare-sorry",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: I'm sorry. What's the order number?",
    ],
    [1],
  ],
  [
    "moved to the customer",
    "non-apology",
    ["customer: My order never came and I am really upset about it.", "agent: I'm sorry you feel that way."],
    [1],
  ],
  [
    "which is never an apology",
    "apology",
    ["customer: My order never came and I am really upset about it.", "agent: I'm sorry you feel that way."],
    [],
  ],
  [
    "refused",
    "apology",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: I'm not going to apologise for that.",
    ],
    [],
  ],
])("apologies: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
