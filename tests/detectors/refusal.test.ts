import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// refusal: one row a habit of conversation.
test.each([
  ["left standing", "negative", ["customer: I want my money back.", "agent: We can't refund that."], [1]],
  [
    "relieved in the same breath",
    "negative",
    [
      "customer: I want my money back.",
      "agent: We can't refund that, but I can send you a replacement today.",
    ],
    [],
  ],
  [
    "but a refusal all the same",
    "refusal",
    [
      "customer: I want my money back.",
      "agent: We can't refund that, but I can send you a replacement today.",
    ],
    [1],
  ],
  [
    "«I can't find it yet» is about the looking",
    "refusal",
    ["customer: Where is my order?", "agent: I can't find it yet, one moment."],
    [],
  ],
  [
    "an offer that had to be wrung out relieves nothing",
    "negative",
    [
      "customer: I want my money back.",
      "agent: We can't refund that.",
      "customer: That's a disgrace, I'm furious.",
      "agent: I can send you a replacement today.",
    ],
    [1],
  ],
  [
    "no power in the house is no power of ours",
    "refusal",
    ["customer: The lights went out at six.", "agent: So you've got no power at all upstairs?"],
    [],
  ],
])("refusals: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
