import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Masked, maskRanges, maskText } from "../../src/safety/index.js";
import { counted, foundIn, KINDS, labelled } from "./labelled.js";

const rows = labelled("masking.txt");
const shown = (text: string, ranges: readonly Masked[]) =>
  ranges.map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`);

describe("the labelled table", () => {
  test.each(rows.map(row => [row.line, row] as const))("%s", (_, row) => {
    expect(shown(row.text, foundIn(row))).toEqual(shown(row.text, row.expected));
  });

  test.each(KINDS)("%s: exact precision and recall", kind => {
    const { right, found, due } = counted(rows, kind);
    expect(due).toBeGreaterThanOrEqual(9);
    expect([right / found, right / due]).toEqual([1, 1]);
  });
});

test("the mask names the kind and leaves the rest", () => {
  expect(maskText("I'm jane@example.com or 555-0142, order 5550142173.")).toBe(
    "I'm [email] or [phone], order 5550142173.",
  );
});

test("no text makes it fail, and ranges are in order, apart and inside", () => {
  const piece = fc.constantFrom(
    "at ",
    "dot ",
    "jane",
    "@",
    ".",
    "com ",
    "5",
    "555-",
    "0142 ",
    "4111 ",
    "one ",
    "double ",
    "+",
    "(",
    ")",
    "GB29",
    "\u200b",
    " ",
    "😀",
    "\ud800",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join("")),
  );
  fc.assert(
    fc.property(text, text, (said, before) => {
      let reach = 0;
      for (const { from, to } of maskRanges(said, { by: "customer", before })) {
        expect(from).toBeGreaterThanOrEqual(reach);
        expect(to).toBeGreaterThan(from);
        reach = to;
      }
      expect(reach).toBeLessThanOrEqual(said.length);
    }),
    { numRuns: 3_000 },
  );
});
