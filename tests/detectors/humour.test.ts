import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// humour: one row a habit of conversation.
test.each([
  [
    "a light remark",
    "humour",
    ["customer: The printer stopped again, haha.", "agent: Technology isn't on our side today, is it?"],
    [1],
  ],
  [
    "plain help is no joke",
    "humour",
    ["customer: The printer stopped.", "agent: Let me help you with the printer."],
    [],
  ],
])("humour: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
