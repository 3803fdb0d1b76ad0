import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as shelf from "../../src/formats/index.js";
import type { Document, Format, Reading, Written } from "../../src/model/index.js";
import { documentOf, jsonDocument } from "./document-of.js";
import { SPEECH } from "./speech-formats.js";
import { spoil } from "./spoil.js";

/** Cases a format: a few here, `ATTUNE_FUZZ=10000` in the long run. */
const RUNS = Number(process.env.ATTUNE_FUZZ ?? 200);
const FIXTURES = fileURLToPath(new URL("../../fixtures/formats", import.meta.url));
const FORMATS: readonly Format[] = Object.values(shelf).filter(({ name }) =>
  SPEECH.some(each => each.name === name),
);

const twinsOf = (name: string) =>
  readdirSync(join(FIXTURES, name))
    .sort()
    .map(file => ({ file, text: readFileSync(join(FIXTURES, name, file), "utf8") }));

/** What every reading owes, whatever it was given. */
function sound({ conversations, problems, embedded = [] }: Reading): void {
  if (conversations.length + embedded.length === 0) expect(problems).not.toEqual([]);
  for (const { message, code } of problems) {
    expect(message).toMatch(/^(?:\S{1,90}: )?Unexpected .+, .*expected .+/s);
    expect(code).toMatch(/^[a-z-]+$/);
  }
  for (const { rows } of conversations) {
    for (const { speaker, text, start, end, at } of rows) {
      expect([typeof speaker, typeof text, text.trim() !== ""]).toEqual(["string", "string", true]);
      for (const ms of [start, end, at]) if (ms !== undefined) expect(Number.isSafeInteger(ms)).toBe(true);
    }
  }
}

function counted(sum: number, { text, kind }: Written): number {
  return kind === undefined ? sum + text.split(/\s+/).length : sum;
}

function trial(document: Document, reader: Format): void {
  for (const format of FORMATS) {
    const { confidence } = format.sniff(document);
    expect(confidence >= 0 && confidence <= 1).toBe(true);
    if (confidence > 0 && format !== reader) sound(format.read(document));
  }
  sound(reader.read(document));
}

describe.each(FORMATS)("$name", format => {
  const twins = twinsOf(format.name);

  test("survives a file cut short or with characters changed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...twins),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(
          fc.tuple(
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.constantFrom(...'\0\u0015\n\t",;:<>-{}[]0aé'),
          ),
          { maxLength: 6 },
        ),
        ({ text }, cut, flips) => {
          const chars = [...text].slice(0, Math.ceil(cut * text.length));
          for (const [place, char] of flips) chars[Math.floor(place * (chars.length - 1))] = char;
          trial(documentOf(chars.join("")), format);
        },
      ),
      { numRuns: RUNS },
    );
  });

  const values = twins.flatMap(({ text }) => documentOf(text).json ?? []);
  if (values.length === 0) return;
  test("survives keys dropped, types swapped, numbers as strings, nulls anywhere", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...values),
        fc.array(fc.tuple(fc.nat(), fc.nat(7)), { maxLength: 5 }),
        (value, wounds) => {
          trial(
            jsonDocument(wounds.reduce<unknown>((hurt, [place, kind]) => spoil(hurt, place, kind), value)),
            format,
          );
        },
      ),
      { numRuns: RUNS },
    );
  });

  test("never loses a turn in silence", () => {
    fc.assert(
      fc.property(fc.constantFrom(...values), fc.nat(), (value, place) => {
        const whole = format.read(jsonDocument(value));
        const { conversations, problems } = format.read(jsonDocument(spoil(value, place, 0)));
        const words = (each: Reading["conversations"]) =>
          each.reduce((sum, { rows }) => sum + rows.reduce(counted, 0), 0);
        if (words(conversations) < words(whole.conversations)) expect(problems).not.toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

const MUCH = 60_000;
// biome-ignore format: one row, one case
test.each([
  ["open tags", "<"], ["voice tags", "<v "], ["brackets", "["], ["brackets that close", "[]"], ["spaces", " "], ["tabs", "\t"],
  ["colons", ": "], ["quotes", '"'], ["quotes and commas", '","'], ["newlines", "\n"], ["arrows", "-->"], ["arrow lines", "-->\n"],
  ["digits", "1"], ["times", "0:00 "], ["bullets", "\u0015"], ["bullet halves", "\u00151_"], ["ampersands", "&-"], ["parentheses", "("], ["stars", "*A:\t+/."],
  ["entities", "&amp;"], ["dots", "."], ["names", "Ana: "], ["name lines", "Ana: a\n"], ["pluses", "+<"], ["underscores", "a_"],
])("%s without end come to an end", (_, piece) => {
  const much = piece.repeat(MUCH / piece.length);
  const heads = ["", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n", "1\n00:00:01,000 --> 00:00:02,000\n", "0:00:01.000,0:00:02.000\n", "@UTF8\n@Begin\n*A:\t", "Ana  0:01\n", "speaker,text\n", 'speaker,text\nAna,"', "a 1 0.1 0.2 "];
  for (const head of heads) {
    const document = documentOf(head + much);
    for (const format of FORMATS) if (format.sniff(document).confidence > 0) sound(format.read(document));
  }
});
