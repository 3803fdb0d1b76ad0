import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { emptyStore, seen } from "./audits.js";

test("four processes that begin one store at the same moment: each keeps its rows, and none is lost", {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "attune-first-"));
  const program = join(folder, "once.mjs");
  const entry = join(import.meta.dirname, "once.ts");
  await build({ entryPoints: [entry], outfile: program, bundle: true, format: "esm", platform: "node" });
  const store = emptyStore();
  const run = (from: number) =>
    new Promise<string>(done => {
      const child = spawn(process.execPath, [program, store, String(from)], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      let said = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", text => {
          said += text;
        });
      child.on("close", () => done(said));
    });
  const said = await Promise.all([0, 100, 200, 300].map(run));
  rmSync(folder, { recursive: true, force: true });
  expect(said).toEqual(Array(4).fill('{"written":100,"known":0,"refused":0}\n'));
  expect(seen(store)).toMatchObject({ current: 400, damage: [] });
});
