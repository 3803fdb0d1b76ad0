import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// listening: one row a habit of conversation.
test.each([
  [
    "a cue after a long telling",
    "verbal-cue",
    [
      "customer: I ordered the cot in May and it was meant to come on the second and nobody ever called me back about it.",
      "agent: I see. Let me look.",
    ],
    [1],
  ],
  [
    "an open question about the problem",
    "probing-question",
    [
      "customer: The washing machine stops in the middle of the cycle.",
      "agent: What happens when you press start again?",
    ],
    [1],
  ],
  [
    "a question of identity explores nothing",
    "probing-question",
    ["customer: The washing machine stops.", "agent: What's your order number?"],
    [],
  ],
])("signs of listening and questions: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
