import fc from "fast-check";
import { expect, test } from "vitest";
import { hintsOf } from "../../src/safety/figures.js";

/** What one look without expressions must agree with. */
const MAILBOX = /@|(?<!\p{L})at(?!\p{L})/iu;
const FIGURE =
  /\p{Nd}|(?<!\p{L})(?:oh|o|zero|one|two|three|four|five|six|seven|eight|nine|double|triple|treble|\p{L}{1,4}teen|ten|eleven|twelve|\p{L}{3,5}ty)(?!\p{L})/giu;

const JOINS = /(?<!\p{L})(?:nought|naught|hundred)(?!\p{L})/iu;
const ALL = new RegExp(`${FIGURE.source}|${JOINS.source}`, "giu");

/** The most figures in a row with no more than 40 characters between two. */
function plainly(text: string) {
  let [run, last, most] = [0, 0, 0];
  for (const { 0: figure, index } of text.matchAll(ALL)) {
    const said = JOINS.test(figure) ? 0 : figure.length === 1 ? 1 : 3;
    run = index - last > 40 ? said : run + said;
    last = index + figure.length;
    most = Math.max(most, run);
  }
  return { mailbox: MAILBOX.test(text), figures: most };
}

const words =
  "o oh zero one two three four five six seven eight nine double triple treble ten eleven twelve thirteen nineteen teen canteen eighteen twenty nought naught hundred hundredth a-long-word-that-parts-what-stands-around-it-for-good ty tty empty sixty seventy certainty at At cat hat@b 4 12 555-0123 a1b O Ten _at_ o'clock".split(
    " ",
  );

test("one look over a plain text finds what the expressions find", () => {
  const text = fc.array(fc.constantFrom(...words, " ", " ", ". ", "-", "x", "\n"), { maxLength: 14 });
  fc.assert(
    fc.property(text, parts => {
      expect(hintsOf(parts.join(""))).toMatchObject(plainly(parts.join("")));
    }),
    { numRuns: 500, seed: 7 },
  );
});

test("a text that is not plain is left to the expressions", () => {
  expect(hintsOf("caf\u00e9 at nine")).toBeUndefined();
});
