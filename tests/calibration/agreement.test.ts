import { describe, expect, test } from "vitest";
import { ac1Of, agreementsOf, alphaOf, kappaOf } from "../../src/calibration/agreement.js";
import { calibrate } from "../../src/calibration/calibrate.js";
import { MACHINE, type Pair, type Rating } from "../../src/calibration/rating.js";
import type { Verdict } from "../../src/model/index.js";

const rating = (unit: number, judge: string, verdict: Verdict, check = "empathy"): Rating => ({
  unit: `call ${unit}`,
  check,
  judge,
  verdict,
});

/** A table of two judges: rows are the first one's verdicts, columns the second one's. */
function pairsFrom(table: readonly (readonly number[])[]): readonly Pair[] {
  const verdicts: readonly Verdict[] = ["pass", "fail", "partial"];
  let unit = 0;
  return table.flatMap((row, i) =>
    row.flatMap((count, j) =>
      Array.from({ length: count }, () => {
        unit++;
        return {
          a: rating(unit, "Ana", verdicts[i] as Verdict),
          b: rating(unit, "Bo", verdicts[j] as Verdict),
        };
      }),
    ),
  );
}

describe("two judges", () => {
  test.each([
    // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: agreement 0.7, by chance 0.5.
    [
      "the usual example of kappa",
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
      0.7,
      0.4059,
    ],
    [
      "never more than by chance",
      [
        [25, 25],
        [25, 25],
      ],
      0,
      0.5,
      0,
    ],
    // Gwet's paradox: 118 of 125 agree and kappa is below nothing.
    [
      "one verdict rules: kappa collapses, AC1 does not",
      [
        [118, 5],
        [2, 0],
      ],
      -0.0234,
      0.944,
      0.9408,
    ],
    [
      "always",
      [
        [10, 0],
        [0, 10],
      ],
      1,
      1,
      1,
    ],
  ])("%s", (_, table, kappa, agreement, ac1) => {
    const pairs = pairsFrom(table);
    expect(kappaOf(pairs)).toBeCloseTo(kappa, 3);
    expect(pairs.filter(({ a, b }) => a.verdict === b.verdict).length / pairs.length).toBeCloseTo(
      agreement,
      6,
    );
    expect(ac1Of(pairs)).toBeCloseTo(ac1, 4);
  });

  test("without variation there is no kappa and no alpha, and AC1 is whole", () => {
    const pairs = pairsFrom([[8]]);
    expect([kappaOf(pairs), alphaOf(pairs), ac1Of(pairs)]).toEqual([undefined, undefined, 1]);
  });

  test("alpha: 10 questions, 4 to 6, of which the usual binary example", () => {
    // Krippendorff 2011, «Computing Krippendorff's Alpha-Reliability», section A: 0.095.
    const a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    const b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    const verdict = (n: number | undefined): Verdict => (n === 1 ? "pass" : "fail");
    const pairs = a.map((one, i) => ({
      a: rating(i, "Ana", verdict(one)),
      b: rating(i, "Bo", verdict(b[i])),
    }));
    expect(alphaOf(pairs)).toBeCloseTo(0.095, 3);
  });

  test("several judges with gaps: alpha in section C of the same paper, 0.743; AC1 of the same table, 0.775", () => {
    const judges = {
      A: "1 2 3 3 2 1 4 1 2 . . .",
      B: "1 2 3 3 2 2 4 1 2 5 . 3",
      C: ". 3 3 3 2 3 4 2 2 5 1 .",
      D: "1 2 3 3 2 4 4 1 2 5 1 .",
    };
    const names: readonly Verdict[] = ["pass", "partial", "fail", "na", "unknown"];
    const ratings = Object.entries(judges).flatMap(([judge, row]) =>
      row
        .split(" ")
        .flatMap((cell, unit) =>
          cell === "." ? [] : [rating(unit, judge, names[Number(cell) - 1] as Verdict)],
        ),
    );
    const [all] = agreementsOf(ratings, "human-human");
    expect(all?.alpha).toBeCloseTo(0.743, 3);
    // Gwet's irrCAC gives it as the data set cac.raw4raters, with 0.77544 for AC1.
    expect(all?.ac1).toBeCloseTo(0.77544, 5);
  });
});

describe("calibrating", () => {
  const ratings = [
    ...[1, 2, 3, 4, 5, 6].flatMap(unit => [
      rating(unit, MACHINE, "pass"),
      rating(unit, "Ana", unit % 2 ? "pass" : "fail"),
      rating(unit, "Bo", unit % 3 ? "fail" : "pass"),
      rating(unit, "Ana", unit < 4 ? "unknown" : "pass", "tone"),
      rating(unit, "Bo", "pass", "tone"),
    ]),
  ];
  const result = calibrate(ratings);

  test("machine with people, and people among themselves", () => {
    expect(
      result.agreements.map(({ check, between, pairs, units }) => [check, between, pairs, units]),
    ).toEqual([
      ["empathy", "machine-human", 12, 6],
      ["empathy", "human-human", 6, 6],
      ["tone", "human-human", 6, 6],
    ]);
    expect([result.judges, result.units]).toEqual([["Ana", "Bo", MACHINE], 6]);
  });

  test("what people cannot answer alike is named", () => {
    expect(result.unscoreable.map(({ check }) => check)).toEqual(["empathy", "tone"]);
  });

  test("a rare verdict comes with a warning", () => {
    const rare = [1, 2, 3, 4, 5, 6, 7, 8].flatMap(unit => [
      rating(unit, "Ana", "pass"),
      rating(unit, "Bo", unit === 1 ? "fail" : "pass"),
    ]);
    expect(agreementsOf(rare, "human-human")[0]).toMatchObject({ prevalent: "pass", kappa: 0 });
  });

  test("each disagreement once", () => {
    const own = result.disagreements.filter(({ a, b }) => a.unit === "call 2" && b.check === "empathy");
    expect(own.map(({ a, b }) => [a.judge, b.judge])).toEqual([
      [MACHINE, "Ana"],
      [MACHINE, "Bo"],
    ]);
  });
});
