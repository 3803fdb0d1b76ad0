import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { attune, emptyFolder, ROOT } from "./executable.js";

interface Chunk {
  readonly inputs: readonly string[];
}

const chunks = JSON.parse(readFileSync(join(ROOT, "dist/meta.json"), "utf8")) as Readonly<
  Record<string, Chunk>
>;

/** Packages and layers of what a command really loaded, as V8's coverage saw it. */
async function loadedBy(...args: readonly string[]): Promise<readonly string[]> {
  const folder = emptyFolder();
  await attune(args, { cwd: emptyFolder(), env: { NODE_V8_COVERAGE: folder } });
  const reports = readdirSync(folder).map(name => readFileSync(join(folder, name), "utf8"));
  const urls = reports.flatMap(text =>
    (JSON.parse(text) as { result: { url: string }[] }).result.map(({ url }) => url),
  );
  const inputs = urls.flatMap(url => chunks[`dist/${basename(url)}`]?.inputs ?? []);
  return [...new Set(inputs.map(owner))].sort();
}

const owner = (input: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input.split("/").slice(0, 2).join("/");

test("the version loads nothing but the command", async () => {
  expect(await loadedBy("--version")).toEqual(["src/cli"]);
});

test.each([[["--help"]], [["help"]], [["audit", "--help"]], [["checklist", "list", "--help"]]])(
  "%j loads commander and nothing more",
  async args => {
    expect(await loadedBy(...args)).toEqual(["commander", "src/cli"]);
  },
);

test("an audit opens no door it does not need", async () => {
  const loaded = await loadedBy("audit", join(ROOT, "package.json"));
  expect(loaded).toContain("src/engine");
  for (const unwanted of [
    "ink",
    "react",
    "react-dom",
    "d3-scale",
    "tinyglobby",
    "iconv-lite",
    "chardet",
    "src/review",
    "src/store",
  ]) {
    expect(loaded).not.toContain(unwanted);
  }
});

test("nothing of natural's database drivers is in the bundle", () => {
  const inputs = Object.values(chunks).flatMap(chunk => chunk.inputs);
  expect(inputs.length).toBeGreaterThan(100);
  expect(
    inputs.filter(input => /node_modules\/(?:mongoose|mongodb|redis|pg|dotenv|memjs)\//.test(input)),
  ).toEqual([]);
});

test("the licence of every bundled package is in the package", () => {
  const licences = readFileSync(join(ROOT, "dist/THIRD-PARTY-LICENSES.txt"), "utf8");
  const packages = new Set(
    Object.values(chunks).flatMap(chunk =>
      chunk.inputs.filter(input => input.includes("node_modules")).map(owner),
    ),
  );
  expect(packages.size).toBeGreaterThan(5);
  for (const name of packages) expect(licences).toMatch(new RegExp(`^${name} \\d`, "m"));
});
