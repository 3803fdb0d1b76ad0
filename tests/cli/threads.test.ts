import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { attune, emptyFolder } from "./executable.js";
import { manyCalls, night, REPORTS, reportHashes } from "./night.js";

const files = REPORTS.flatMap(name => ["--report", `${name}=out/report.${name}`]);

test("one thread, two and eight write the same bytes in every report, and say the same", async () => {
  const cwd = night();
  writeFileSync(join(cwd, "known.csv"), "file,queue\nAna_2026-01-01_0.json,returns\nnobody.json,sales\n");
  const args = [
    ...["audit", "exports", "exports/empty", "--no-cache", "--metadata", "known.csv"],
    ...["--name-pattern", "{agent}_{date}_{id}", "--min-score", "40", "--per-check", "empathy=0.9", ...files],
  ];
  const runs = [];
  for (const threads of ["1", "2", "8"]) {
    const { status, stderr } = await attune([...args, "--threads", threads], { cwd });
    runs.push({ status, stderr, reports: reportHashes(cwd) });
  }
  const json = JSON.parse(readFileSync(join(cwd, "out/report.json"), "utf8")) as {
    audits: unknown[];
    problems: { code: string }[];
  };
  expect(json.audits).toHaveLength(313);
  expect(new Set(json.problems.map(({ code }) => code))).toEqual(
    new Set([
      "broken-json",
      "bad-encoding",
      "strange-name",
      "empty-file",
      "unknown-format",
      "unused-metadata",
      "no-transcripts",
    ]),
  );
  expect(runs[0]?.status).toBe(2);
  for (const run of runs) expect(run).toEqual(runs[0]);
}, 120_000);

test("threads that die cost nothing: every report is whole and the same, the status too, and it is said", async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "many.jsonl"), manyCalls(250, 4_000));
  const args = ["audit", "many.jsonl", "--no-cache", "--checklist", "core", ...files];
  const runs = [];
  const dying = `--import ${pathToFileURL(join(import.meta.dirname, "dying-threads.mjs"))}`;
  for (const [threads, NODE_OPTIONS] of [
    ["1", ""],
    ["2", dying],
    ["8", dying],
  ] as const) {
    const { status, stderr } = await attune([...args, "--threads", threads], { cwd, env: { NODE_OPTIONS } });
    const deaths = stderr.match(/^attune: a thread gave back what it held \(it ended with 9\); .*\n/gm) ?? [];
    expect(deaths.length > 0).toBe(threads !== "1");
    runs.push({ status, stderr: stderr.replace(/^attune: a thread .*\n/gm, ""), reports: reportHashes(cwd) });
  }
  for (const run of runs) expect(run).toEqual(runs[0]);
}, 120_000);

test("a baseline counts what it accepts in the order of the input, whoever judges", async () => {
  const cwd = night(60);
  const one = ["audit", "exports", "--no-cache", "--threads", "1"];
  await attune(["baseline", "write", "exports/chats", "--baseline", "accepted.json"], { cwd });
  const runs = [];
  for (const threads of ["1", "3"]) {
    const baseline = ["--no-worse-than", "accepted.json", "--report", "json"];
    runs.push(await attune([...one.slice(0, -1), threads, ...baseline], { cwd }));
  }
  expect(runs[0]?.stdout).toContain('"accepted":true');
  expect(runs[1]).toEqual(runs[0]);
}, 60_000);

test("a number of threads is checked like any setting", async () => {
  const { status, stderr } = await attune(["audit", "x", "--threads", "many"]);
  expect(status).toBe(2);
  expect(stderr).toContain("Unexpected `many` for --threads, expected auto, or a whole number from 1 to 256");
});
