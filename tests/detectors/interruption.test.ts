import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// interruption: one row a habit of conversation.
test.each([
  [
    "takes the floor while the customer speaks",
    "interruption",
    [
      "customer 0-10s: I ordered it in May and then your driver told me that the",
      "agent 7-9s: What is your order number?",
    ],
    [1],
  ],
  [
    "a listening noise does not",
    "interruption",
    [
      "customer 0-10s: I ordered it in May and then your driver told me that it was lost.",
      "agent 5-5.8s: Mm-hm.",
    ],
    [],
  ],
  [
    "nor an overlap with the last words",
    "interruption",
    ["customer 0-10s: I ordered it in May and it never came.", "agent 9.2-12s: Let me look at that."],
    [],
  ],
  [
    "nor half a second",
    "interruption",
    ["customer 0-10s: I ordered it in May and then the", "agent 9.7-12s: Let me look at that."],
    [],
  ],
  [
    "a turn that breaks off, where there are no times",
    "interruption",
    ["customer: I told you that--", "agent: Your number, please."],
    [1],
  ],
  [
    "the customer protests",
    "interruption",
    ["customer: It was in May.", "agent: Your number, please.", "customer: Could you let me finish?"],
    [1],
  ],
])("interruptions: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
