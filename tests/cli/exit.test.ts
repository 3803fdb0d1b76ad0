import { expect, test } from "vitest";
import { BROKEN, type Ending, exitStatus, WELL } from "../../src/cli/exit.js";
import type { Problem } from "../../src/model/index.js";

const problem = (effect: Problem["effect"], named: boolean): Problem => ({
  source: "a.txt",
  code: "test",
  message: "Unexpected test",
  effect,
  named,
});
const ending = (rest: Partial<Ending>): Ending => ({ ...WELL, ...rest });

test.each<[string, Ending, number]>([
  ["all is well", WELL, 0],
  ["something is below the bar", ending({ below: 1 }), 1],
  ["never a count", ending({ below: 7 }), 1],
  ["it could not run", BROKEN, 2],
  ["two wins over one", ending({ below: 1, broken: true }), 2],
  ["a named input is unreadable", ending({ problems: [problem("unreadable", true)] }), 2],
  ["and that wins over one, too", ending({ below: 1, problems: [problem("unreadable", true)] }), 2],
  ["a part of a named input was left out", ending({ problems: [problem("partial", true)] }), 0],
  ["a note is no failure", ending({ problems: [problem("note", true)] }), 0],
  ["something in a folder is unreadable", ending({ problems: [problem("unreadable", false)] }), 0],
  ["within what is allowed", ending({ problems: [problem("unreadable", false)], maxUnreadable: 1 }), 0],
  ["past what is allowed", ending({ problems: [problem("unreadable", false)], maxUnreadable: 0 }), 2],
])("%s", (_, how, status) => {
  expect(exitStatus(how)).toBe(status);
});
