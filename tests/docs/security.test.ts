import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Bundled {
  readonly name: string;
  readonly licence: string;
  readonly bytes: number;
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const bundled = JSON.parse(read("dist/packages.json")) as readonly Bundled[];
const { dependencies } = JSON.parse(read("package.json"));
const page = read(".github/SECURITY.md");
const stated = new Map(
  [...page.matchAll(/^\| (\S+) \| ([^|]+) \| (\S+) \| ([\d.]+) \|$/gm)].map(
    ([, name = "", why = "", licence = "", size = ""]) => [name, { why, licence, kb: Number(size) }] as const,
  ),
);

test("every package that runs is in the table, with its reason and licence, and no other", () => {
  expect(bundled.length).toBeGreaterThan(20);
  expect([...stated.keys()].sort()).toEqual([...new Set(bundled.map(({ name }) => name))].sort());
  for (const { name, licence } of bundled) {
    expect(stated.get(name)?.licence, name).toBe(licence);
    expect(stated.get(name)?.why.length, name).toBeGreaterThanOrEqual(5);
    expect(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"], name).toContain(licence);
  }
});

test("with its size, within a fifth or 2 KB", () => {
  for (const [name, { kb }] of stated) {
    const actual = bundled.filter(one => one.name === name).reduce((sum, one) => sum + one.bytes, 0) / 1024;
    expect(Math.abs(kb - actual), name).toBeLessThan(Math.max(2, actual / 5));
  }
});

test("nothing is installed beside it", () => {
  expect(dependencies).toBeUndefined();
});
