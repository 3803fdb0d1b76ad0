// What installing attune costs, printed by the bench: npm's own count of what it would pack, and what is bundled.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const json = path => JSON.parse(readFileSync(resolve(root, path), "utf8"));
const mb = bytes => `${(bytes / 1e6).toFixed(2)} MB`;

/** One line: packed and installed size, packages installed, packages bundled and the largest of them. */
export function sizeLine() {
  const [{ size, unpackedSize, entryCount }] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: root,
      encoding: "utf8",
      shell: process.platform === "win32",
    }),
  );
  const installed = 1 + Object.keys(json("package.json").dependencies ?? {}).length;
  const bundled = json("dist/packages.json");
  const names = new Set(bundled.map(({ name }) => name));
  const largest = bundled
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, 3)
    .map(({ name, bytes }) => `${name} ${(bytes / 1024).toFixed(0)} KB`);
  return `\nInstall: ${mb(size)} packed, ${mb(unpackedSize)} installed in ${entryCount} files, ${installed} package; ${names.size} packages bundled, the largest ${largest.join(", ")}.`;
}
