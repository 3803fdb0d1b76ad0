import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

const TOLD =
  "customer: I ordered the cot in May and it was meant to come on the second and nobody ever called me back about it.";

// verbal-cue: one row a habit of conversation.
test.each([
  ["a cue after a long telling", [TOLD, "agent: I see. Let me look."], [1]],
  [
    "an opener that takes the matter up has heard it",
    [TOLD, "agent: Right, the cot was due on the second. Let me look."],
    [1],
  ],
  ["a second opener has too", [TOLD, "agent: Okay, right. Let me look."], [1]],
  [
    "one that only leads up to the agent's own question takes the floor",
    [TOLD, "agent: Okay, which shop did you go to?"],
    [],
  ],
  ["what they told, said of them", [TOLD, "agent: Okay, you've been waiting since May."], [1]],
  [
    "an understanding that the next sentence turns round is none",
    [TOLD, "agent: I understand. Unfortunately cots are not refunded."],
    [],
  ],
])("signs of listening: %s", (_, lines, turns) => {
  expect(turnsWith("verbal-cue", lines)).toEqual(turns);
});
