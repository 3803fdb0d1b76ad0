import { expect, test } from "vitest";
import { detailOf, turnsWith } from "./acts.js";

const UPSET = "customer: I'm so upset, you've lost my mother's ring and nobody ever called me back!";

test.each([
  ["moving on", [UPSET, "agent: Okay, let's move on. Which branch was it?"], [1]],
  ["a story heard already", [UPSET, "agent: We've been over that."], [1]],
  ["a demand for data and not a word more", [UPSET, "agent: Policy number?"], [1]],
  ["a parting while nothing is solved", [UPSET, "agent: Is there anything else? No? Then goodbye."], [1]],
  [
    "a demand after thanks for nothing",
    [UPSET, "agent: Thank you for your message. May I have your policy number?"],
    [1],
  ],
  [
    "«anything else?» where nothing was settled",
    [UPSET, "agent: Noted.", "customer: This is awful.", "agent: Is there anything else?"],
    [3],
  ],
  [
    "leaving abuse hurries nobody",
    [
      "customer: You useless bitch, give me my money or I'll come down there!",
      "agent: I'm closing this chat now.",
    ],
    [],
  ],
  ["not moving on is the opposite", [UPSET, "agent: I'm not moving on till you're ready."], []],
  ["time given", [UPSET, "agent: Take your time, tell me all of it."], []],
  ["a parting from somebody calm", ["customer: What time do you close?", "agent: At six. Goodbye."], []],
  ["data after a kind word", [UPSET, "agent: I'm so sorry. What's the policy number?"], []],
])("hurry: %s", (_, lines, turns) => {
  expect(turnsWith("hurry", lines)).toEqual(turns);
});

test.each([
  ["taken back in the same breath", "Let's move on to the number. No, forgive me, that can wait.", "yes"],
  ["left standing", "Let's move on to the number.", "no"],
])("hurry is repaired where it is %s", (_, said, repaired) => {
  expect(detailOf("hurry", "repaired", [UPSET, `agent: ${said}`])).toBe(repaired);
});
