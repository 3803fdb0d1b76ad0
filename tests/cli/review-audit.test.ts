import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { attune, emptyFolder, ROOT } from "./executable.js";

let cwd: string;
const read = (name: string): string => readFileSync(join(cwd, name), "utf8");
const review = (stdin: string, ...args: readonly string[]) =>
  attune(["review", "--plain", "--reviewer", "Mo", ...args], { cwd, stdin });

beforeEach(async () => {
  cwd = emptyFolder();
  for (const call of ["double-charge.vtt", "late-parcel.txt"])
    copyFileSync(join(ROOT, "fixtures/calls", call), join(cwd, call));
  const reports = ["--report", "json=night.json", "--report", "jsonl=night.jsonl"];
  const { status } = await attune(["audit", ".", "-c", "house-example", ...reports], { cwd });
  expect(status).toBe(0);
});

test.each(["night.json", "night.jsonl"])(
  "%s: its conversations are the queue, its answers the machine's",
  async name => {
    // Nobody judges anew: an answer that no machine would give comes out as the machine's.
    const spoilt = read(name).replace('"verdict":"fail"', '"verdict":"partial"');
    expect(spoilt).not.toBe(read(name));
    writeFileSync(join(cwd, name), spoilt);
    const { stdout, status } = await review("3 no name\nq\n", "--audit", name);
    expect(stdout).toContain("Call 1 of 2, 2 left: double-charge.vtt, 11 turns, 9 checks");
    expect(status).toBe(0);
    const { answers, checklists } = JSON.parse(read("double-charge.vtt.review.json"));
    expect(checklists[0].name).toBe("house-example");
    expect(answers).toMatchObject([
      { check: "greeting", verdict: "fail", comment: "no name", machine: { verdict: "partial" } },
    ]);
  },
);

test("a report of a checklist with sections that weigh scores as the audit did", async () => {
  const { stdout } = await review("d\nd\n", "--audit", "night.json");
  const scores = [...stdout.matchAll(/Score: machine ([\d.]+), yours ([\d.]+)\./g)].map(([, one, two]) => [
    one,
    two,
  ]);
  const audits = JSON.parse(read("night.json")).audits as readonly { score: number }[];
  expect(audits.map(({ score }) => score)).toContain(80);
  expect(scores).toEqual(audits.map(({ score }) => [String(score), String(score)]));
});

test.each([
  ["no report", () => "double-charge.vtt", "expected a report of schema 1"],
  ["no file", () => "nowhere.json", "Unexpected error ENOENT"],
  [
    "other words",
    () => {
      const record = JSON.parse(read("night.json"));
      record.audits[0].findings[3].evidence = [{ turn: 0, span: [0, 5], quote: "Never" }];
      writeFileSync(join(cwd, "other.json"), JSON.stringify(record));
      return "other.json";
    },
    "Unexpected words, expected the transcript as other.json has it",
  ],
])("%s is told, and nothing is written", async (_, name, message) => {
  const { stderr, status } = await review("3\nq\n", "--audit", name());
  expect(stderr).toContain(message);
  expect(status).toBe(2);
  expect(() => read("double-charge.vtt.review.json")).toThrow();
});

test("dispute reads as the review did", async () => {
  const call =
    "Robo: I can't help you.\nLou: I'm really upset, my lamp is broken.\nRobo: You should have read the terms.\n";
  writeFileSync(join(cwd, "lamp.txt"), call);
  const how = ["--agent", "Robo", "--from", "plain-text"];
  await review("\n1 heard\nq\n", "lamp.txt", "-c", "core", ...how);
  const without = await attune(["dispute", "lamp.txt.review.json"], { cwd });
  const { stdout, status } = await attune(["dispute", "lamp.txt.review.json", ...how], { cwd });
  expect([without.status, status]).toEqual([2, 0]);
  expect(stdout).toContain("says pass, the machine");
});
