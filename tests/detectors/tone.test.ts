import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// tone: one row a habit of conversation.
test.each([
  [
    "arguing",
    "defensive",
    ["customer: My order never came and I am really upset about it.", "agent: That's not what happened."],
    [1],
  ],
  [
    "a record set against what the customer holds to",
    "defensive",
    [
      "customer: The bin was missed again and I am really cross.",
      "agent: Was it out by seven?",
      "customer: It was out, I put it out myself, this is ridiculous.",
      "agent: Well, the crew's got it down as not out.",
    ],
    [3],
  ],
  [
    "the same record, and something done about it",
    "defensive",
    [
      "customer: The bin was missed again and I am really cross.",
      "agent: Was it out by seven?",
      "customer: It was out, I put it out myself, this is ridiculous.",
      "agent: The crew's got it down as not out, so I'll send them back this afternoon.",
    ],
    [],
  ],
  [
    "the agent's tone breaks",
    "composure-lapse",
    ["customer: My order never came and I am really upset about it.", "agent: Oh shut up."],
    [1],
  ],
  [
    "hard words for oneself are no lapse",
    "composure-lapse",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: I should have shut up there, sorry.",
    ],
    [],
  ],
])("tone: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
