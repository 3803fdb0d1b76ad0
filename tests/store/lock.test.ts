import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Holder } from "../../src/store/lock.js";
import { openStore } from "../../src/store/open.js";
import { auditOf, emptyStore, keep, keeping, opened, seen } from "./audits.js";

const lockOf = (store: string): string => join(store, "lock");
const holderOf = (store: string): Holder => JSON.parse(readFileSync(lockOf(store), "utf8")) as Holder;

/** A store whose lock says what a test wants it to say. */
async function lockedBy(change: Partial<Holder> | string): Promise<string> {
  const store = emptyStore();
  const open = await opened(store);
  const mine = holderOf(store);
  open.close();
  const text = typeof change === "string" ? change : JSON.stringify({ ...mine, token: "another", ...change });
  writeFileSync(lockOf(store), text);
  return store;
}

/** A process id that was somebody's and is nobody's. */
const deadPid = (): number => spawnSync(process.execPath, ["-e", ""]).pid as number;

describe("two writers never interleave", () => {
  test("the second is told who the first is, and the first goes on", async () => {
    const store = emptyStore();
    const first = await opened(store);
    first.add(auditOf({ id: "a" }));
    expect(await openStore(store, keeping)).toMatchObject({
      problem: { code: "busy-store", message: expect.stringContaining(`process ${process.pid} on `) },
    });
    expect(first.close()).toEqual({ written: 1, known: 0, refused: 0 });
    expect(await keep(store, [auditOf({ id: "b" })])).toMatchObject({ written: 1 });
    expect(existsSync(lockOf(store))).toBe(false);
  });

  test("of two that come at once both get through, one after the other", async () => {
    const store = emptyStore();
    const run = (from: string) =>
      keep(
        store,
        Array.from({ length: 50 }, (_, i) => auditOf({ id: `${from}-${i}` })),
        {
          patience: { busy: 5_000, silent: 5_000 },
        },
      );
    const kept = await Promise.all([run("a"), run("b"), run("c")]);
    expect(kept.map(({ written }) => written)).toEqual([50, 50, 50]);
    expect(seen(store)).toMatchObject({ current: 150, damage: [] });
  });
});

describe("a lock that was left behind", () => {
  test("its process is dead, on this machine: taken over at once", async () => {
    const store = await lockedBy({ pid: deadPid() });
    expect(await keep(store, [auditOf()], { patience: { busy: 0, silent: 60_000 } })).toMatchObject({
      written: 1,
    });
  });

  test.skipIf(process.platform !== "linux")("its process id is somebody else's by now", async () => {
    const store = await lockedBy({ born: "1" });
    expect(await keep(store, [auditOf()], { patience: { busy: 0, silent: 60_000 } })).toMatchObject({
      written: 1,
    });
  });

  test("another machine's process id says nothing, dead or alive; its silence does", async () => {
    const store = await lockedBy({ machine: "elsewhere", pid: deadPid() });
    const began = performance.now();
    expect(await keep(store, [auditOf()])).toMatchObject({ written: 1 });
    expect(performance.now() - began).toBeGreaterThanOrEqual(400);
  });

  test("another machine that shows signs of life keeps its lock", async () => {
    const store = await lockedBy({ machine: "elsewhere", pid: deadPid(), host: "night-shift" });
    let beats = 0;
    const beat = setInterval(() => utimesSync(lockOf(store), 1, ++beats), 20);
    const open = await openStore(store, keeping);
    clearInterval(beat);
    expect(open).toMatchObject({ problem: { message: expect.stringContaining("on night-shift") } });
    expect(holderOf(store).token).toBe("another");
  });

  test("one that was being written when the power went", async () => {
    const store = await lockedBy('{"token":"ab');
    expect(await keep(store, [auditOf()])).toMatchObject({ written: 1 });
  });

  test("many that see it at once: one takes it, and nobody takes that one's", async () => {
    const store = await lockedBy({ pid: deadPid() });
    const open = await Promise.all(
      Array.from({ length: 8 }, () =>
        openStore(store, { ...keeping, patience: { busy: 300, silent: 60_000 } }),
      ),
    );
    const holders = open.filter(one => "add" in one);
    expect(holders).toHaveLength(1);
    expect(holders.map(one => "add" in one && one.close())).toEqual([{ written: 0, known: 0, refused: 0 }]);
  });
});

test("who was taken for gone and wakes up writes nothing more, and says so", async () => {
  const store = emptyStore();
  const slept = await opened(store);
  slept.add(auditOf({ id: "before" }));
  expect(slept.flush()).toBe(1);
  writeFileSync(lockOf(store), JSON.stringify({ ...holderOf(store), token: "another" }));
  slept.add(auditOf({ id: "after" }));
  expect(slept.close()).toMatchObject({
    written: 1,
    problem: { message: expect.stringContaining("other writer") },
  });
  expect(holderOf(store).token).toBe("another");
  expect(seen(store).ids).toEqual(["before"]);
});
