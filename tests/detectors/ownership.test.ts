import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// ownership: one row a habit of conversation.
test.each([
  [
    "takes charge",
    "ownership",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: Leave it with me, I'll ring the depot myself.",
    ],
    [1],
  ],
  [
    "«they'll sort it» does not",
    "ownership",
    ["customer: My order never came and I am really upset about it.", "agent: They'll sort it out."],
    [],
  ],
])("ownership: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
