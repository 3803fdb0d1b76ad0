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
    "puts themselves in the customer's place, without a formula",
    "empathy",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: I'd have thrown the box out of the window as well.",
    ],
    [1],
  ],
  [
    "it would happen to anybody",
    "empathy",
    [
      "customer: I am so upset, you sent me three letters and each says something else!",
      "agent: Three letters like that would tie anyone in knots.",
    ],
    [1],
  ],
  [
    "what the agent would gladly do too is an offer",
    "empathy",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: I'd be happy to send one as well.",
    ],
    [],
  ],
  [
    "grants a need that was just stated",
    "empathy",
    [
      "customer: I need the water because my kids get dehydrated.",
      "agent: That makes total sense. Take all three.",
    ],
    [1],
  ],
  [
    "sense made by a plan is no need granted",
    "empathy",
    ["customer: The parcel goes to the office.", "agent: That makes total sense."],
    [],
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
