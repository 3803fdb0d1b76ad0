import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// reflection: one row a habit of conversation.
test.each([
  [
    "the customer's substance, given back",
    "reflection",
    [
      "customer: The charge for the hotel came out of my account twice on Monday.",
      "agent: So the hotel charge came out twice on Monday, is that right?",
    ],
    [1],
  ],
  [
    "numbers read back are data",
    "reflection",
    ["customer: The number is 4 4 7 1 9 2.", "agent: 4 4 7 1 9 2, thank you."],
    [],
  ],
])("reflection: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});

test("the first words after a telling, without a doer, give it back", () => {
  const told =
    "customer: I am so upset, I stood at the counter with my daughter for two hours and then the counter closed on us.";
  expect(
    turnsWith("reflection", [told, "agent: Two hours at the counter, with your daughter. Let me look."]),
  ).toEqual([1]);
  expect(turnsWith("reflection", [told, "agent: The counter is closed."])).toEqual([]);
});
