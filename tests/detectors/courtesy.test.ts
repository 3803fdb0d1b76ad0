import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// courtesy: one row a habit of conversation.
test.each([
  ["a greeting", "greeting", ["agent: Good morning, thank you for calling.", "customer: Hi."], [0]],
  ["a goodbye", "goodbye", ["customer: Thanks, bye.", "agent: Have a lovely day."], [1]],
  [
    "hurrying",
    "hurry",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: Look, can we move on, I have other customers waiting.",
    ],
    [1],
  ],
])("courtesy: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
