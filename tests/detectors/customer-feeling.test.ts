import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// customer-feeling: one row a habit of conversation.
test.each([
  [
    "a feeling named",
    "customer-negative",
    ["agent: Hello.", "customer: I'm so disappointed, this is ridiculous."],
    [1],
  ],
  [
    "a plain request has none",
    "customer-negative",
    ["agent: Hello.", "customer: What time do you open on Saturday?"],
    [],
  ],
  [
    "an insult at the agent is abuse",
    "customer-abusive",
    ["agent: Hello.", "customer: You are a useless idiot."],
    [1],
  ],
  ["and hostile", "customer-hostile", ["agent: Hello.", "customer: You are a useless idiot."], [1]],
  [
    "anger about the matter is no abuse",
    "customer-abusive",
    ["agent: Hello.", "customer: This is a disgrace, I have waited three weeks!"],
    [],
  ],
  [
    "relief",
    "customer-positive",
    ["agent: It is on its way.", "customer: Oh brilliant, thank you, that's such a relief."],
    [1],
  ],
])("customer feeling: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
