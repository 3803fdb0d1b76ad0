import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { type Met, walk } from "../../src/batch/walk.js";
import { emptyFolder } from "../cli/executable.js";

/** A folder with these files, each holding its own name; `a -> b` is a link. */
function lay(...entries: readonly string[]): string {
  const root = emptyFolder();
  for (const entry of entries) {
    const [path = "", target] = entry.split(" -> ");
    mkdirSync(join(root, path, ".."), { recursive: true });
    if (target !== undefined) symlinkSync(target, join(root, path));
    else if (path.endsWith("/")) mkdirSync(join(root, path), { recursive: true });
    else writeFileSync(join(root, path), path);
  }
  return root;
}

const told = (root: string, met: Met): string => {
  if ("folder" in met) return `${relative(root, met.folder) || "."}/`;
  if ("problem" in met) return `${met.problem.code} ${relative(root, met.problem.source)}`;
  return `${relative(root, met.path)}${met.named ? " named" : ""}`;
};

async function walked(root: string, ...names: readonly string[]): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const met of walk(names.map(name => join(root, name)))) all.push(told(root, met));
  return all;
}

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ["files come in the order given", ["b", "a"], ["b", "a"], ["b named", "a named"]],
  ["a folder is sorted, depth where it stands", ["b", "a/z", "c"], ["."], ["./", "a/z", "b", "c"]],
  ["what is hidden stays hidden", [".a", "b", ".git/c", "node_modules/d/e"], ["."], ["./", "b"]],
  ["unless it is named", [".a"], [".a"], [".a named"]],
  [
    "a glob is named, as a shell would have it",
    ["b.txt", "a.txt", "c/d.txt", "e.vtt"],
    ["*.txt"],
    ["a.txt named", "b.txt named"],
  ],
  [
    "a glob through folders",
    ["b.txt", "c/d.txt", "node_modules/e.txt"],
    ["**/*.txt"],
    ["b.txt named", "c/d.txt named"],
  ],
  ["a glob that matches nothing", ["b.txt"], ["*.vtt"], ["no-match *.vtt"]],
  ["what is not there is left to the opening", [], ["a"], ["a named"]],
  ["a name twice is one input", ["a"], ["a", "a"], ["a named"]],
  ["named, and met in a folder before", ["c/a", "c/b"], ["c", "c/a"], ["c/", "c/a named", "c/b"]],
  ["an empty folder", ["c/"], ["c"], ["c/"]],
])("%s", async (_, entries, names, met) => {
  expect(await walked(lay(...entries), ...names)).toEqual(met);
});

test.skipIf(process.platform === "win32").each<[string, readonly string[], readonly string[]]>([
  ["a circle of links ends", ["a/b", "a/up -> .."], ["./", "a/b"]],
  ["a link to itself", ["a -> a", "b"], ["./", "not-a-file a", "b"]],
  ["a dead link is told", ["a -> nowhere", "b"], ["./", "not-a-file a", "b"]],
  ["two ways to a file are one input", ["a", "b -> a"], ["./", "a"]],
  ["two ways to a folder, too", ["a/x", "b -> a"], ["./", "a/x"]],
])("links: %s", async (_, entries, met) => {
  expect(await walked(lay(...entries), ".")).toEqual(met);
});

test("a hundred thousand names do not overflow anything", async () => {
  const root = emptyFolder();
  for (let i = 0; i < 2_000; i++) writeFileSync(join(root, `${i}`), "");
  expect((await walked(root, ".")).length).toBe(2_001);
});

test("standard input is read once", async () => {
  const all: Met[] = [];
  for await (const met of walk(["-", "-"])) all.push(met);
  expect(all).toEqual([{ path: "-", named: true }]);
});
