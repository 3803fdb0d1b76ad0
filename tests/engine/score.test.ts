import { expect, test } from "vitest";
import { restsOnAbsence, scoreFindings, weigh } from "../../src/engine/score.js";
import type { Finding, Verdict } from "../../src/model/index.js";

/** `pass*10`: shown, weight 10. `fail~10`: avoiding. `fail!10`: auto-fail. */
function finding(written: string, parts?: readonly string[]): Finding {
  const [, verdict, mark, weight] = /^(\w+)([*~!])(\d+)$/.exec(written) ?? [];
  return {
    check: written,
    checklist: "core",
    title: written,
    techniques: [written],
    verdict: verdict as Verdict,
    message: "",
    evidence: [],
    weight: Number(weight),
    autoFail: mark === "!",
    avoids: mark === "~",
    coach: "",
    ...(parts && { parts: parts.map(part => finding(part)) }),
  };
}

test.each([
  [
    "a pass counts its weight, a partial half of it, a fail nothing",
    ["pass*10", "partial*10", "fail*20"],
    37.5,
    "fail",
  ],
  [
    "what did not apply or could not be seen leaves the denominator",
    ["pass*10", "na*50", "unknown*50", "partial*10"],
    75,
    "pass",
  ],
  ["the pass mark itself is enough", ["pass*3", "fail*1"], 75, "pass"],
  ["just below is below", ["pass*299", "fail*101"], 74.8, "fail"],
  ["one decimal, halves up", ["pass*667", "fail*1333"], 33.4, "fail"],
  ["nothing applied: no score", ["na*10", "unknown*10"], null, "not-scorable"],
  ["no findings: no score", [], null, "not-scorable"],
  ["weight 0 informs and does not score", ["fail*0", "pass*10"], 100, "pass"],
  ["weight 0 alone is no score", ["pass*0"], null, "not-scorable"],
  ["an auto-fail decides whatever the score, which stays visible", ["fail!1", "pass*99"], 99, "auto-fail"],
  ["an auto-fail check that is half met fails nothing", ["partial!10", "pass*90"], 95, "pass"],
  ["an auto-fail that did not apply fails nothing", ["na!10", "pass*90"], 100, "pass"],
  ["an auto-fail without a score is still one", ["fail!0"], null, "auto-fail"],
  [
    "avoiding checks hold a third at most: silence earns 33.3",
    ["pass~10", "pass~10", "pass~10", "fail*10"],
    33.3,
    "fail",
  ],
  ["…and their misses cost a third at most", ["fail~50", "fail~50", "pass*10"], 66.7, "fail"],
  ["light ones are not scaled up", ["pass~10", "fail*90"], 10, "fail"],
  ["exactly a third is left alone", ["fail~10", "pass*20"], 66.7, "fail"],
  [
    "only avoiding checks applied, all well: nothing to praise",
    ["pass~10", "pass~10", "na*10"],
    null,
    "not-scorable",
  ],
  [
    "only avoiding checks applied, a small lapse: still no pass by silence",
    ["pass~10", "pass~10", "pass~10", "partial~10", "na*10"],
    null,
    "not-scorable",
  ],
  [
    "only avoiding checks applied, and missed: absence can lose a call",
    ["fail~10", "pass~10", "na*10"],
    50,
    "fail",
  ],
  ["a card of avoiding checks alone keeps its weights", ["pass~10", "fail~10", "pass~20"], 75, "pass"],
] as const)("%s", (_, written, score, outcome) => {
  expect(
    scoreFindings(
      written.map(line => finding(line)),
      75,
    ),
  ).toEqual({ score, outcome });
});

test.each([
  ["a plain check by its mark", finding("pass~10"), true],
  ["evidence is no absence", finding("pass*10"), false],
  ["an item of which only the avoiding part applied", finding("pass*10", ["na*5", "pass~5"]), true],
  ["an item with one part that was shown", finding("pass*10", ["pass*5", "pass~5"]), false],
  ["parts that did not apply say nothing", finding("na~10", ["na*5", "unknown*5"]), true],
])("rests on absence: %s", (_, item, expected) => expect(restsOnAbsence(item)).toBe(expected));

test("an auto-fail inside an item decides too", () => {
  expect(scoreFindings([finding("fail*10", ["fail!5"]), finding("pass*90")], 75).outcome).toBe("auto-fail");
});

test("weights of avoiding checks shrink together, each in its proportion", () => {
  const all = ["pass~30", "fail~10", "pass*20", "na~5"].map(line => finding(line));
  expect(all.map(weigh(all))).toEqual([7.5, 2.5, 20, 0]);
});
