import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// opportunities: one row a habit of conversation.
test.each([
  [
    "a failure on the company's side",
    "fault",
    ["agent: Hello.", "customer: My parcel never arrived and I'm furious."],
    [1],
  ],
  ["a loss", "hardship", ["agent: Hello.", "customer: My mother died on Tuesday."], [1]],
  [
    "a long silence before the agent is back",
    "hold",
    ["agent 0-3s: Please hold while I check.", "agent 60-63s: Thank you for holding."],
    [1],
  ],
  ["a short one is no hold", "hold", ["agent 0-3s: One moment.", "agent 12-15s: Found it."], []],
])("what calls for an answer: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});

test("a short turn of abuse tells nothing, so nothing had to be listened to", () => {
  const said = "customer: Your driver threw my laptop over the gate and the screen is smashed.";
  expect(
    turnsWith("explaining", [
      said,
      "agent: Is it your own?",
      "customer: What does it matter you dumb cow, you broke it.",
    ]),
  ).toEqual([]);
  expect(
    turnsWith("explaining", [
      said,
      "agent: Is it your own?",
      "customer: What does it matter to you now, your man broke it and lied about it.",
    ]),
  ).toEqual([0]);
});
