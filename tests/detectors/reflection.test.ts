import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// reflection: one row a habit of conversation.
test.each([
  [
    "the customer's substance, given back",
    "reflection",
    [
      "customer: The charge for the hotel came out of my account twice on Monday.",
      "agent: So the hotel charge came out twice on Monday, is that right?",
    ],
    [1],
  ],
  [
    "numbers read back are data",
    "reflection",
    ["customer: The number is 4 4 7 1 9 2.", "agent: 4 4 7 1 9 2, thank you."],
    [],
  ],
])("reflection: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
