import { expect, test } from "vitest";
import { signalsOf } from "./acts.js";

// situation: what a conversation is about, and what only sounds like it.
test.each([
  ["a death told", ["customer: My dad passed away in March and his line is still billed."], ["bereavement"]],
  ["a phone that died is no death", ["customer: My phone died on me. What do I do now?"], ["complaint"]],
  [
    "condolences give it away too",
    ["customer: I need to close his account.", "agent: I am so sorry for your loss."],
    ["bereavement"],
  ],
  ["a service is down", ["customer: Our broadband has been down since Tuesday."], ["outage"]],
  [
    "a price that is down is no outage",
    ["customer: I saw the price of the sofa is down. Can I order one?"],
    ["plain-request", "sale"],
  ],
  ["wants to buy", ["customer: I'd like to book a double room for Friday."], ["plain-request", "sale"]],
  ["the agent sells", ["customer: Hello there.", "agent: Can I interest you in our gold plan?"], ["sale"]],
  [
    "wants out",
    ["customer: Please cancel my subscription from next month."],
    ["cancellation", "plain-request"],
  ],
  [
    "the agent cancels nothing for the customer",
    ["customer: Hello.", "agent: I will cancel the old order for you."],
    [],
  ],
  ["a complaint", ["customer: My order never came and I am really upset about it."], ["complaint"]],
  [
    "a refusal",
    ["customer: Can I have a refund?", "agent: I'm sorry, we can't refund opened boxes."],
    ["plain-request", "refusal"],
  ],
  ["an emergency", ["customer: I can smell gas in the kitchen, there's a gas leak."], ["emergency"]],
  [
    "abuse, which is no plain request",
    ["customer: Can you answer, you stupid idiot?"],
    ["abuse", "complaint"],
  ],
])("%s", (_, lines, kinds) => {
  const found = signalsOf("situation", lines).map(({ detail }) => detail?.kind as string);
  expect(found.sort().join(" ")).toBe([...kinds].sort().join(" "));
});

test("a question where nothing went wrong is a plain request", () => {
  const found = signalsOf("situation", [
    "customer: Hi, could you tell me what time the branch opens on Saturday?",
    "agent: At nine, and until four.",
  ]);
  expect(found.map(({ detail }) => detail?.kind)).toEqual(["plain-request"]);
  expect(found[0]?.evidence[0]?.turn).toBe(0);
});
