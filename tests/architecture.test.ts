import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { badName, misdeeds, tooLong, undocumented } from "./house/habits.js";
import { crossings, doors, neighbours } from "./house/layers.js";
import { unlisted, untested } from "./house/shelves.js";
import { type Source, sourcesIn } from "./house/source.js";

const root = resolve(import.meta.dirname, "..");
const sources = sourcesIn(root, "src", [".ts", ".tsx"]);
const tests = sourcesIn(root, "tests", [".ts", ".tsx"]);

describe("the house as it stands", () => {
  test("there is something to look at", () => {
    expect(sources.length).toBeGreaterThan(60);
  });

  test.each([
    ["nobody imports what it may not see", crossings],
    ["each dependency has one door, and natural is entered deep", doors],
    ["no shelf entry needs its neighbour", (source: Source) => neighbours(source, sources)],
    ["no file is past 250 lines", tooLong],
    ["every file is named by its subject", badName],
    ["only cli prints and exits, the shelves know no clock, nothing opens a connection", misdeeds],
    ["every exported name says what it is", undocumented],
  ])("%s", (_, rule) => {
    expect(sources.flatMap(rule)).toEqual([]);
  });

  test("every shelf entry is listed in its index", () => {
    expect(unlisted(sources)).toEqual([]);
  });

  test("every shelf entry has a test that mentions it", () => {
    expect(untested(sources, tests)).toEqual([]);
  });
});

const file = (path: string, text: string): Source => ({ path, text });

describe("the test of the house sees what it is for", () => {
  test.each([
    [
      "a shelf that reaches for the engine",
      crossings,
      "src/formats/a.ts",
      'import { b } from "../engine/b.js";',
    ],
    ["a type is a crossing too", crossings, "src/checks/a.ts", 'import type { B } from "../reporters/b.js";'],
    ["so is a lazy import", crossings, "src/engine/a.ts", 'const b = await import("../cli/b.js");'],
    ["so is a re-export", crossings, "src/safety/a.ts", 'export { b } from "../text/b.js";'],
    ["out of the house", crossings, "src/cli/a.ts", 'import { b } from "../../tests/b.js";'],
    ["a layer nobody heard of", crossings, "src/misc/a.ts", "export {};"],
    ["commander outside cli", doors, "src/batch/a.ts", 'import { Command } from "commander";'],
    ["a disk in a format", doors, "src/formats/a.ts", 'import { readFileSync } from "node:fs";'],
    ["its promises are the same disk", doors, "src/checks/a.ts", 'import fs from "node:fs/promises";'],
    ["a connection", doors, "src/cli/a.ts", 'import { get } from "node:https";'],
    ["a package without a door", doors, "src/cli/a.ts", 'import _ from "lodash";'],
    ["the root of natural", doors, "src/text/a.ts", 'import natural from "natural";'],
    ["and its other root", doors, "src/text/a.ts", 'import "natural/lib/natural/util/index.js";'],
    ["a default export", misdeeds, "src/checks/a.ts", "export default function a() {}"],
    ["printing", misdeeds, "src/engine/a.ts", 'process.stdout.write("a");'],
    ["printing past the one place", misdeeds, "src/cli/a.ts", 'console.log("a");'],
    ["exiting", misdeeds, "src/engine/a.ts", "process.exit(1);"],
    ["ending a process", misdeeds, "src/store/a.ts", "process.kill(pid, 9);"],
    ["a reporter with a clock", misdeeds, "src/reporters/a.ts", "const a = Date.now();"],
    ["and with today", misdeeds, "src/reporters/a.ts", "const a = new Date();"],
    ["an environment in a check", misdeeds, "src/checks/a.ts", "const a = process.env.A;"],
    ["chance", misdeeds, "src/cli/a.ts", "const a = Math.random();"],
    ["a call home", misdeeds, "src/cli/a.ts", 'await fetch("https://example.com");'],
    ["an enum", misdeeds, "src/cli/a.ts", "enum A { B }"],
    ["a class", misdeeds, "src/cli/a.ts", "class A {}"],
    ["251 lines", tooLong, "src/cli/a.ts", "\n".repeat(251)],
    ["a file of odds and ends", badName, "src/cli/utils.ts", ""],
    ["camel case in a file's name", badName, "src/cli/deadAir.ts", ""],
    ["an export that does not say what it is", undocumented, "src/cli/a.ts", "export const a = 1;"],
    ["nor an interface", undocumented, "src/cli/a.ts", "// not a docstring\nexport interface A {}"],
    ["an empty docstring", undocumented, "src/cli/a.ts", "/** */\nexport type A = string;"],
  ])("%s", (_, rule, path, text) => {
    expect(rule(file(path, text))).toHaveLength(1);
  });

  test.each([
    [
      "a shelf and the contracts",
      crossings,
      "src/formats/a.ts",
      'import type { Format } from "../model/index.js";',
    ],
    ["a detector and the words", crossings, "src/detectors/a.ts", 'import { b } from "../text/b.js";'],
    ["an entry's own folder", crossings, "src/formats/a/index.ts", 'import { b } from "./b.js";'],
    [
      "natural by a deep module",
      doors,
      "src/text/a.ts",
      'import s from "natural/lib/natural/stemmers/porter_stemmer.js";',
    ],
    ["a date of the transcript", misdeeds, "src/formats/a.ts", "const a = new Date(b);"],
    ["asking whether a process is there", misdeeds, "src/store/a.ts", "process.kill(pid, 0);"],
    ["an error class", misdeeds, "src/cli/a.ts", "class A extends Error {}"],
    ["a word in a comment", misdeeds, "src/cli/a.ts", "// console.log is not for us\n"],
    ["250 lines", tooLong, "src/cli/a.ts", "\n".repeat(250)],
    ["a sentence on the export", undocumented, "src/cli/a.ts", "/** One. */\nexport const a = 1;"],
  ])("and lets pass: %s", (_, rule, path, text) => {
    expect(rule(file(path, text))).toEqual([]);
  });

  test("an entry that the index forgot, and one that no test mentions", () => {
    const shelf = [
      file("src/formats/index.ts", 'export { a } from "./a.js";\nexport { d } from "./d/index.js";'),
      file("src/formats/a.ts", ""),
      file("src/formats/b-c.ts", ""),
      file("src/formats/d/index.ts", ""),
      file("src/formats/shared/e.ts", ""),
    ];
    expect(unlisted(shelf)).toEqual([expect.stringContaining("b-c")]);
    const mention = [
      file("tests/formats/a.test.ts", ""),
      file("tests/formats/d.test.ts", "bC"),
      file("tests/cli/x.ts", "b-c"),
    ];
    expect(untested(shelf, mention.slice(0, 2))).toEqual([]);
    expect(untested(shelf, [mention[0] as Source, mention[2] as Source])).toHaveLength(2);
  });

  test("a neighbour is nobody's business, shared code is everybody's", () => {
    const a = file("src/formats/a.ts", 'import { b } from "./b.js";\nimport { c } from "./shared/c.js";');
    const shelf = [a, file("src/formats/b.ts", ""), file("src/formats/shared/c.ts", "")];
    expect(neighbours(a, shelf)).toEqual([expect.stringContaining("src/formats/b")]);
  });
});
