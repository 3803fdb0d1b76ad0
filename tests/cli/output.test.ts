import { expect, test } from "vitest";
import { colorOf, type When, widthOf } from "../../src/cli/output.js";

test.each<[string, string | undefined, number | undefined, number]>([
  ["a terminal's own width", undefined, 120, 120],
  ["COLUMNS wins over it", "60", 120, 60],
  ["nobody knows", undefined, undefined, 80],
  ["too narrow for anything", "12", undefined, 40],
  ["COLUMNS that is no number", "wide", 100, 100],
  ["COLUMNS that is nothing", "0", undefined, 80],
  ["COLUMNS past all reason", "99999", undefined, 1_000],
])("width: %s", (_, columns, terminal, width) => {
  expect(widthOf(columns, terminal)).toBe(width);
});

test.each<[string, When, Record<string, string>, boolean, boolean]>([
  ["a terminal", "auto", {}, true, true],
  ["a pipe", "auto", {}, false, false],
  ["a terminal that has none", "auto", { TERM: "dumb" }, true, false],
  ["NO_COLOR", "auto", { NO_COLOR: "1" }, true, false],
  ["an empty NO_COLOR says nothing", "auto", { NO_COLOR: "" }, true, true],
  ["FORCE_COLOR into a pipe", "auto", { FORCE_COLOR: "1" }, false, true],
  ["FORCE_COLOR=0", "auto", { FORCE_COLOR: "0" }, true, false],
  ["NO_COLOR wins over FORCE_COLOR", "auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
  ["the flag wins over all", "always", { NO_COLOR: "1" }, false, true],
  ["and so does never", "never", { FORCE_COLOR: "1" }, true, false],
])("colour: %s", (_, when, env, terminal, color) => {
  expect(colorOf(when, env, terminal)).toBe(color);
});
