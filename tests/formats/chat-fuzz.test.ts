import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as shelf from "../../src/formats/index.js";
import type { Format, Reading } from "../../src/model/index.js";
import { FAMILY } from "./chat-family.js";
import { documentOf, jsonDocument } from "./document-of.js";

/** `ATTUNE_FUZZ=10000` for the long run. */
const RUNS = Number(process.env.ATTUNE_FUZZ ?? 300);
/** The same cases every time, so that a failure is one of the change; `ATTUNE_SEED` for others. */
const CASES = { numRuns: RUNS, seed: Number(process.env.ATTUNE_SEED ?? 20_260_302) };
const FIXTURES = join(import.meta.dirname, "..", "..", "fixtures", "formats");
const formats: readonly Format[] = Object.values(shelf);

/** What a case may not take, whatever the input: far above what one of these takes, far below a hang. */
const PATIENCE = 2_000;

const seeds = (name: string) => {
  const folder = join(FIXTURES, name);
  return existsSync(folder) ? readdirSync(folder).map(file => readFileSync(join(folder, file), "utf8")) : [];
};

const JUNK: readonly unknown[] = [
  null,
  0,
  -1,
  1e300,
  "",
  "0",
  "constructor",
  "__proto__",
  true,
  [],
  {},
  [[]],
  [null],
  { length: 9 },
];

/** Pieces that make careless patterns try again and again. */
const LONG = [
  ..."[ ( < > & : \n \t 0 ,".split(" "),
  "(10:05:03 AM) ",
  "(10:05:03 AM) a: b\n",
  "[2026-03-02, 10:05] a: b\n",
  "31/01/2026, 09:05 - a: b\n",
  "10:05:00 From a to b : c\n",
  "user: a\nassistant: b\ntool: c\n",
  '<p align="center">Chat Started: x',
  '<p align="center">Agent a</p>( 1s ) a: b<br>',
  "( 1s ) x<br>",
  "From a@example.com 1 2 2026\nFrom: a\nMessage-ID: <1>\n\nOn 1 a\n",
  "From: a\nDate: b\nMessage-ID: <1>\n =?a?q?b",
  "On Monday, 1 a wrote\n",
  "From: a\n",
  "--b\n",
];

/** Some values of a JSON text swapped, dropped or turned into text. */
const mutated = (json: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(400), fc.nat(3), fc.constantFrom(...JUNK)), { minLength: 1, maxLength: 4 })
    .map(changes => {
      const marks = new Map(changes.map(([at, how, junk]) => [at, { how, junk }]));
      let count = 0;
      return JSON.parse(
        JSON.stringify(json, (key, value: unknown) => {
          const mark = key === "" ? undefined : marks.get(count++);
          if (mark === undefined) return value;
          if (mark.how === 0) return undefined;
          return mark.how === 1 && typeof value === "number" ? String(value) : structuredClone(mark.junk);
        }),
      );
    });

/** A text cut at some character, or with some characters turned into others. */
const damaged = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.nat(text.length).map(at => text.slice(0, at)),
    fc
      .array(
        fc.tuple(
          fc.nat(Math.max(0, text.length - 1)),
          fc.constantFrom(..."<>&:[]()\n\t\0\u200e9/,.- \ud800"),
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map(flips => {
        const chars = text.split("");
        for (const [at, char] of flips) chars[at] = char;
        return chars.join("");
      }),
  );

describe.each(Object.keys(FAMILY))("%s stays calm", name => {
  const format = formats.find(one => one.name === name) as Format;

  test.each(seeds(name).map((text, index) => [index, text] as const))(
    "fixture %i with its values changed",
    (_, text) => {
      const json = documentOf(
        text.split("\n").length > 2 && text.startsWith('{"messages_display')
          ? (text.split("\n")[0] ?? "")
          : text,
      ).json;
      if (json === undefined) return;
      fc.assert(
        fc.property(mutated(json), value => calm(format, jsonDocument(value))),
        CASES,
      );
    },
  );

  test.each(seeds(name).map((text, index) => [index, text] as const))(
    "fixture %i with its characters changed",
    (_, text) => {
      fc.assert(
        fc.property(damaged(text), value => calm(format, documentOf(value))),
        CASES,
      );
    },
  );

  test.each(LONG)("a long run of %j", piece => {
    calm(format, documentOf(piece.repeat(Math.ceil(400_000 / piece.length))));
  });

  test("anything at all", () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => calm(format, jsonDocument(value))),
      CASES,
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: "binary" }), value => calm(format, documentOf(value))),
      CASES,
    );
  });
});

/** Answers in time, in the shape that the contract promises, and never with nothing at all. */
function calm(format: Format, document: ReturnType<typeof documentOf>): void {
  const began = performance.now();
  const { confidence } = format.sniff(document);
  const reading = format.read(document);
  expect(performance.now() - began).toBeLessThan(PATIENCE);
  expect(confidence >= 0 && confidence <= 1).toBe(true);
  expect(sound(reading)).toBe(true);
}

function sound({ conversations, problems, embedded = [] }: Reading): boolean {
  const rows = conversations.flatMap(conversation => conversation.rows);
  const whole = (value: number | undefined) => value === undefined || Number.isSafeInteger(value);
  const rowsSound = rows.every(
    ({ speaker, text, start, end, at }) =>
      typeof speaker === "string" &&
      typeof text === "string" &&
      text !== "" &&
      whole(start) &&
      whole(end) &&
      whole(at),
  );
  return (
    rowsSound &&
    conversations.every(({ startedAt }) => whole(startedAt)) &&
    conversations.length + problems.length + embedded.length > 0
  );
}
