import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const readme = readFileSync("README.md", "utf8");
const call = "fixtures/calls/late-refund.txt";

/** The fenced text blocks of the README's first screen. */
const blocks = [...readme.matchAll(/```text\n([\s\S]*?)\n```/g)].map(([, text]) => text);

test("the README shows a transcript that ships", () => {
  expect(blocks[0]).toBe(readFileSync(call, "utf8").trimEnd());
});

test("and the very report that the command prints for it", () => {
  const env = { ...process.env, COLUMNS: "80", NO_COLOR: "1" };
  const report = execFileSync(process.execPath, ["bin/attune.js", "audit", call], { encoding: "utf8", env });
  expect(blocks[1]).toBe(report.trimEnd());
});

test("its first command audits the examples and ends well", () => {
  expect(readme).toContain("node bin/attune.js audit fixtures/calls");
  expect(() => execFileSync(process.execPath, ["bin/attune.js", "audit", "fixtures/calls"])).not.toThrow();
});
