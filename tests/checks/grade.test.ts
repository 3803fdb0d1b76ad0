import { expect, test } from "vitest";
import { ask } from "./conversation.js";

const CALL = ["customer: a", "agent: b", "customer: c", "agent: d", "customer: e", "agent: f"];
const HOLDS = `when: hold
pass:
  - { all: ["hold[kept=yes]"], none: ["hold[kept=no]"] }
partial:
  - { any: [gratitude, "alternative*2"], within: 1, place: after }
na:
  - { all: [hardship] }`;

test.each([
  ["nothing called for it", HOLDS, ["gratitude@1"], "na"],
  ["all of a clause", HOLDS, ["hold@1[kept=yes]"], "pass"],
  ["and none of what spoils it", HOLDS, ["hold@1[kept=yes]", "hold@3[kept=no]"], "fail"],
  ["any of a clause, soon after", HOLDS, ["hold@1[kept=no]", "gratitude@3"], "partial"],
  ["not so soon", HOLDS, ["hold@1[kept=no]", "gratitude@5"], "fail"],
  ["not before", HOLDS, ["gratitude@1", "hold@3[kept=no]"], "fail"],
  ["once where twice is asked", HOLDS, ["hold@1[kept=no]", "alternative@3"], "fail"],
  ["not called for after all", HOLDS, ["hold@1[kept=yes]", "hardship@0"], "na"],
  ["otherwise what the check says", "otherwise: na\npass:\n  - { any: [gratitude] }", [], "na"],
])("grade: %s", (_, yaml, given, verdict) => {
  expect(ask("grade", yaml, CALL, given).verdict).toBe(verdict);
});
