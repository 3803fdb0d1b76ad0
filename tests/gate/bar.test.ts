import { expect, test } from "vitest";
import { type Bar, belowBar } from "../../src/gate/bar.js";
import type { Audit, Outcome, Verdict } from "../../src/model/index.js";

const audit = (outcome: Outcome, score: number | null, ...verdicts: readonly Verdict[]): Audit =>
  ({ outcome, score, findings: verdicts.map(verdict => ({ verdict })) }) as unknown as Audit;

test.each<[string, Audit, Bar, string | undefined]>([
  ["no bar gates nothing", audit("auto-fail", 0, "fail"), { failOn: "never" }, undefined],
  ["an auto-fail", audit("auto-fail", 95, "fail"), { failOn: "auto-fail" }, "auto-fail"],
  ["a plain fail is no auto-fail", audit("fail", 20, "fail"), { failOn: "auto-fail" }, undefined],
  ["a fail", audit("fail", 20, "fail"), { failOn: "fail" }, "failed"],
  ["an auto-fail is a fail", audit("auto-fail", 95, "fail"), { failOn: "fail" }, "auto-fail"],
  ["a pass with a failed check is no fail", audit("pass", 80, "pass", "fail"), { failOn: "fail" }, undefined],
  ["but it is partial", audit("pass", 80, "pass", "fail"), { failOn: "partial" }, "not all checks passed"],
  ["so is half of a check", audit("pass", 90, "partial"), { failOn: "partial" }, "not all checks passed"],
  ["flawless", audit("pass", 100, "pass", "na", "unknown"), { failOn: "partial" }, undefined],
  ["a score below", audit("pass", 69.9), { minScore: 70, failOn: "never" }, "scored below 70"],
  ["a score on the bar", audit("pass", 70), { minScore: 70, failOn: "never" }, undefined],
  [
    "what cannot be scored is not below",
    audit("not-scorable", null),
    { minScore: 70, failOn: "fail" },
    undefined,
  ],
])("%s", (_, judged, bar, why) => {
  expect(belowBar(judged, bar)).toBe(why);
});
