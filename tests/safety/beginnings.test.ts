import { expect, test } from "vitest";
import { mayHold } from "../../src/safety/beginnings.js";

const may = mayHold(["Jane", "Okafor", "#4-blue"]);

test.each([
  ["Thanks, JANE.", true],
  ["it is J.A.N.E", true],
  ["o k a f o r", true],
  ["it is #4-blue", true],
  // Anything that is not plain may be a letter of it in another dress.
  ["Thanks, \uFF2Aane.", true],
  ["Thanks, J\u0001ane.", true],
  ["A word that begins so: just, only", false],
  ["inside a word: hijane", false],
  ["J", false],
  ["", false],
])("«%s» may hold one: %s", (text, expected) => {
  expect(may(text)).toBe(expected);
});

test("words that are not plain may stand anywhere", () => {
  expect(mayHold(["Zo\u00EB"])("nothing of it")).toBe(true);
});
