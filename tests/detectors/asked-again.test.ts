import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// asked-again: one row a habit of conversation.
test.each([
  [
    "the customer says that they said it",
    "asked-again",
    [
      "agent: Your order number?",
      "customer: 20417.",
      "agent: And what was the order number?",
      "customer: I already told you, 20417.",
    ],
    [2],
  ],
  ["asked once", "asked-again", ["agent: Your order number?", "customer: 20417.", "agent: Thank you."], []],
])("asked again: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
