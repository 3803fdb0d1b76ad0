import { expect, test } from "vitest";
import { matchesOf } from "../../src/safety/matches.js";

test("an expression is used again from the beginning, wherever it stopped the last time", () => {
  const figures = /\d+/g;
  figures.lastIndex = 3;
  expect(matchesOf(figures, "12 and 3").map(match => [match[0], match.index])).toEqual([
    ["12", 0],
    ["3", 7],
  ]);
  expect(matchesOf(figures, "none")).toEqual([]);
});

test("an expression that matches nothing at all comes to an end", () => {
  expect(matchesOf(/x*/g, "ax").map(match => match[0])).toEqual(["", "x", ""]);
});
