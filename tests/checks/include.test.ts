import { expect, test } from "vitest";
import { ask, optionsOf } from "./conversation.js";

const CALL = ["agent: a", "customer: b", "agent: c", "customer: d", "agent: e"];

test.each([
  ["once is enough", "acts: greeting", ["greeting@0"], {}, "pass"],
  ["never", "acts: greeting", [], {}, "fail"],
  ["fewer than asked for", "acts: alternative\nat-least: 2", ["alternative@2"], {}, "partial"],
  ["as many as asked for", "acts: alternative\nat-least: 2", ["alternative@2", "alternative@4"], {}, "pass"],
  ["one of several acts", "acts: [greeting, empathy]", ["empathy@2"], {}, "pass"],
  ["of the right particular", "acts: hold[kept=yes]", ["hold@2[kept=no]"], {}, "fail"],
  ["outside the scope is not heard", "acts: greeting", ["greeting@4"], { first: 2 }, "fail"],
  ["inside it is", "acts: greeting", ["greeting@4"], { by: "agent", last: 1 }, "pass"],
  ["nothing called for it", "acts: gratitude\nwhen: hold", [], {}, "na"],
  ["something did", "acts: gratitude\nwhen: hold", ["hold@2"], {}, "fail"],
] as const)("include: %s", (_, yaml, given, scope, verdict) => {
  expect(ask("include", yaml, CALL, given, { scope }).verdict).toBe(verdict);
});

test("include says what it misses", () => {
  expect(ask("include", "acts: next-step\nat-least: 2", CALL, ["next-step@2"]).message).toBe(
    "Expected next step at least 2 times, heard it once",
  );
  expect(optionsOf("include", "at-least: 2").wrong).toEqual([
    "Unexpected lack of `acts`, expected what must be heard",
  ]);
});
