import { expect, test } from "vitest";
import { turnsWith } from "./acts.js";

// courtesy: one row a habit of conversation.
test.each([
  ["a greeting", "greeting", ["agent: Good morning, thank you for calling.", "customer: Hi."], [0]],
  ["a goodbye", "goodbye", ["customer: Thanks, bye.", "agent: Have a lovely day."], [1]],
  [
    "hurrying",
    "hurry",
    [
      "customer: My order never came and I am really upset about it.",
      "agent: Look, can we move on, I have other customers waiting.",
    ],
    [1],
  ],
  [
    "a first line that says who has answered",
    "greeting",
    ["agent: Larkhill Boats, Imre.", "customer: Hello there."],
    [0],
  ],
  [
    "a morning that is a time greets nobody",
    "greeting",
    ["agent: Thursday morning, it was.", "customer: Hi."],
    [],
  ],
  [
    "a letter's last line",
    "goodbye",
    ["customer: Thank you.", "agent: It will be with you on Monday. Yours, Petra Lind, Repairs"],
    [1],
  ],
  [
    "a title in passing is no courtesy",
    "goodbye",
    ["customer: Number nine.", "agent: I'll ring Mrs Orr before she goes out in them."],
    [],
  ],
  ["a bare order", "rude-command", ["customer: It never came.", "agent: Give me your address."], [1]],
  [
    "in a turn that helps it is none",
    "rude-command",
    ["customer: It never came.", "agent: Give me your address. I'll send you a new one tonight."],
    [],
  ],
])("courtesy: %s", (_, act, lines, turns) => {
  expect(turnsWith(act as string, lines as string[])).toEqual(turns);
});
