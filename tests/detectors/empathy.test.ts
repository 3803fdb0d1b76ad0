import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// empathy: one row a habit of conversation.
test.each([
  [
    "names the feeling",
    "empathy",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: That must be so frustrating for you.",
    ],
    [1],
  ],
  [
    "condolence where somebody has died",
    "empathy",
    ["customer: My husband passed away last week.", "agent: I'm so sorry."],
    [1],
  ],
  [
    "a mere «I understand» is a cue, not empathy",
    "empathy",
    ["customer: My order never came and I am really upset about it.", "agent: I understand."],
    [],
  ],
  [
    "taken back in the same breath",
    "empathy",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: I understand your frustration, but you'll have to write to billing.",
    ],
    [],
  ],
  [
    "the customer's own words are nobody's empathy",
    "empathy",
    ["agent: Hello.", "customer: You must be so frustrated with all these calls."],
    [],
  ],
])("empathy: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
