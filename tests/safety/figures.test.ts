import fc from "fast-check";
import { expect, test } from "vitest";
import { addresses } from "../../src/safety/addresses.js";
import { births } from "../../src/safety/births.js";
import { ADDRESS, BIRTH, hintsOf, ID, SECRET, TOLD } from "../../src/safety/figures.js";
import { ids } from "../../src/safety/ids.js";
import { names } from "../../src/safety/names.js";
import { secrets } from "../../src/safety/secrets.js";

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

const leading =
  "my your the our first last favourite password passcode pass code word pin pincode number otp cvv cv2 security secret memorable maiden name answer pet's one-time access verification confirmation text three digits on back of date dates birth dob d.o.b. birthday born address addresses live lives reside deliver delivery send it to me shipped moved came going we're I'm at zip zipcode postcode postal social ssn national insurance nino n.i. aadhaar pan cpf tax id taxpayer driver's licence passport identity card steuer codice fiscale go by known as lastname surname under in full Jane Okafor is was : , ? . 12 High Street SW1A 1AA 4417 90210 12/05/1980 blue77 4 4 1 7 no".split(
    " ",
  );

test("no word that a find needs is left out of what one look says", () => {
  const text = fc.array(fc.constantFrom(...leading), { maxLength: 9 }).map(said => said.join(" "));
  fc.assert(
    fc.property(text, text, (said, before) => {
      const [own, asked] = [hintsOf(said)?.leads ?? 0, hintsOf(before)?.leads ?? 0];
      const lacks = (bit: number) => ((own | asked) & bit) === 0;
      if (lacks(SECRET)) expect(secrets(said, before)).toEqual([]);
      if ((asked & SECRET) === 0) expect(secrets(said, before)).toEqual(secrets(said, ""));
      if (lacks(BIRTH)) expect(births(said, before)).toEqual([]);
      if ((asked & BIRTH) === 0) expect(births(said, before)).toEqual(births(said, ""));
      if (lacks(ADDRESS)) expect(addresses(said, before)).toEqual([]);
      if (lacks(ID)) expect(ids(said, before, false)).toEqual(ids(said, before));
      if ((own & TOLD) === 0) expect(names(said, before, own)).toEqual(names(said, before));
    }),
    { numRuns: 3_000, seed: 5 },
  );
});
