import { expect, test } from "vitest";
import { ctm } from "../../src/formats/ctm.js";
import { elan } from "../../src/formats/elan.js";
import { rttm } from "../../src/formats/rttm.js";
import { stm } from "../../src/formats/stm.js";
import { tei } from "../../src/formats/tei.js";
import { textgrid } from "../../src/formats/textgrid.js";
import type { Format } from "../../src/model/index.js";
import { documentOf } from "./document-of.js";

// biome-ignore format: one row, one case
const CASES: readonly (readonly [Format, string, string])[] = [
  [textgrid, 'File type = "ooTextFile"\nObject class = "TextGrid"\n', "TextGrid"],
  [elan, '<?xml version="1.0"?>\n<ANNOTATION_DOCUMENT>\n</ANNOTATION_DOCUMENT>', "ELAN"],
  [tei, '<?xml version="1.0"?>\n<TEI xmlns="x"></TEI>', "TEI"],
  [ctm, "call 1 0.1 0.3 good 0.9\ncall 1 0.4 0.5 morning 0.9\n", "CTM"],
  [stm, "call 1 Ana 0.1 0.9 <O> good morning\n", "STM"],
  [rttm, "SPEAKER call 1 0.1 0.9 <NA> <NA> A <NA>\n", "RTTM"],
];

test.each(CASES)("$name is recognised and refused by its name", (format, text, name) => {
  const document = documentOf(text);
  expect(format.sniff(document).confidence).toBeGreaterThanOrEqual(0.9);
  const { conversations, problems } = format.read(document);
  expect(conversations).toEqual([]);
  expect(problems.map(({ code, effect }) => [code, effect])).toEqual([["refused-format", "unreadable"]]);
  expect(problems[0]?.message).toContain(name);
});

test.each(CASES)("$name is not seen in speech", format => {
  for (const text of ["Agent: Hello 1 2 3\nCustomer: Hi\n", "1 2 3 4 5 6\n", "", "a b c d e f g h\n", "{}"]) {
    expect(format.sniff(documentOf(text)).confidence).toBe(0);
  }
});
