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
  const reports = ["json=night.json", "jsonl=night.jsonl", "jsonl-lean=lean.jsonl"].flatMap(to => [
    "--report",
    to,
  ]);
  const { status } = await attune(["audit", ".", "-c", "house-example", ...reports], { cwd });
  expect(status).toBe(0);
});

test.each([
  ["night.json", '"verdict":"fail"', '"verdict":"partial"'],
  ["night.jsonl", '"verdict":"fail"', '"verdict":"partial"'],
  ["lean.jsonl", '["fail",', '["partial",'],
])("%s: its conversations are the queue, its answers the machine's", async (name, answer, other) => {
  // Nobody judges anew: an answer that no machine would give comes out as the machine's.
  const spoilt = read(name).replace(answer, other);
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
});

test.each(["night.json", "lean.jsonl"])(
  "%s: a checklist with sections that weigh scores as the audit did",
  async name => {
    const { stdout } = await review("d\nd\n", "--audit", name);
    const scores = [...stdout.matchAll(/Score: machine ([\d.]+), yours ([\d.]+)\./g)].map(([, one, two]) => [
      one,
      two,
    ]);
    const audits = JSON.parse(read("night.json")).audits as readonly { score: number }[];
    expect(audits.map(({ score }) => score)).toContain(80);
    expect(scores).toEqual(audits.map(({ score }) => [String(score), String(score)]));
  },
);

test.each([
  ["no report", () => "double-charge.vtt", "expected a report of schema 1"],
  ["no file", () => "nowhere.json", "Unexpected error ENOENT"],
  [
    "other words in a lean report",
    () => {
      writeFileSync(
        join(cwd, "other.jsonl"),
        read("lean.jsonl").replaceAll(/(\[\d+,\d+,\d+,\d+,\d+),"[^"]+"\]/g, '$1,"Never"]'),
      );
      return "other.jsonl";
    },
    "Unexpected words, expected the transcript as other.jsonl has it",
  ],
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
