import fc from "fast-check";
import { expect, test } from "vitest";
import { sayInstead, spokenBack } from "../../src/engine/say.js";

test.each([
  ["my order", "your order"],
  ["My order", "your order"],
  ["MY ORDER", "your order"],
  ["the replacement card", "the replacement card"],
  ["Lisbon flight", "Lisbon flight"],
  ["our booking.", "your booking"],
  ["“my daughter’s chair”", "your daughter's chair"],
  ["i've been waiting since Monday", "you've been waiting since Monday"],
  ["your driver", "our driver"],
  ["things I bought", "things you bought"],
  ["", undefined],
  ["  ", undefined],
  ["what you said", undefined],
  ["um the order", undefined],
  ["the the order", undefined],
  ["order 5550142173", undefined],
  ["jane@example.com", undefined],
  ["the order and", undefined],
  ["I was told", undefined],
  ["a very very long story of everything that went wrong", undefined],
  ["one two three four five six seven eight nine", undefined],
  ["{slot}", undefined],
  ["a\nrefund", "a refund"],
  ["\u001b[31mred", undefined],
])("given back: %j → %j", (said, expected) => expect(spokenBack(said)).toBe(expected));

const templates = [
  "I can't do a {refused}, but I can look into {thing} now.",
  "I'm sorry about {thing}.",
  "Here is what I can do.",
];

test.each([
  [{ refused: "exchange", thing: "my order" }, "I can't do an exchange, but I can look into your order now."],
  [{ refused: "refund", thing: "my order" }, "I can't do a refund, but I can look into your order now."],
  [{ thing: "my order" }, "I'm sorry about your order."],
  [{ thing: "um" }, "Here is what I can do."],
  [{}, "Here is what I can do."],
])("%j → %s", (slots, expected) =>
  expect(sayInstead(templates, new Map(Object.entries(slots)))).toBe(expected),
);

test("a sentence begins with a capital", () => {
  expect(sayInstead(["{thing} comes first. {thing} too."], new Map([["thing", "my order"]]))).toBe(
    "Your order comes first. Your order too.",
  );
});

test("no template, nothing to say", () => expect(sayInstead([], new Map())).toBeUndefined());

test("no slot is ever left open or empty", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom("thing", "refused"), fc.string({ unit: "binary" })), slots => {
      const said = sayInstead(templates, new Map(Object.entries(slots)));
      expect(said).toMatch(/^[^{}]+\.$/u);
      expect(said).not.toMatch(/ {2}| [.,]|undefined/);
    }),
  );
});
