import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// next-step: one row a habit of conversation.
test.each([
  [
    "what will happen and when",
    "next-step",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: I've reissued the ticket, and you'll get an email within 24 hours.",
    ],
    [1],
  ],
  [
    "the past is no step",
    "next-step",
    ["customer: My order never came and I am really upset about it.", "agent: It was delivered on Monday."],
    [],
  ],
])("next steps: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
