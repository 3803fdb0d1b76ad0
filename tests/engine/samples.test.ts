import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documentsOf } from "../../src/engine/documents.js";
import { openBytes } from "../../src/engine/open.js";
import { candidates, formatOf, formats } from "../../src/engine/recognise.js";
import type { Document } from "../../src/model/index.js";
import { readAll } from "./pack.js";
import { problemsOf, transcriptsOf } from "./page.js";

const ROOT = new URL("../..", import.meta.url).pathname;
const SAMPLES = join(ROOT, "../shared/samples");
const FIXTURES = join(ROOT, "fixtures/formats");
const MARGIN = 0.1;

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(name => !name.endsWith(".md") || name.includes("markdown"))
    .filter(name => statSync(join(folder, name)).isFile())
    .sort();
}

async function documentsAt(path: string): Promise<readonly Document[]> {
  const documents: Document[] = [];
  for await (const opened of openBytes(path, true, readFileSync(path))) {
    if ("problem" in opened) continue;
    for (const doc of documentsOf(opened.source)) if ("document" in doc) documents.push(doc.document);
  }
  return documents;
}

const samples = filesIn(SAMPLES).map(name => ({ name, path: join(SAMPLES, name) }));
const fixtures = filesIn(FIXTURES).map(name => ({ name, path: join(FIXTURES, name) }));

/** What SOURCES.md says is wrong with a sample → the code of the problem that says so. */
const REFUSED: Readonly<Record<string, string>> = {
  "aws-bda/bda-custom.json": "summary-only",
  "malformed/contact-lens-voice-docs-asis.json": "broken-json",
  "malformed/contact-lens-voice-redacted-docs-asis.json": "broken-json",
};

test.skipIf(samples.length === 0)(
  "every sample has one winner by a clear margin, or is refused for its reason",
  async () => {
    const counts = { won: 0, refused: 0, documents: 0 };
    const wrong: string[] = [];
    for (const { name, path } of samples) {
      const documents = await documentsAt(path);
      const expected = REFUSED[name];
      const reads = await readAll(path, readFileSync(path));
      if (expected !== undefined) {
        counts.refused++;
        const codes = problemsOf(reads).map(({ code }) => code);
        if (!codes.includes(expected) || transcriptsOf(reads).length > 0)
          wrong.push(`${name}: ${codes.join(" ")}`);
        continue;
      }
      for (const document of documents) {
        const [best, second] = candidates(document);
        const margin = (best?.confidence ?? 0) - (second?.confidence ?? 0);
        if (best === undefined || margin < MARGIN)
          wrong.push(
            `${name}:${document.line}: ${best?.format} ${best?.confidence}, ${second?.format} ${second?.confidence}`,
          );
      }
      if (documents.length === 0 || reads.length === 0) wrong.push(`${name}: nothing`);
      counts.won++;
      counts.documents += documents.length;
    }
    process.stdout.write(
      `samples: ${counts.won} of ${samples.length} won by one format (${counts.documents} documents), ${counts.refused} refused\n`,
    );
    expect(wrong).toEqual([]);
  },
);

test("the order of the shelf never matters: every fixture and sample, the shelf shuffled", async () => {
  const documents = (
    await Promise.all([...fixtures, ...samples].map(({ path }) => documentsAt(path)))
  ).flatMap(list => list.slice(0, 3));
  process.stdout.write(
    `shuffled: ${documents.length} documents of ${fixtures.length} fixtures and ${samples.length} samples\n`,
  );
  expect(documents.length).toBeGreaterThan(100);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...formats], { minLength: formats.length }),
      fc.shuffledSubarray(documents, { minLength: 20, maxLength: 20 }),
      (shelf, some) => {
        for (const document of some) {
          expect(candidates(document, shelf)).toEqual(candidates(document));
          const [mixed, straight] = [formatOf(document, shelf), formatOf(document)];
          expect("read" in mixed ? mixed.name : mixed).toEqual("read" in straight ? straight.name : straight);
        }
      },
    ),
    { numRuns: 60, seed: 5 },
  );
}, 60_000);

test("every fixture is taken by the format in whose folder it lies, by a clear margin", async () => {
  const wrong: string[] = [];
  for (const { name, path } of fixtures) {
    const expected = name.slice(0, name.indexOf("/"));
    for (const document of await documentsAt(path)) {
      // A sheet that is no transcript stands beside those that are.
      if (document.sheet?.name === "Legend") continue;
      const [best, second] = candidates(document);
      if (best?.format !== expected || best.confidence - (second?.confidence ?? 0) < MARGIN)
        wrong.push(`${name}: ${best?.format} ${best?.confidence}, ${second?.format} ${second?.confidence}`);
    }
  }
  expect(wrong).toEqual([]);
});
