import fc from "fast-check";
import { expect, test } from "vitest";
import { hintsOf } from "../../src/safety/figures.js";

/** What one look without expressions must agree with. */
const MAILBOX = /@|(?<!\p{L})at(?!\p{L})/iu;
const FIGURE =
  /\p{Nd}|(?<!\p{L})(?:oh|o|zero|one|two|three|four|five|six|seven|eight|nine|double|triple|treble|\p{L}{1,4}teen|ten|eleven|twelve|\p{L}{3,5}ty)(?!\p{L})/giu;

const plainly = (text: string) => ({
  mailbox: MAILBOX.test(text),
  figures: [...text.matchAll(FIGURE)].reduce((sum, [figure]) => sum + (figure.length === 1 ? 1 : 3), 0),
});

const words =
  "o oh zero one two three four five six seven eight nine double triple treble ten eleven twelve thirteen nineteen teen canteen eighteen twenty ty tty empty sixty seventy certainty at At cat hat@b 4 12 555-0123 a1b O Ten _at_ o'clock".split(
    " ",
  );

test("one look over a plain text finds what the expressions find", () => {
  const text = fc.array(fc.constantFrom(...words, " ", " ", ". ", "-", "x", "\n"), { maxLength: 14 });
  fc.assert(
    fc.property(text, parts => {
      expect(hintsOf(parts.join(""))).toEqual(plainly(parts.join("")));
    }),
    { numRuns: 500, seed: 7 },
  );
});

test("a text that is not plain is left to the expressions", () => {
  expect(hintsOf("caf\u00e9 at nine")).toBeUndefined();
});
