import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonError } from "../../src/engine/json-error.js";

test.each([
  ["a comma too many", '{"a": 1,}', [1, 9, "a key"]],
  ["a comma too few", "[1 2]", [1, 4, "`,` or `]`"]],
  ["a brace too many", '{"a": 1}\n}', [2, 1, "the end"]],
  ["cut in a string", '{"a": "b', [1, 9, 'a closing `"`']],
  ["cut after a key", '{"a"', [1, 5, "`:`"]],
  ["cut inside", '{\n  "turns": [\n    {"text": "hi"},', [3, 20, "a value"]],
  ["a comment", '{"a": 1, // no\n}', [1, 10, "a key"]],
  ["a bare word", "{a: 1}", [1, 2, "a key or `}`"]],
  ["single quotes", "['a']", [1, 2, "a value"]],
  ["a line break in a string", '["a\nb"]', [1, 4, "an escape such as `\\n`"]],
  ["an unknown escape", '["\\x"]', [1, 4, "a known escape"]],
  ["a number with a leading zero", "[01]", [1, 3, "`,` or `]`"]],
  ["a wide character counts as it is written", '["😀" x]', [1, 7, "`,` or `]`"]],
  ["nothing", "", [1, 1, "a value"]],
])("%s is found where it is", (_, text, [line, column, expected]) => {
  const error = jsonError(text);
  expect([error?.line, error?.column]).toEqual([line, column]);
  expect(error?.message).toContain(`at line ${line}, column ${column}, expected ${expected}`);
});

test("a whole file is counted from the line it begins at", () => {
  expect(jsonError('{"a": }', 12)).toMatchObject({ line: 12, column: 7 });
});

test("finds a mistake exactly where JSON.parse does", () => {
  const mutated = fc
    .tuple(
      fc.json(),
      fc.nat(),
      fc.constantFrom("", "{", "}", "[", "]", ",", ":", '"', "\\", "1", "e", "-", " ", "\n", "n"),
    )
    .map(
      ([text, at, put]) =>
        text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + (at % 2)),
    );
  fc.assert(
    fc.property(mutated, text => {
      expect(jsonError(text) === undefined).toBe(parses(text));
    }),
    { numRuns: 1_000, seed: 7 },
  );
});

test("nesting without end takes no stack", () => {
  expect(jsonError("[".repeat(200_000))?.column).toBe(200_001);
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
