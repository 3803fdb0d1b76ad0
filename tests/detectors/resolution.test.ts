import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// resolution: one row a habit of conversation.
test.each([
  [
    "passes it on",
    "passing-on",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: That's not my department, you'll need to call billing.",
    ],
    [1],
  ],
  [
    "thanks for patience",
    "gratitude",
    ["customer: My order never came and I am really upset about it.", "agent: Thank you for your patience."],
    [1],
  ],
  [
    "thanks for a number thanks for nothing",
    "gratitude",
    ["customer: It is 20417.", "agent: Thanks, and your postcode?"],
    [],
  ],
  [
    "the plan is put to the customer",
    "preference",
    ["customer: My order never came and I am really upset about it.", "agent: Would that work for you?"],
    [1],
  ],
])("passing on, thanks, assent: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
