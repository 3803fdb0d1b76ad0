import { expect, test } from "vitest";
import { signalsOf, turnsWith } from "./acts.js";

const STOPS = "customer: The washing machine stops in the middle of the cycle.";

// probing-question: one row a habit of conversation.
test.each([
  ["an open question about the problem", [STOPS, "agent: What happens when you press start again?"], [1]],
  ["a question of identity explores nothing", [STOPS, "agent: What's your order number?"], []],
  [
    "nor does one of who may speak for the account",
    [STOPS, "agent: Are you authorised on this account?"],
    [],
  ],
  ["a request in question form asks for nothing", [STOPS, "agent: Can we do this together now?"], []],
  [
    "the verb of another question belongs to that",
    [STOPS, "agent: Or send a photo, if you don't have the paper to hand?"],
    [],
  ],
  [
    "a question beside one of identity still explores",
    [STOPS, "agent: What's your postcode, and when did it first happen?"],
    [1],
  ],
  [
    "what is inverted in unmarked speech asks",
    [STOPS, "agent: oh that is a nuisance when did it last run through"],
    [1],
  ],
  ["a statement with a tag is none", [STOPS, "agent: So it's your machine, and it stops, is that it?"], []],
  [
    "once ways out lie on the table, questions are about these",
    [
      STOPS,
      "agent: We could repair it on Monday, or I can send you a new one. Which would you prefer?",
      "customer: A new one.",
      "agent: Is there anything standing in front of the old one?",
    ],
    [],
  ],
])("questions: %s", (_, lines, turns) => {
  expect(turnsWith("probing-question", lines)).toEqual(turns);
});

test.each([
  ["what the machine does is open", "agent: Does it drain at all?", "open"],
  ["what the customer did looks for fault", "agent: Are you using the wrong powder?", "fault-seeking"],
])("kinds of question: %s", (_, line, kind) => {
  expect(signalsOf("probing-question", [STOPS, line]).map(({ detail }) => detail?.kind)).toEqual([kind]);
});
