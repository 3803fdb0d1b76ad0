import { expect, test } from "vitest";
import { inflections } from "../../src/text/index.js";

test.each([
  ["delay", ["delay", "delays", "delayed", "delaying"]],
  ["cancel", ["cancel", "cancels", "canceled", "cancelled", "cancelling"]],
  ["apologise", ["apologise", "apologises", "apologised", "apologising", "apologize", "apologized"]],
  ["send", ["send", "sends", "sent", "sending"]],
  ["worry", ["worry", "worries", "worried", "worrying"]],
])("%s in its forms", (word, forms) => {
  expect(inflections(word)).toEqual(expect.arrayContaining(forms));
});

test("a form whose stem is another word is none", () => {
  expect(inflections("univers")).not.toContain("university");
  expect(inflections("constructor")).toContain("constructor");
});
