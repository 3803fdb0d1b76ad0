import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

const UPSET = "customer: Nobody told me about the fee and I am really upset about it.";

// blame: one row a habit of conversation.
test.each([
  ["what the customer should have done", [UPSET, "agent: You should have read the terms."], [1]],
  ["«you should have been told» blames nobody", [UPSET, "agent: You should have been told."], []],
  ["consent is thrown back", [UPSET, "agent: It's all in the terms and you ticked the box."], [1]],
  ["people are like that", [UPSET, "agent: Most people don't look at the second page."], [1]],
  [
    "a question that looks for the slip",
    [UPSET, "agent: Did you open the letter, because if not it just runs."],
    [1],
  ],
  [
    "in a turn that helps it is a remark",
    [UPSET, "agent: Most people don't look at the second page, so I'll take it off for you now."],
    [],
  ],
  ["a customer who was right", [UPSET, "agent: You're right, you never ticked the box."], []],
  ["nobody complained", ["customer: Which one is mine?", "agent: The one where you ticked the box."], []],
])("%s", (_, lines, turns) => {
  expect(turnsWith("blame", lines)).toEqual(turns);
});
