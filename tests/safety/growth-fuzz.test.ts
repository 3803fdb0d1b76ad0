import { expect, test } from "vitest";
import { doublings, worstGrowth } from "../steps.js";

const { maskRanges } = await import("../../src/safety/index.js");

/** Doublings from 512 characters on; `npm run fuzz` takes eight. */
const DOUBLINGS = process.env.ATTUNE_FUZZ ? 8 : 4;

test("a text twice as long takes twice the steps, whatever it is made of", () => {
  const pieces = [
    "a@",
    "at ",
    "dot ",
    "jane at ",
    "1 ",
    "1",
    "one ",
    "0 7 ",
    "1-",
    "a.",
    "+",
    "(",
    "4111 ",
    "GB29 ",
    "1,",
    "double ",
    "a",
    "\u200b",
    "２",
    "$1",
    "dot at ",
    "@ ",
    "555-0142 a@b.co ",
    "my name is ",
    "password is ",
    "send it to 1 a ",
    "A ",
    "postcode 1 ",
    "born 1 may ",
    "12345678",
  ];
  for (const piece of pieces) {
    const text = (size: number) => piece.repeat(Math.ceil(size / piece.length));
    const mask = (size: number) => () => void maskRanges(text(size), { by: "customer" });
    const growth = worstGrowth(doublings(mask, 512, DOUBLINGS));
    expect(growth, `twice as much ${JSON.stringify(piece)}`).toBeLessThanOrEqual(2.5);
  }
});
