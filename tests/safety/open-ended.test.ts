import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpen } from "../../src/safety/open-ended.js";

/** What the look at plain edges must agree with. */
const OPEN =
  /^[^\p{L}\p{N}]{0,3}(?:(?:and|then|um|uh|er|yes|yeah|okay)[ ,]{1,2})?(?:\d|(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple|\p{L}{1,4}teen|ten|eleven|twelve|\p{L}{3,5}ty|\p{L})(?!\p{L}))|(?:\d|(?<!\p{L})(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|\p{L}{1,4}teen|ten|eleven|twelve|\p{L}{3,5}ty|\p{L}))[^\p{L}\p{N}]{0,3}$/iu;

const pieces =
  "and then um uh er yes yeah okay zero oh one Two nine double triple ten twelve fifteen canteen seventy empty a I 4 12 word hello because-of-something-longer-than-an-edge é ’ . , - ! ... \n".split(
    " ",
  );

test("the look at the edges of a turn says what the expression says", () => {
  const text = fc.array(fc.constantFrom(...pieces, " ", " ", "  "), { maxLength: 12 });
  fc.assert(
    fc.property(text, parts => {
      const turn = parts.join("");
      expect(isOpen(turn)).toBe(OPEN.test(turn));
    }),
    { numRuns: 3_000, seed: 11 },
  );
});

test.each([
  ["It ends in four two", true],
  ["nine one, so far", true],
  ["okay, 555", true],
  ["That is all, thank you.", false],
])("«%s» may go on elsewhere: %s", (turn, expected) => {
  expect(isOpen(turn)).toBe(expected);
});
