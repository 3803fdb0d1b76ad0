import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// escalation: one row a habit of conversation.
test.each([
  [
    "the customer asks for a supervisor",
    "supervisor-request",
    ["agent: Hello.", "customer: I want to speak to a manager."],
    [1],
  ],
  [
    "a hand-over",
    "escalation",
    ["customer: This is not good enough.", "agent: I'll transfer you to my supervisor."],
    [1],
  ],
  [
    "a boundary",
    "boundary",
    [
      "customer: You are a useless idiot.",
      "agent: I do want to help, and I need us to keep this respectful.",
    ],
    [1],
  ],
])("handing over, boundaries: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
