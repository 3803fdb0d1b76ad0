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
  [
    "ways told one after the other",
    "alternative",
    [
      "customer: We can't get up the stairs to those seats with his leg.",
      "agent: Right. One, the stage door has a lift and I seat you from there. Two, the matinee is all on the flat.",
    ],
    [1],
  ],
  [
    "an «or» that begins a sentence",
    "alternative",
    [
      "customer: The cake has gone already?",
      "agent: It has. A fresh one takes me an hour. Or I pack you the small one now.",
    ],
    [1],
  ],
  [
    "an «or» about how things are asks",
    "alternative",
    ["customer: It's printed on the lid.", "agent: Is it the long number or the one under the barcode?"],
    [],
  ],
  [
    "the first thing offered for a trouble is a remedy, no second way",
    "alternative",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: I can send you a new one today.",
    ],
    [],
  ],
  [
    "which it is called",
    "remedy",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: I can send you a new one today.",
    ],
    [1],
  ],
])("alternatives: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
