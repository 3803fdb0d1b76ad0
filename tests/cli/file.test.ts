import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWholeFile } from "../../src/cli/file.js";
import { emptyFolder } from "./executable.js";

test("a file is not there until it is whole", () => {
  const path = join(emptyFolder(), "new", "report.json");
  const file = createWholeFile(path);
  file.write("a".repeat(300_000));
  expect(existsSync(path)).toBe(false);

  file.write("é");
  file.finish();
  expect(readFileSync(path, "utf8")).toBe(`${"a".repeat(300_000)}é`);
});

test("one that is given up leaves what was there, and nothing beside it", () => {
  const folder = emptyFolder();
  const path = join(folder, "report.json");
  writeFileSync(path, "yesterday");
  const file = createWholeFile(path);
  file.write("today");
  file.abandon();
  expect(readFileSync(path, "utf8")).toBe("yesterday");
  expect(readdirSync(folder)).toEqual(["report.json"]);
});

test.skipIf(process.platform === "win32")("a device is written to and stays a device", () => {
  const file = createWholeFile("/dev/null");
  file.write("gone");
  file.finish();
  expect(readFileSync("/dev/null", "utf8")).toBe("");
});
