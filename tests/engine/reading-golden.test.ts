import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as shelf from "../../src/formats/index.js";
import { pageOf } from "./page.js";

const ROOT = new URL("../..", import.meta.url).pathname;
const SAMPLES = join(ROOT, "..", "shared", "samples");

/** The formats whose goldens show the whole way from bytes to turns, with the folders of samples that are theirs. */
const FAMILY: Readonly<Record<string, readonly string[]>> = {
  ass: [],
  dialog: [],
  exchanges: [],
  "markdown-script": ["markdown-script"],
  "meet-docx": [],
  messenger: [],
  "openai-messages": ["openai-messages"],
  "plain-text": ["plain-text"],
  "teams-docx": [],
  transcriber: [],
  ttml: [],
  "turn-list": [],
  xlsx: [],
};

const files = Object.entries(FAMILY).flatMap(([name, folders]) => [
  ...list(join(ROOT, "fixtures", "formats", name)).map(path => ({ name, path, golden: `${base(path)}.txt` })),
  ...folders.flatMap(folder =>
    list(join(SAMPLES, folder)).map(path => ({ name, path, golden: `sample-${base(path)}.txt` })),
  ),
]);

test.each(files)("$name reads $golden", async ({ name, path, golden }) => {
  await expect(await pageOf(path)).toMatchFileSnapshot(
    join(ROOT, "tests", "golden", "formats", name, golden),
  );
});

test("each of these formats is on the shelf and has a fixture, and the samples that ran are counted", () => {
  const names = Object.values(shelf).map(({ name }) => name);
  const samples = files.filter(({ golden }) => golden.startsWith("sample-")).length;
  process.stdout.write(`reading: ${samples} shared samples read, ${files.length - samples} fixtures\n`);
  for (const name of Object.keys(FAMILY)) {
    expect(names).toContain(name);
    expect(files.some(file => file.name === name && !file.golden.startsWith("sample-"))).toBe(true);
  }
  expect(samples).toBe(existsSync(SAMPLES) ? 4 : 0);
});

function list(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map(file => join(folder, file))
    : [];
}

function base(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
