import { expect, test } from "vitest";
import { detailOf, turnsWith } from "./acts.js";

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
  [
    "a bare no where much was to be said",
    "customer-curt",
    ["agent: Anything else today?", "customer: No."],
    [1],
  ],
  [
    "a no with thanks is none",
    "customer-curt",
    ["agent: Anything else today?", "customer: No, thank you."],
    [],
  ],
])("customer feeling: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});

test.each([
  ["praise is warm", "Oh, that's brilliant, thank you so much.", "yes"],
  ["a habitual thanks is not", "Okay, thanks, bye.", "no"],
])("a content customer: %s", (_, said, warm) => {
  expect(detailOf("customer-positive", "warm", ["agent: It is on its way.", `customer: ${said}`])).toBe(warm);
});
