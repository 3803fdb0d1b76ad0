import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { seen } from "../store/audits.js";
import { attune, EXECUTABLE, emptyFolder, plainEnv } from "./executable.js";

const call = (id: string, words: string) =>
  JSON.stringify({
    id,
    channel: "chat",
    agent: "Ana Doe",
    turns: [
      { speaker: "Ana Doe", text: "Good morning, how can I help?", at: "2026-11-03T09:15:00Z" },
      { speaker: "Mr Roe", text: words, at: "2026-11-03T09:15:20Z" },
      {
        speaker: "Ana Doe",
        text: "I'm so sorry about that. I can refund you or send a new one.",
        at: "2026-11-03T09:16:00Z",
      },
    ],
  });

/** Three calls in a folder of their own. */
function exported(): string {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, "exports"));
  for (const id of ["K-100", "K-200", "K-300"])
    writeFileSync(join(cwd, "exports", `${id}.json`), call(id, `My parcel ${id} is late and I'm upset.`));
  return cwd;
}

const everything = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(name => statSync(join(folder, name)).isFile())
    .map(name => `${name}\n${readFileSync(join(folder, name), "latin1")}`)
    .join("\n");

describe("audit --store", () => {
  test("keeps a run, says so, and looks at it", async () => {
    const cwd = exported();
    const args = ["audit", "exports", "--store", "history", "--format", "summary"];
    const first = await attune(args, { cwd });
    expect(first.stderr).toBe("attune: 3 audit(s) written to history\n");
    expect(first.status).toBe(0);
    expect((await attune(args, { cwd })).stderr).toContain(
      "0 audit(s) written to history; 3 were there already",
    );
    const shown = await attune(["store", "show", "--store", "history"], { cwd });
    expect(shown.stdout).toContain("3 audit(s) of 3 conversation(s), 2026-11-03; 0 of older versions");
    expect(shown.stdout).toMatch(/^core 1\.\d+ +[0-9a-f]{12} /m);
    const checked = await attune(["store", "check", "--store", "history"], { cwd });
    expect(checked).toMatchObject({ status: 0, stdout: "history: 3 audit(s), each of them whole\n" });
    expect(everything(join(cwd, "history"))).not.toMatch(/parcel K|sorry about/);
  });

  test("not among the exports, where it would be read as one", async () => {
    const cwd = exported();
    const ran = await attune(["audit", "exports", "--store", "exports/history"], { cwd });
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain("Unexpected store inside of the input exports, expected it elsewhere");
    expect(readdirSync(join(cwd, "exports"))).not.toContain("history");
  });

  test("and a config file cannot say where", async () => {
    const cwd = exported();
    writeFileSync(join(cwd, ".attunerc"), "store: history\n");
    const ran = await attune(["audit", "exports"], { cwd });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("expected it on the command line");
  });

  test("damage is told, taken out, and gives status 1", async () => {
    const cwd = exported();
    await attune(["audit", "exports", "--store", "history", "--format", "summary"], { cwd });
    const [segment = ""] = readdirSync(join(cwd, "history", "journal"));
    const path = join(cwd, "history", "journal", segment);
    writeFileSync(path, readFileSync(path, "utf8").replace('"verdict":"pass"', '"verdict":"fail"'));
    const ran = await attune(["store", "check", "--store", "history"], { cwd });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain("history: 2 audit(s), each of them whole\n  took out 1 damaged record(s)");
  });
});

test("store forget: out of the journal and the kept results, and not back with the next run", async () => {
  const cwd = exported();
  const audit = ["audit", "exports", "--store", "history", "--format", "summary", "--cache-location", "kept"];
  await attune(audit, { cwd });
  const results = () =>
    readdirSync(join(cwd, "kept"), { recursive: true }).filter(name => /\w{50}/.test(String(name)));
  expect(results()).toHaveLength(3);
  const ran = await attune(["store", "forget", "K-200", "--store", "history", "--cache-location", "kept"], {
    cwd,
  });
  expect(ran).toMatchObject({
    status: 0,
    stdout:
      "K-200: erased 1 audit(s) of 1 conversation(s) from history, and 1 kept result(s) from the cache\n",
  });
  expect(results()).toHaveLength(2);
  const again = await attune(audit, { cwd });
  expect(again.stderr).toContain(
    "2 were there already; 1 are to stay forgotten (--readmit keeps them again)",
  );
  expect(everything(join(cwd, "history"))).not.toContain("K-200");
  expect(results()).toHaveLength(2);
  expect((await attune([...audit, "--readmit"], { cwd })).stderr).toContain("1 audit(s) written");
});

test("--pseudonyms: no file of the store holds an agent's name", async () => {
  const cwd = exported();
  await attune(["audit", "exports", "--store", "history", "--pseudonyms", "--format", "summary"], { cwd });
  expect(everything(join(cwd, "history"))).not.toMatch(/Ana|Doe/);
  const shown = await attune(["store", "show", "--store", "history"], { cwd });
  expect(shown.stdout).toContain("1 agent(s) by pseudonym");
});

describe("trend", () => {
  test("on the screen, as CSV and as a page in one run", async () => {
    const cwd = exported();
    await attune(["audit", "exports", "--store", "history", "--format", "summary"], { cwd });
    const reports = ["terminal", "csv=t.csv", "html=t.html"].flatMap(report => ["--report", report]);
    const ran = await attune(["trend", "--store", "history", "--by", "day", ...reports], { cwd });
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(ran.stdout).toMatch(/^ {2}2026-11-03 {2}3 {2}.*\d+ % {2}\d+–\d+ +\d+\.\d$/m);
    const csv = readFileSync(join(cwd, "t.csv"), "utf8");
    expect(csv).toMatch(
      /^"2026-11-03","day",,"core",,"core 1\.\d+",.*,3,\d,,[\d.]+,[\d.]+,[\d.]+,[\d.]+\r$/m,
    );
    expect(readFileSync(join(cwd, "t.html"), "utf8")).toContain('<h2 id="over-time">Over time</h2>');
  });

  test.each([
    [["trend", "--store", "nowhere"], "Unexpected name of a store"],
    [["trend"], "required option '--store <folder>'"],
    [
      ["trend", "--store", "history", "--since", "last week"],
      "Unexpected `last week` for --since, expected a day",
    ],
    [["trend", "--store", "history", "--report", "pdf"], "Unexpected report `pdf`, expected"],
  ])("%s is a mistake: status 2", async (args, said) => {
    const ran = await attune(args, { cwd: exported() });
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(said);
  });
});

/** `ATTUNE_KILLS=200` in the long run. */
const KILLS = Number(process.env.ATTUNE_KILLS ?? 3);

test(`a run that is killed ${KILLS} times: reports are whole or not there, rows likewise, and the next run ends the work`, {
  timeout: 4_000 * KILLS + 60_000,
}, async () => {
  const cwd = emptyFolder();
  const calls = Array.from({ length: 400 }, (_, i) =>
    call(`K-${i}`, `My parcel ${i} is late and I'm upset.`),
  );
  writeFileSync(join(cwd, "calls.jsonl"), calls.join("\n"));
  const args = ["audit", "calls.jsonl", "--store", "history", "--report", "json=night.json", "--no-cache"];
  let before = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    await killedAfter(150 + ((kill * 7919) % 900), args, cwd);
    const report = join(cwd, "night.json");
    if (existsSync(report))
      expect(JSON.parse(readFileSync(report, "utf8"))).toMatchObject({ totals: { audits: 400 } });
    if (!existsSync(join(cwd, "history", "store.json"))) continue;
    const { ids, damage } = seen(join(cwd, "history"));
    expect(damage.every(({ kind }) => kind === "torn")).toBe(true);
    expect(ids).toEqual(calls.slice(0, ids.length).map((_, i) => `K-${i}`));
    expect(ids.length).toBeGreaterThanOrEqual(before);
    before = ids.length;
  }
  const { status, stderr } = await attune(args, { cwd });
  expect(status, stderr).toBe(0);
  expect(seen(join(cwd, "history"))).toMatchObject({ current: 400, older: 0, damage: [] });
});

/** Runs the executable and kills it after so many milliseconds, if it still runs then. */
function killedAfter(ms: number, args: readonly string[], cwd: string): Promise<void> {
  return new Promise(done => {
    const child = spawn(process.execPath, [EXECUTABLE, ...args], { cwd, env: plainEnv(), stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), ms);
    child.on("close", () => {
      clearTimeout(timer);
      done();
    });
  });
}
