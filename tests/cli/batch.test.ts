import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { landing } from "../../src/batch/landing.js";
import { shardOf } from "../../src/batch/shard.js";
import { standingLine } from "../../src/cli/progress.js";
import { attune, EXECUTABLE, emptyFolder, plainEnv } from "./executable.js";
import { callLine, manyCalls } from "./night.js";

const start = (args: readonly string[], cwd: string): ChildProcess =>
  spawn(process.execPath, [EXECUTABLE, ...args], { cwd, env: plainEnv() });
const ended = (child: ChildProcess): Promise<number | NodeJS.Signals | null> =>
  new Promise(done => child.on("close", (status, signal) => done(status ?? signal)));
/** Waits until the program has said something. */
const said = (child: ChildProcess, words: string): Promise<string> =>
  new Promise(done => {
    let all = "";
    child.stdout?.on("data", text => {
      all += text;
      if (all.includes(words)) done(all);
    });
  });

test.skipIf(process.platform === "win32")(
  "what lands is judged once and whole; Ctrl-C ends with totals, reports and status",
  async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, "landing"));
    writeFileSync(join(cwd, "landing/a.json"), callLine(1));
    writeFileSync(join(cwd, "landing/b.json.part"), callLine(2));
    const args = ["audit", "--watch", "landing", "--watch-every", "0.2", "--no-cache", "--min-score", "99"];
    const child = start([...args, "--format", "jsonl", "--report", "csv=all.csv"], cwd);
    const over = ended(child);
    await said(child, "a.json");
    renameSync(join(cwd, "landing/b.json.part"), join(cwd, "landing/b.json"));
    appendFileSync(join(cwd, "landing/c.jsonl"), callLine(3));
    await said(child, "c.jsonl");
    const last = said(child, '"kind":"totals"');
    child.kill("SIGINT");
    expect(await last).toContain('"audits":3');
    expect(await over).toBe(1);
    expect(readdirSync(cwd).sort()).toEqual(["all.csv", "landing"]);
    expect(readFileSync(join(cwd, "all.csv"), "utf8").match(/b\.json/g)).not.toBeNull();
  },
  60_000,
);

test("a file that still grows waits, an empty one too, and each comes once", async () => {
  const folder = emptyFolder();
  const path = join(folder, "a.json");
  writeFileSync(join(folder, "empty.json"), "");
  writeFileSync(path, "1");
  const over = new AbortController();
  const met: string[] = [];
  const growing = setInterval(() => appendFileSync(path, "1"), 20);
  setTimeout(() => clearInterval(growing), 300);
  for await (const one of landing([folder], { every: 60, over: over.signal })) {
    if (!("path" in one)) continue;
    met.push(`${one.path.slice(folder.length + 1)} of ${readFileSync(one.path).length}`);
    const whole = readFileSync(one.path).length;
    if (one.path === path) {
      writeFileSync(join(folder, "b.json"), "2");
      expect(whole).toBeGreaterThan(5);
    } else setTimeout(() => over.abort(), 200);
  }
  expect(met.map(name => name.split(" ")[0])).toEqual(["a.json", "b.json"]);
});

test("an interrupted run goes on where it stopped and writes what an uninterrupted one does", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "many.jsonl"), manyCalls(150, 0));
  const args = ["audit", "many.jsonl", "--cache-location", "kept", "--report"];
  const child = start([...args, "json=night.json"], cwd);
  const over = ended(child);
  const kept = () => {
    try {
      return readdirSync(join(cwd, "kept")).length;
    } catch {
      return 0;
    }
  };
  while (kept() < 20) await new Promise(resolve => setTimeout(resolve, 5));
  child.kill("SIGTERM");
  await over;
  const again = await attune([...args, "json=night.json", "--resume"], { cwd });
  const known = Number(/attune: (\d+) transcript/.exec(again.stderr)?.[1]);
  expect(known).toBeGreaterThan(0);
  await attune([...args, "json=fresh.json", "--cache-location", "other"], { cwd });
  expect(readFileSync(join(cwd, "night.json")).equals(readFileSync(join(cwd, "fresh.json")))).toBe(true);
  expect(readdirSync(cwd).sort()).toEqual(["fresh.json", "kept", "many.jsonl", "night.json", "other"]);
}, 60_000);

test.each([
  [["--resume", "--no-cache"], "Unexpected --resume without kept results, expected a cache"],
  [["--watch", "--shard", "1/2"], "Unexpected --shard with --watch"],
  [["--watch", "-"], "Unexpected `-` for --watch, expected folders"],
  [["--watch-every", "soon"], "Unexpected `soon` for --watch-every, expected seconds"],
])("%s cannot be", async (flags, words) => {
  const { status, stderr } = await attune(["audit", ".", ...flags], { cwd: emptyFolder() });
  expect(status).toBe(2);
  expect(stderr).toContain(words);
});

test.each([
  ["at the beginning", { audits: 0, failures: 0, done: 0, all: 10, spent: 0 }, "0 transcripts (0/s)"],
  [
    "on the way",
    { audits: 12_000, failures: 3, done: 40, all: 100, spent: 60_000 },
    "12,000 transcripts (200/s) · 3 unreadable · 40% · about 90 s left",
  ],
  [
    "a long way off",
    { audits: 10, failures: 0, done: 1, all: 1_000, spent: 60_000 },
    "10 transcripts (0/s) · 0% · about 17 h left",
  ],
])("progress %s", (_, standing, line) => {
  expect(standingLine({ inputs: 1, ...standing })).toBe(line);
});

test.each([
  ["3/8", { index: 3, of: 8 }],
  ["1/1", { index: 1, of: 1 }],
  ["0/8", undefined],
  ["9/8", undefined],
  ["a/b", undefined],
  ["1/100000", undefined],
])("a shard is written %s", (written, shard) => {
  expect(shardOf(written)).toEqual(shard);
});
