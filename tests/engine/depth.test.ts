import { expect, test } from "vitest";
import { isDeeper } from "../../src/engine/depth.js";

const nested = (levels: number, inner = ""): string =>
  `${'{"a":['.repeat(levels / 2)}${inner}${"]}".repeat(levels / 2)}`;

test.each([
  ["as deep as may be", nested(20), false],
  ["one level more", `[${nested(20)}]`, true],
  ["brackets beside each other are no depth", `[${nested(18)}${`,${nested(18)}`.repeat(50)}]`, false],
  ["brackets in strings are words", nested(20, JSON.stringify('[[[[\\"{{{{\\')), false],
  ["a string that ends behind a backslash of its own", `["\\\\",${nested(20)}]`, true],
  ["a string with a quotation mark in it", `["\\"[[",${nested(18)}]`, false],
] as const)("%s", (_, json, deeper) => {
  expect(JSON.parse(json)).toBeDefined();
  expect(isDeeper(json, 20)).toBe(deeper);
});
