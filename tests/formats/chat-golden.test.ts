import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as shelf from "../../src/formats/index.js";
import type { Format } from "../../src/model/index.js";
import { FAMILY } from "./chat-family.js";
import { documentsOf, opinions, pageOf } from "./reading.js";

const ROOT = new URL("../..", import.meta.url).pathname;
const SAMPLES = join(ROOT, "..", "shared", "samples");
const formats: readonly Format[] = Object.values(shelf);

/** Licence missing, unknown or not checked: the golden file holds counts and hashes only. */
const UNSHOWN = new Set(["genesys/bill-call-mock.json", "intercom/list-form-no-parts.json"]);

const files = Object.entries(FAMILY).flatMap(([name, folders]) => [
  ...list(join(ROOT, "fixtures", "formats", name)).map(file => ({
    name,
    file,
    path: join(ROOT, "fixtures", "formats", name, file),
    golden: `${file}.txt`,
    show: true,
  })),
  ...folders.flatMap(folder =>
    list(join(SAMPLES, folder)).map(file => ({
      name,
      file: `${folder}/${file}`,
      path: join(SAMPLES, folder, file),
      golden: `sample-${file}.txt`,
      show: !UNSHOWN.has(`${folder}/${file}`),
    })),
  ),
]);

test.each(files)("$name reads $file, and nobody else claims it", async ({ name, path, golden, show }) => {
  const format = formats.find(one => one.name === name);
  const documents = documentsOf(path);
  for (const document of documents) {
    const [first, second] = opinions(formats, document);
    expect(first?.[0]).toBe(name);
    expect((first?.[1] ?? 0) - (second?.[1] ?? 0)).toBeGreaterThanOrEqual(0.1);
  }
  const page = format === undefined ? "" : pageOf(format, documents, show);
  await expect(page).toMatchFileSnapshot(join(ROOT, "tests", "golden", "formats", name, golden));
});

test("every format of the family has a fixture of its own", () => {
  const ours = files.filter(({ golden }) => !golden.startsWith("sample-"));
  const _samples = files.length - ours.length;
  expect([...new Set(ours.map(({ name }) => name))].sort()).toEqual(Object.keys(FAMILY).sort());
});

function list(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
