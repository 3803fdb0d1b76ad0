import { expect, test } from "vitest";
import { ask } from "./conversation.js";

const CALL = ["customer: a", "agent: b", "customer: c", "agent: d", "customer: e", "agent: f"];
const YAML = "worse: [customer-negative, customer-hostile]\nbetter: customer-positive";

test.each([
  ["calm throughout", CALL, [], "pass"],
  ["upset, then content", CALL, ["customer-negative@0", "customer-positive@4"], "pass"],
  ["upset throughout", CALL, ["customer-negative@0", "customer-negative@4"], "partial"],
  ["worse at the end", CALL, ["customer-negative@4", "customer-hostile@4"], "fail"],
  ["too short to tell", CALL.slice(0, 3), ["customer-negative@0"], "unknown"],
])("trend: %s", (_, lines, given, verdict) => {
  expect(ask("trend", YAML, lines, given).verdict).toBe(verdict);
});

const LONG = [0, 1, 2, 3, 4, 5].flatMap(n => [`customer: c${n}`, `agent: a${n}`]);
const ENDING = `${YAML}
warm: customer-positive[warm=yes]
curt: customer-curt
settled: accepted
doubt: negative`;
const UPSET = ["customer-negative@0", "customer-negative@2", "customer-negative@4"];

test.each([
  ["calm again for the last turns, and nothing refused", [...UPSET], "pass"],
  ["silence after a refusal that stands is no calm", [...UPSET, "negative@7"], "partial"],
  ["a warm word after it is", [...UPSET, "negative@7", "customer-positive@10[warm=yes]"], "pass"],
  [
    "upset at the end, with a refusal that stands",
    [...UPSET, "customer-negative@8", "customer-negative@10", "negative@9"],
    "fail",
  ],
  ["so is taking what is offered", [...UPSET, "negative@7", "accepted@8", "accepted@10"], "pass"],
  [
    "a curt end with little said against",
    ["customer-negative@0", "customer-negative@2", "customer-curt@10"],
    "partial",
  ],
  [
    "at their worst from the first turn to the last",
    LONG.flatMap((_, n) => (n % 2 ? [] : [`customer-negative@${n}`, `customer-hostile@${n}`])),
    "partial",
  ],
])("a longer conversation is weighed by its end: %s", (_, given, verdict) => {
  expect(ask("trend", ENDING, LONG, given).verdict).toBe(verdict);
});

test("what was heard at the end is the evidence, for good and for bad", () => {
  const calm = ask("trend", ENDING, LONG, ["customer-negative@0", "customer-positive@10[warm=yes]"]);
  expect(calm.evidence.map(({ turn }) => turn)).toEqual([10]);
  const upset = ask("trend", ENDING, LONG, [
    "customer-negative@8",
    "customer-negative@10",
    "negative@9",
    "negative@7",
  ]);
  expect(upset.evidence.map(({ turn }) => turn)).toEqual([8, 10]);
});
