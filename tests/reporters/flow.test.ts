import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { flow, type Span, widthOf } from "../../src/reporters/shared/flow.js";

const plain = (text: string, width: number, indent = 0) => flow([{ text }], { width, indent });
const loud = (text: string) => `<${text}>`;

describe("wrapping", () => {
  test.each([
    ["at words", "one two three four", 14, "one two three\nfour"],
    ["exactly at the edge", "one two three", 13, "one two three"],
    ["spaces in a row are one", "one   two", 20, "one two"],
    ["nothing is nothing", "", 20, ""],
    [
      "a word too long for a line is parted",
      `${"x".repeat(25)} y`,
      12,
      `${"x".repeat(12)}\n${"x".repeat(12)}\nx y`,
    ],
    [
      "and begins on a line of its own when little is left",
      `one two ${"x".repeat(14)}`,
      12,
      `one two\n${"x".repeat(12)}\nxx`,
    ],
    [
      "wide characters take two columns, and may be parted anywhere",
      "漢字仮名交じり文",
      12,
      "漢字仮名交じ\nり文",
    ],
    ["…also behind a short word", "ja 漢字仮名交じり文", 12, "ja 漢字仮名\n交じり文"],
    ["emoji stay whole", "👩‍👩‍👧‍👦 ok 👍🏽", 14, "👩‍👩‍👧‍👦 ok\n👍🏽"],
    ["accents stay on their letters", `${"e\u0301".repeat(13)}`, 12, `${"e\u0301".repeat(12)}\ne\u0301`],
  ])("%s", (_, text, width, expected) => expect(plain(text, width)).toBe(expected));

  test("lead and indent hang", () => {
    const lead: readonly Span[] = [{ text: "0:12  " }];
    expect(flow([{ text: "one two three four" }], { width: 22, indent: 2, lead })).toBe(
      "  0:12  one two three\n        four",
    );
  });

  test("colour goes on by line, spaces between two words of a colour with it", () => {
    const spans: readonly Span[] = [{ text: "say " }, { text: "sorry for that", brush: loud }, { text: "!" }];
    expect(flow(spans, { width: 14 })).toBe("say <sorry for>\n<that>!");
  });

  test("no line is ever too wide, and no word is lost", () => {
    const word = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 30 }),
      fc.constantFrom("漢字", "👩‍👧", "👍🏽", "word", "x".repeat(50)),
    );
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.integer({ min: 20, max: 120 }),
        fc.integer({ min: 0, max: 8 }),
        (words, width, indent) => {
          const text = words.join(" ").replace(/\p{Cc}|\p{Default_Ignorable_Code_Point}/gu, "");
          const out = plain(text, width, indent);
          for (const line of out.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(width);
          expect(out.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("time grows with length", () => {
    expect(plain("x".repeat(200_000), 80).length).toBeGreaterThan(200_000);
  });
});

test.each([
  ["plain", 5],
  ["漢字", 4],
  ["❤️", 2],
  ["e\u0301", 1],
  ["👩‍👧", 4],
])("%s takes at most %i columns", (text, columns) => expect(widthOf(text)).toBe(columns));
