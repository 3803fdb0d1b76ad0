import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "../../src/store/open.js";
import { segmentsOf } from "../../src/store/segments.js";
import { auditOf, emptyStore, keep, keeping, seen } from "./audits.js";

/** `ATTUNE_KILLS=200` in the long run. */
const KILLS = Number(process.env.ATTUNE_KILLS ?? 5);
const folder = mkdtempSync(join(tmpdir(), "attune-kill-"));
const program = join(folder, "writer.mjs");

beforeAll(async () => {
  const entry = join(import.meta.dirname, "writer.ts");
  await build({ entryPoints: [entry], outfile: program, bundle: true, format: "esm", platform: "node" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a writer, kills it some milliseconds after its first row, and returns the last number it reported as written. */
function killed(store: string, from: number, after: number): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, store, String(from)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [said, wrong] = ["", ""];
    child.stderr.on("data", text => {
      wrong += text;
    });
    child.stdout.on("data", text => {
      if (said === "") setTimeout(() => child.kill("SIGKILL"), after);
      said += text;
    });
    child.on("close", () => {
      if (wrong !== "") return fail(new Error(wrong));
      const last = said.slice(0, said.lastIndexOf("\n")).split("\n").at(-1) ?? "";
      done(Number(last.split(" ")[0]));
    });
  });
}

/** The same moments in every run: no chance. */
const moment = (kill: number): number => (kill * 7919) % 97;

test(`killed ${KILLS} times at any moment: every row that was reported is there, once, and nothing else`, {
  timeout: 2_000 * KILLS + 30_000,
}, async () => {
  const store = emptyStore();
  let from = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    const reported = await killed(store, from, moment(kill));
    const { ids, damage } = seen(store);
    expect(damage.every(({ kind }) => kind === "torn")).toBe(true);
    const numbers = ids.map(id => Number(id.slice(2)));
    expect(numbers, `kill ${kill}`).toEqual(Array.from({ length: numbers.length }, (_, i) => i));
    expect(numbers.length).toBeGreaterThan(reported);
    from = numbers.length;
  }
  expect(from).toBeGreaterThan(KILLS * 7);
  expect(await keep(store, [auditOf({ id: "c-0", agent: "Ana" })])).toMatchObject({ known: 1, written: 0 });
  expect(seen(store)).toMatchObject({ current: from, damage: [] });
});

/** A small disk of its own, where we may make one. */
function smallDisk(): string | undefined {
  const place = join(folder, "small");
  mkdirSync(place, { recursive: true });
  const made = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", place]);
  return made.status === 0 ? place : undefined;
}

test("a disk that is full: what was reported is there, the rest is a problem, and a bigger disk goes on", async context => {
  const disk = smallDisk();
  if (disk === undefined) return context.skip("a tmpfs of its own needs root on Linux");
  try {
    const store = join(disk, "store");
    const open = await openStore(store, keeping);
    if ("problem" in open) throw new Error(open.problem.message);
    for (let i = 0; i < 3_000; i++) open.add(auditOf({ id: `c-${i}` }));
    const { written, problem } = open.close();
    expect(problem?.message).toBe("Unexpected error ENOSPC, expected a store that can be written");
    expect(written).toBeGreaterThan(100);
    expect(written).toBeLessThan(3_000);
    expect(seen(store)).toMatchObject({ current: written, damage: [] });
    expect(readFileSync(segmentsOf(store)[0] as string).at(-1)).toBe(10);
    const again = await openStore(store, keeping);
    if ("problem" in again) throw new Error(again.problem.message);
    again.add(auditOf({ id: "c-0" }));
    expect(again.close()).toMatchObject({ known: 1 });
    spawnSync("mount", ["-o", "remount,size=8m", disk]);
    const rest = await keep(
      store,
      Array.from({ length: 3_000 }, (_, i) => auditOf({ id: `c-${i}` })),
    );
    expect(rest).toEqual({ written: 3_000 - written, known: written, refused: 0 });
    expect(seen(store)).toMatchObject({ current: 3_000, damage: [] });
  } finally {
    spawnSync("umount", [disk]);
  }
});
