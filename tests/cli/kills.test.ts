import { spawn } from "node:child_process";
import { existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { readSidecar } from "../../src/review/sidecar.js";
import { attune, EXECUTABLE, emptyFolder, plainEnv } from "./executable.js";
import { callLine, manyCalls } from "./night.js";

/** How often each kind of run is killed: a few times here, 200 times in `npm run kills`. */
const KILLS = Number(process.env.ATTUNE_KILLS ?? 3);
const PATIENCE = { timeout: 60_000 + KILLS * 8_000 };

interface Killing {
  readonly args: readonly string[];
  readonly cwd: string;
  /** Text of its standard input, in a file. */
  readonly stdin?: string;
  /** Whether what it said so far is the moment to begin to wait. */
  begun?(said: string): boolean;
  /** So long after that it is killed, ms. */
  readonly after: number;
}

/** Starts attune and kills it; gives what it had said, and whether it was done by then. */
function killed({ args, cwd, stdin, begun = () => true, after }: Killing) {
  return new Promise<{ readonly said: string; readonly done: boolean }>(resolve => {
    const child = spawn(process.execPath, [EXECUTABLE, ...args], {
      cwd,
      env: plainEnv(),
      stdio: [stdin === undefined ? "ignore" : openSync(stdin, "r"), "pipe", "ignore"],
    });
    let said = "";
    let waiting = false;
    const look = () => {
      if (waiting || !begun(said)) return;
      waiting = true;
      setTimeout(() => child.kill("SIGKILL"), after);
    };
    child.stdout?.setEncoding("utf8").on("data", text => {
      said += text;
      look();
    });
    child.on("close", (_, signal) => resolve({ said, done: signal === null }));
    look();
  });
}

/** The same moments in every run, spread over a time: no chance. */
const moment = (kill: number, time: number): number => (((kill * 7919) % 997) / 997) * time;

/** How long a run takes on this machine, ms. */
async function lasting(args: readonly string[], cwd: string): Promise<number> {
  const began = performance.now();
  await attune(args, { cwd });
  return performance.now() - began;
}

const REPORTS = { json: "night.json", csv: "night.csv", html: "night.html" } as const;
const reporting = Object.entries(REPORTS).flatMap(([name, file]) => ["--report", `${name}=${file}`]);

test(`killed ${KILLS} times, every report is yesterday's or today's, whole`, PATIENCE, async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "many.jsonl"), manyCalls(60, 2_000));
  const args = ["audit", "many.jsonl", "--checklist", "core", "--no-cache", "--threads", "2", ...reporting];
  const time = await lasting(args, cwd);
  const whole = Object.values(REPORTS).map(file => readFileSync(join(cwd, file), "utf8"));
  let finished = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    for (const file of Object.values(REPORTS)) writeFileSync(join(cwd, file), "yesterday");
    const { done } = await killed({ args, cwd, after: moment(kill, time * 1.1) });
    const found = Object.values(REPORTS).map(file => readFileSync(join(cwd, file), "utf8"));
    for (const [at, text] of found.entries()) expect(text === "yesterday" || text === whole[at]).toBe(true);
    if (done) finished++;
    if (done) expect(found).toEqual(whole);
    for (const name of readdirSync(cwd)) if (name.endsWith("attune-tmp")) rmSync(join(cwd, name));
  }
  expect(finished).toBeLessThan(KILLS);
});

test(
  `killed ${KILLS} times, every result that is kept is whole, and gives the same answers`,
  PATIENCE,
  async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "many.jsonl"), manyCalls(100, 2_000));
    const args = ["audit", "many.jsonl", "--checklist", "core", "--threads", "2", "--format", "json"];
    const time = await lasting([...args, "--cache-location", "first"], cwd);
    const { stdout: whole } = await attune([...args, "--no-cache"], { cwd });
    let kept = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      // Now and then an empty cache, else one that is filled a little more each time.
      if (kill % 4 === 0) rmSync(join(cwd, "kept"), { recursive: true, force: true });
      await killed({ args: [...args, "--cache-location", "kept"], cwd, after: moment(kill, time) });
      kept += wholeEntries(join(cwd, "kept"));
    }
    const { stdout } = await attune([...args, "--cache-location", "kept"], { cwd });
    expect(stdout === whole).toBe(true);
    if (KILLS >= 20) expect(kept).toBeGreaterThan(0);
  },
);

/** Looks into everything a cache keeps; the number of entries. What was being written lies under names of its own. */
function wholeEntries(root: string): number {
  let count = 0;
  const folders = existsSync(root) ? readdirSync(root).filter(name => /^[0-9a-f]{2}$/.test(name)) : [];
  for (const folder of folders)
    for (const name of readdirSync(join(root, folder))) {
      if (name.includes(".")) continue;
      const bytes = readFileSync(join(root, folder, name));
      expect(JSON.parse(inflateRawSync(bytes).toString("utf8"))).toMatchObject({ key: folder + name });
      count++;
    }
  return count;
}

const ANSWERS = 5_000;

/** The first check is answered again and again, with another remark each time; once it is asked anew, what was said before is taken. */
const answersFrom = (first: number): string =>
  Array.from({ length: ANSWERS }, (_, n) => `${(n % 5) + 1} remark-${first + n}-\nb\n`).join("");

test(`killed ${KILLS} times, a review is whole and holds every answer that was taken`, PATIENCE, async () => {
  const cwd = emptyFolder();
  const sidecar = join(cwd, "call.json.review.json");
  writeFileSync(join(cwd, "call.json"), callLine(1));
  const args = ["review", "call.json", "--plain", "--reviewer", "Mo", "--checklist", "core"];
  for (let kill = 0; kill < KILLS; kill++) {
    if (kill % 4 === 0) rmSync(sidecar, { force: true });
    const first = kill * ANSWERS;
    writeFileSync(join(cwd, "answers.txt"), answersFrom(first));
    const { said } = await killed({
      args,
      cwd,
      stdin: join(cwd, "answers.txt"),
      begun: text => text.includes(`remark-${first + 3}-`),
      after: moment(kill, 150),
    });
    const read = readSidecar(readFileSync(sidecar, "utf8"));
    const taken = Math.max(...Array.from(said.matchAll(/remark-(\d+)-/g), ([, n]) => Number(n)));
    expect(read).not.toHaveProperty("damaged");
    const saved = Number(/remark-(\d+)-/.exec(readFileSync(sidecar, "utf8"))?.[1] ?? -1);
    expect(saved).toBeGreaterThanOrEqual(taken);
    expect(taken).toBeGreaterThanOrEqual(first + 3);
  }
});
