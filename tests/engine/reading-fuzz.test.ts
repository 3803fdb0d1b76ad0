import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toSource } from "../../src/engine/files.js";
import { type Read, readSource } from "../../src/engine/read.js";

/** A few hundred here; `ATTUNE_FUZZ=10000` for the long run. */
const RUNS = Number(process.env.ATTUNE_FUZZ ?? 300);
const SEED = 20_260_302;

const FORMATS = new URL("../../fixtures/formats/", import.meta.url).pathname;
const fixtures = readdirSync(FORMATS)
  .flatMap(format => readdirSync(join(FORMATS, format)).map(file => join(FORMATS, format, file)))
  .filter(path => statSync(path).isFile())
  .sort();
const json = fixtures.filter(path => /\/(?:turn-list|openai-messages)\//.test(path));

/** Where to damage a file, as a share of its length, and with what. */
const damage = fc.record({
  path: fc.nat(),
  cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })),
  flips: fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.integer({ min: 0, max: 255 })),
    { maxLength: 4 },
  ),
});

function damaged(
  bytes: Uint8Array,
  { cut, flips }: { readonly cut: number | null; readonly flips: readonly (readonly [number, number])[] },
): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [at, byte] of flips) copy[Math.floor(at * copy.length)] = byte;
  return cut === null ? copy : copy.subarray(0, Math.floor(cut * copy.length));
}

async function readBytes(path: string, bytes: Uint8Array): Promise<readonly Read[]> {
  const opened = await toSource(path, true, bytes);
  return "problem" in opened ? [opened] : [...readSource(opened.source, {})];
}

test(`whatever happens to a file, reading it ends, and gives a transcript or a problem (${fixtures.length} fixtures)`, async () => {
  expect(fixtures.length).toBeGreaterThan(10);
  await fc.assert(
    fc.asyncProperty(damage, async ({ path, ...what }) => {
      const file = fixtures[path % fixtures.length] as string;
      const reads = await readBytes(file, damaged(readFileSync(file), what));
      expect(reads.length).toBeGreaterThan(0);
      for (const read of reads) if ("transcript" in read) expectSound(read.transcript);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test("no words are lost from JSON without a problem", async () => {
  await fc.assert(
    fc.asyncProperty(damage, async ({ path, ...what }) => {
      const file = json[path % json.length] as string;
      const whole = readFileSync(file);
      const bytes = damaged(whole, what);
      // A JSONL that ends with a line looks whole, however many lines came after it.
      const lines = file.endsWith(".jsonl") && (bytes.at(-1) === 10 || whole[bytes.length] === 10);
      if (what.cut !== null && (lines || bytes.length === 0)) return;
      const reads = await readBytes(file, bytes);
      const told = reads.some(read => "problem" in read && read.problem.effect !== "note");
      if (!told) expect(utterances(reads)).toBeGreaterThanOrEqual(utterances(await readBytes(file, whole)));
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test.each([
  ["arrays", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["objects", `${'{"turns":'.repeat(50_000)}1${"}".repeat(50_000)}`],
  ["messages", `${'{"messages":['.repeat(20_000)}${"]}".repeat(20_000)}`],
  ["colons", "a:".repeat(100_000)],
  ["brackets", "[(<".repeat(60_000)],
  ["stamps", "00:00:01 ".repeat(30_000)],
  ["one line of nothing", " ".repeat(300_000)],
])("a hostile text of %s is answered soon", async (_, text) => {
  const before = performance.now();
  const reads = await readBytes("hostile", Buffer.from(text));
  expect(reads.every(read => "problem" in read)).toBe(true);
  expect(performance.now() - before).toBeLessThan(5_000);
});

function expectSound({ turns }: Extract<Read, { transcript: unknown }>["transcript"]): void {
  for (const [index, turn] of turns.entries()) {
    expect(turn.index).toBe(index);
    expect(turn.pieces.at(-1)?.to).toBe(turn.text.length);
    for (const ms of [turn.start, turn.end])
      if (ms !== undefined) expect(Number.isSafeInteger(ms) && ms >= 0).toBe(true);
  }
}

function utterances(reads: readonly Read[]): number {
  return reads.reduce(
    (sum, read) =>
      "transcript" in read
        ? sum +
          read.transcript.turns
            .filter(({ kind }) => kind === "speech")
            .reduce((n, { pieces }) => n + pieces.length, 0)
        : sum,
    0,
  );
}
