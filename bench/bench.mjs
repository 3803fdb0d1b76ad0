// npm run bench [-- --count 10000 --runs 5 --checklist core --only S1,S8 --peers]: how fast attune is, as ratios taken in this run on
// this machine. Absolute times are printed for scale only; the goals are meant for 10,000 conversations. --peers fetches what attune is
// compared with into a folder of the bench alone; without it, peers that are not there are said to be absent.
import { existsSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { goals } from "./goals.mjs";
import { peerGoals } from "./peers.mjs";
import { phraseCosts, phraseGoals } from "./phrases.mjs";
import { sizeLine } from "./size.mjs";

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
    only: { type: "string", default: "" },
    peers: { type: "boolean", default: false },
  },
});
if (!existsSync(resolve(import.meta.dirname, "../dist/cli.js")))
  throw new Error("Unexpected lack of dist/, expected `npm run build` before");

const plan = { ...values, count: Number(values.count), runs: Number(values.runs) };
const { input, report, rows } = goals(plan);
const only = values.only.split(",").filter(Boolean);
const all = [...rows, ...phraseGoals(input.path), ...peerGoals(plan, input.path)];

console.log(
  `node ${process.version}, ${input.from} corpus of ${values.count} conversations, ${(input.bytes / 1e6).toFixed(1)} MB, checklist ${values.checklist}, ${plan.runs} pairs\n`,
);
console.log(line(["goal", "what", "hard", "stretch", "measured", "(least–most)", "ms", "of ms", "command"]));
for (const row of all) if (only.length === 0 || only.includes(row.goal)) await tell(row);
if (existsSync(report)) volume();
console.log(sizeLine());
if (only.length === 0) await phrases();

/** A row: less is better, or with `more` more is; a row that cannot be measured says why. */
async function tell({ goal, what, hard, stretch, more, command, measure }) {
  const found = await measure();
  if (found.absent !== undefined) {
    console.log(line([goal, what, bar(hard, more), bar(stretch, more), found.absent, "", "", "", command]));
    return;
  }
  const { ratio, least, most, a, b } = found;
  const good = limit => (more ? ratio >= limit : ratio <= limit);
  const verdict = hard === undefined ? "" : good(stretch) ? " stretch" : good(hard) ? " hard" : " missed";
  const range = least === undefined ? "" : `(${least.toFixed(2)}–${most.toFixed(2)})`;
  const cells = [goal, what, bar(hard, more), bar(stretch, more), `${times(ratio)}${verdict}`, range];
  console.log(line([...cells, a?.toFixed(0) ?? "", b?.toFixed(0) ?? "", command]));
}

/** The cost of a word must not grow with the number of phrases. */
async function phrases() {
  const kinds = { apart: "about other matters", alike: "all beginning as the text does (worst case)" };
  for (const [kind, title] of Object.entries(kinds)) {
    const costs = await phraseCosts(input.path, kind);
    const [least] = costs;
    const figures = costs.map(
      ({ count, nanoseconds }) =>
        `${count}: ${nanoseconds.toFixed(0)} ns (${(nanoseconds / least.nanoseconds).toFixed(2)}×)`,
    );
    console.log(`\nA word by number of phrases, ${title}: ${figures.join(" · ")}`);
  }
}

function volume() {
  const lines = readFileSync(report, "utf8")
    .trimEnd()
    .split("\n", 500)
    .map(text => JSON.parse(text))
    .filter(one => one.findings !== undefined);
  const mean = of => (lines.reduce((sum, one) => sum + of(one), 0) / lines.length).toFixed(1);
  const bytes = (statSync(report).size / input.bytes).toFixed(2);
  console.log(
    `\nReport: ${mean(one => one.findings.length)} findings and ${mean(one => one.signals.length)} signals a transcript (first ${lines.length}), ${bytes} bytes a byte of input.`,
  );
}

function bar(ratio, more) {
  return ratio === undefined ? "" : `${more ? "≥" : "≤"}${times(ratio)}`;
}

function times(ratio) {
  return `${ratio.toFixed(2)}×`;
}

function line(cells) {
  const widths = [4, 62, 7, 7, 16, 14, 7, 6, 10];
  return cells
    .map((cell, i) => cell.padEnd(widths[i]))
    .join(" ")
    .trimEnd();
}
