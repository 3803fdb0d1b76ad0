import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attune, EXECUTABLE, emptyFolder, plainEnv, runProgram } from "./executable.js";
import { callLine } from "./night.js";
import { stopped } from "./stopped.js";

const call = (n: number): string =>
  JSON.stringify({
    id: `call-${n}`,
    turns: [
      { speaker: "agent", text: "Good morning, how can I help?" },
      { speaker: "customer", text: `My parcel ${n} is late and I am upset.` },
      {
        speaker: "agent",
        text: "I'm so sorry, that must be frustrating. I can refund you or send a new one.",
      },
      { speaker: "customer", text: "A new one, please." },
    ],
  });

const calls = (count: number): string => Array.from({ length: count }, (_, n) => `${call(n)}\n`).join("");

/** Few of them make a block for a thread. */
const wideCalls = (count: number): string =>
  Array.from({ length: count }, (_, n) => callLine(n, 8_000)).join("");

test("JSON on standard output is JSON and nothing else, whatever lies in the folder", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, ".env"), "ATTUNE_SECRET=1\n");
  writeFileSync(join(cwd, "night.jsonl"), calls(3));
  const { stdout, stderr, status } = await attune(["audit", "night.jsonl", "--format", "json"], { cwd });
  expect((JSON.parse(stdout) as { audits: unknown[] }).audits).toHaveLength(3);
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

test.each(["terminal", "json"])(
  "the same input gives the same bytes, twice and from elsewhere: %s",
  async format => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "calls"));
    for (const name of ["b.jsonl", "a.jsonl"]) writeFileSync(join(folder, "calls", name), calls(2));
    writeFileSync(join(folder, "calls", "notes.md"), "# Buy milk\n");
    const args = ["audit", join(folder, "calls"), "--format", format];
    const runs = [
      await attune(args),
      await attune(args),
      await attune(args, { cwd: folder }),
      await attune(args, { cwd: emptyFolder() }),
    ];
    expect(runs[0]?.stdout).toContain("calls/a.jsonl");
    for (const run of runs) expect(run).toEqual(runs[0]);
  },
);

test.each([
  ["lines", 16_000, ["--limit", "document=1MB"]],
  ["one list", 16_000, ["--limit", "document=1MB"]],
])("a pipe longer than may be held is read as it comes: %s", async (kind, count, flags) => {
  const all = calls(count);
  const stdin = kind === "lines" ? all : `[${all.trimEnd().replaceAll("\n", ",\n")}]`;
  const { stdout, stderr, status } = await attune(["convert", "-", "--to", "turns", ...flags], { stdin });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const ids = stdout.trimEnd().split("\n");
  expect(ids).toHaveLength(count);
  expect(JSON.parse(ids.at(-1) ?? "")).toMatchObject({ id: `call-${count - 1}` });
});

test("a pipe that must be held and is longer than may be is refused by the limit's name", async () => {
  const stdin = `WEBVTT\n\n${"00:01.000 --> 00:02.000\n<v Ana>Good morning, how can I help?\n\n".repeat(80_000)}`;
  const { stdout, stderr, status } = await attune(
    ["convert", "-", "--to", "turns", "--limit", "document=1MB"],
    {
      stdin,
    },
  );
  expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
  expect(stderr).toMatch(/limit `document`.*--limit document=/);
});

test.skipIf(process.platform === "win32").each(["1", "2", "8"])(
  "a reader that goes away is no error: %s threads",
  async threads => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "night.jsonl"), wideCalls(500));
    const line = `"${process.execPath}" "${EXECUTABLE}" audit night.jsonl --no-cache --checklist core --format json --threads ${threads} | head -c 200; echo " \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await runProgram("bash", ["-c", line], { cwd });
    expect(stdout).toMatch(/ 0\n$/);
    expect(stderr).toBe("");
  },
);

test.skipIf(process.platform !== "linux")(
  "a full disk under standard output is one, and the status says so",
  async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "night.jsonl"), calls(20));
    const line = `"${process.execPath}" "${EXECUTABLE}" audit night.jsonl --format json > /dev/full`;
    const { stderr, status } = await runProgram("bash", ["-c", line], { cwd });
    expect(stderr).toContain("Unexpected failure to write standard output");
    expect(status).toBe(2);
  },
);

test.skipIf(process.platform === "win32").each(["1", "2", "8"])(
  "Ctrl-C ends it by its signal, leaves no half report and says nothing: %s threads",
  async threads => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, "night.jsonl"), wideCalls(2_000));
    const reports = ["--report", "json=night.json", "--report", "csv=night.csv"];
    const args = [
      "audit",
      "night.jsonl",
      "--no-cache",
      "--checklist",
      "core",
      "--threads",
      threads,
      ...reports,
    ];
    // 256 KiB are written at once: by then it is in the middle of its work.
    expect(await stopped(args, cwd, { signal: "SIGINT", written: 1 })).toEqual({
      signal: "SIGINT",
      stderr: "",
      left: ["night.jsonl"],
    });
  },
);

test("a report file is the same bytes as standard output", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "night.jsonl"), calls(50));
  const { stdout } = await attune(["audit", "night.jsonl", "--format", "json"], { cwd });
  await attune(["audit", "night.jsonl", "--format", "json", "--output", "night.json"], { cwd });
  expect(readFileSync(join(cwd, "night.json"), "utf8")).toBe(stdout);
});

test("the environment is that of nobody in particular", () => {
  expect(plainEnv()).not.toHaveProperty("CI");
});
