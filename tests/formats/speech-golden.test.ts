import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as shelf from "../../src/formats/index.js";
import type { Document, Format } from "../../src/model/index.js";
import { documentAt, fingerprint, portrait } from "./document-of.js";
import { SPEECH } from "./speech-formats.js";

/** `ATTUNE_GOLDEN=write` writes the golden files; read them before committing. */
const WRITE = process.env.ATTUNE_GOLDEN === "write";
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const GOLDEN = join(ROOT, "tests/golden/formats");
const SAMPLES = join(ROOT, "../shared/samples");
const MARGIN = 0.1;

/** Samples whose licence is missing or forbids passing them on: counts and hashes only. */
const PRIVATE = new Set(["csv/annomi-transcript0.csv", "chat-cha/vandam.cha"]);

const formats: readonly Format[] = Object.values(shelf);

function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** Exactly one format takes the document, and clearly. */
function expectWinner(document: Document, name: string, file: string): void {
  const sure = formats.map(format => ({ name: format.name, confidence: format.sniff(document).confidence }));
  sure.sort((a, b) => b.confidence - a.confidence);
  const rivals = sure.filter(({ confidence }) => (sure[0]?.confidence ?? 0) - confidence < MARGIN);
  expect({ file, taken: rivals.map(rival => rival.name) }).toEqual({ file, taken: [name] });
}

function compare(actual: unknown, golden: string): void {
  if (WRITE) {
    mkdirSync(dirname(golden), { recursive: true });
    writeFileSync(golden, `${JSON.stringify(actual, null, 1)}\n`);
  }
  expect(JSON.parse(JSON.stringify(actual))).toEqual(JSON.parse(readFileSync(golden, "utf8")));
}

describe.each(SPEECH)("$name", ({ name, samples }) => {
  const format = formats.find(candidate => candidate.name === name);

  test("has a twin in fixtures", () => {
    expect(format, "listed in src/formats/index.ts").toBeDefined();
    expect(filesIn(join(ROOT, "fixtures/formats", name)).length).toBeGreaterThan(0);
  });

  test.each(filesIn(join(ROOT, "fixtures/formats", name)))("reads its fixture %s", file => {
    const document = documentAt(join(ROOT, "fixtures/formats", name, file));
    expectWinner(document, name, file);
    compare(portrait(format!, document), join(GOLDEN, name, `${file}.json`));
  });

  if (samples.length === 0) return;
  test.skipIf(!existsSync(SAMPLES))(`reads its samples (${samples.length})`, () => {
    for (const sample of samples) {
      const document = documentAt(join(SAMPLES, sample));
      expectWinner(document, name, sample);
      const see = PRIVATE.has(sample) ? fingerprint : portrait;
      compare(see(format!, document), join(GOLDEN, name, "samples", `${sample.replace("/", "__")}.json`));
    }
  });
});

test("says how many samples ran", () => {
  const count = SPEECH.reduce((sum, { samples }) => sum + samples.length, 0);
  const ran = existsSync(SAMPLES) ? count : 0;
  process.stdout.write(`speech formats: ${ran} of ${count} shared samples read, ${SPEECH.length} formats\n`);
  expect(count).toBeGreaterThan(0);
});
