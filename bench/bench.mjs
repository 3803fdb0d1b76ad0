// npm run bench [-- --count 10000 --runs 5 --checklist core]: how fast attune is, as ratios taken in this run on this machine.
// Absolute times are printed for scale only; the goals are meant for 10,000 conversations. Goals: the speed figures S1, S2, S7 and S8 of the project.
import { existsSync, mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { corpus, oneCall } from "./corpus.mjs";
import { pairs } from "./pairs.mjs";
import { phraseCosts } from "./phrases.mjs";

// How fast files are read is another table, of its own.
if (process.argv.includes("--reading")) {
  await import("./reading.mjs");
  process.exit();
}

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    runs: { type: "string", default: "5" },
    checklist: { type: "string", default: "complete" },
  },
});
const runs = Number(values.runs);
const attune = resolve(import.meta.dirname, "../bin/attune.js");
const floor = resolve(import.meta.dirname, "parse-floor.mjs");
if (!existsSync(resolve(import.meta.dirname, "../dist/cli.js")))
  throw new Error("Unexpected lack of dist/, expected `npm run build` before");

const nothing = ["-e", "0"];
const KINDS = { apart: "about other matters", alike: "all beginning as the text does (worst case)" };
const input = corpus(Number(values.count));
const report = join(mkdtempSync(join(tmpdir(), "attune-bench-")), "report.jsonl");
const audit = (...args) => [
  attune,
  "audit",
  "--no-config",
  "--no-cache",
  "--checklist",
  values.checklist,
  ...args,
];

const rows = [
  ["S7", "--version / node -e 0", 1.3, 1.15, [attune, "--version"], nothing, 8 * runs],
  ["", "--help / node -e 0", undefined, undefined, [attune, "--help"], nothing, 8 * runs],
  ["S8", "one transcript, terminal report / node -e 0", 2, 1.25, audit(oneCall()), nothing, 8 * runs],
  [
    "S1",
    "batch, JSONL report of all findings / JSON.parse of the same bytes",
    4,
    2,
    audit(input.path, "--format", "jsonl", "--output", report),
    [floor, input.path],
    runs,
  ],
  [
    "S2",
    "batch, a line a transcript / JSON.parse of the same bytes",
    2.5,
    1.5,
    audit(input.path, "--format", "summary"),
    [floor, input.path],
    runs,
  ],
];

console.log(
  `node ${process.version}, ${input.from} corpus of ${values.count} conversations, ${(input.bytes / 1e6).toFixed(1)} MB, checklist ${values.checklist}, ${runs} pairs\n`,
);
console.log(line(["goal", "what", "hard", "stretch", "measured", "(least–most)", "ms", "of ms"]));
for (const [goal, what, hard, stretch, a, b, count] of rows) {
  const { ratio, least, most, a: msA, b: msB } = pairs(a, b, count);
  const verdict =
    hard === undefined ? "" : ratio <= stretch ? " stretch" : ratio <= hard ? " hard" : " missed";
  console.log(
    line([
      goal,
      what,
      times(hard),
      times(stretch),
      `${times(ratio)}${verdict}`,
      `(${least.toFixed(2)}–${most.toFixed(2)})`,
      msA.toFixed(0),
      msB.toFixed(0),
    ]),
  );
}
volume();
await phrases();

/** The cost of a word must not grow with the number of phrases. */
async function phrases() {
  for (const kind of ["apart", "alike"]) {
    const costs = await phraseCosts(input.path, kind);
    const [least] = costs;
    const figures = costs.map(
      ({ count, nanoseconds }) =>
        `${count}: ${nanoseconds.toFixed(0)} ns (${(nanoseconds / least.nanoseconds).toFixed(2)}×)`,
    );
    console.log(`\nA word by number of phrases, ${KINDS[kind]}: ${figures.join(" · ")}`);
  }
}

function volume() {
  const lines = readFileSync(report, "utf8")
    .trimEnd()
    .split("\n")
    .slice(0, 500)
    .map(text => JSON.parse(text))
    .filter(one => one.findings !== undefined);
  const mean = of => (lines.reduce((sum, one) => sum + of(one), 0) / lines.length).toFixed(1);
  const bytes = (statSync(report).size / input.bytes).toFixed(2);
  console.log(
    `\nReport: ${mean(one => one.findings.length)} findings and ${mean(one => one.signals.length)} signals a transcript (first ${lines.length}), ${bytes} bytes a byte of input.`,
  );
}

function times(ratio) {
  return ratio === undefined ? "" : `${ratio.toFixed(2)}×`;
}

function line(cells) {
  const widths = [4, 68, 6, 8, 16, 14, 7, 6];
  return cells
    .map((cell, i) => cell.padEnd(widths[i]))
    .join(" ")
    .trimEnd();
}
