import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Kind, type Masked, maskRanges, maskText } from "../../src/safety/index.js";

interface Row {
  readonly line: string;
  readonly before: string;
  readonly text: string;
  readonly expected: readonly Masked[];
}

/** «Call {phone:555-0123}» → the text without marks, and where the marks stood. */
function readRow(line: string): Row {
  const [, before = "", marked = ""] = /^(?:(.*?) ⇒ )?(.*)$/s.exec(line) ?? [];
  const expected: Masked[] = [];
  let text = "";
  let at = 0;
  for (const mark of marked.matchAll(/\{(email|phone|card|iban):([^}]*)\}/g)) {
    text += marked.slice(at, mark.index);
    expected.push({ kind: mark[1] as Kind, from: text.length, to: text.length + (mark[2] as string).length });
    text += mark[2];
    at = mark.index + mark[0].length;
  }
  return { line, before, text: text + marked.slice(at), expected };
}

const file = readFileSync(new URL("../../fixtures/safety/masking.txt", import.meta.url), "utf8");
const rows = file
  .split("\n")
  .filter(line => line.trim() !== "" && !line.startsWith("# "))
  .map(readRow);
const shown = (text: string, ranges: readonly Masked[]) =>
  ranges.map(({ kind, from, to }) => `${kind}:${text.slice(from, to)}`);

describe("the labelled table", () => {
  test.each(rows.map(row => [row.line, row] as const))("%s", (_, { text, before, expected }) => {
    expect(shown(text, maskRanges(text, before))).toEqual(shown(text, expected));
  });

  test.each(["email", "phone", "card", "iban"] as const)("%s: exact precision and recall", kind => {
    const of = (ranges: readonly Masked[]) =>
      ranges.filter(range => range.kind === kind).map(({ from, to }) => `${from}-${to}`);
    let [right, found, due] = [0, 0, 0];
    for (const { text, before, expected } of rows) {
      const [ours, theirs] = [of(maskRanges(text, before)), of(expected)];
      right += ours.filter(range => theirs.includes(range)).length;
      found += ours.length;
      due += theirs.length;
    }
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
      for (const { from, to } of maskRanges(said, before)) {
        expect(from).toBeGreaterThanOrEqual(reach);
        expect(to).toBeGreaterThan(from);
        reach = to;
      }
      expect(reach).toBeLessThanOrEqual(said.length);
    }),
    { numRuns: 3_000 },
  );
});

test("a text twice as long takes about twice the time, whatever it is made of", () => {
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
  ];
  const took = (piece: string, length: number) => {
    const text = piece.repeat(length / piece.length);
    const runs = [0, 1, 2].map(() => {
      const start = performance.now();
      maskRanges(text);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  for (const piece of pieces) {
    const ratio = took(piece, 256_000) / Math.max(10, took(piece, 32_000));
    expect(ratio, `eight times as much ${JSON.stringify(piece)}`).toBeLessThan(24);
  }
});
