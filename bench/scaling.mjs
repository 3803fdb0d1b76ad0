// node bench/scaling.mjs [--count 30000 --small 10000 --runs 3]: goals S9 to S12 and what threads give, as ratios taken pair by pair in this run.
// Beside each speed-up stands the capacity control: two single-thread copies at once, against one. Without it a speed-up says nothing.
import { spawn, spawnSync } from "node:child_process";
import { createReadStream, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { corpus } from "./corpus.mjs";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "30000" },
    small: { type: "string", default: "10000" },
    runs: { type: "string", default: "3" },
    checklist: { type: "string", default: "complete" },
  },
});
const runs = Number(values.runs);
const attune = resolve(import.meta.dirname, "../bin/attune.js");
const home = join(tmpdir(), "attune-bench", "scaling");
let outputs = 0;
const audit = (input, ...more) => [
  attune,
  ...["audit", "--no-config", "--no-cache", "--checklist", values.checklist, input],
  ...["--format", "jsonl", "--output", join(home, `out-${outputs++}.jsonl`), ...more],
];
const median = all => [...all].sort((a, b) => a - b)[all.length >> 1];

function once(args) {
  const from = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - from;
}

const together = (...all) => {
  const from = performance.now();
  return Promise.all(
    all.map(
      args => new Promise(done => spawn(process.execPath, args, { stdio: "ignore" }).on("close", done)),
    ),
  ).then(() => performance.now() - from);
};

/** Peak memory of a run, MiB, as GNU time saw it; NaN where that is not installed. */
function peak(args) {
  const timed = spawnSync("/usr/bin/time", ["-f", "%M", process.execPath, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  return timed.error ? Number.NaN : Number(timed.stderr.trim().split("\n").at(-1)) / 1024;
}

/** A folder of single files from the first lines of a JSONL, in a format each. */
async function folderOf(path, count, kind, write) {
  const folder = join(home, `${kind}-${count}`);
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true });
  let n = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (n >= count) break;
    writeFileSync(join(folder, `${String(n++).padStart(6, "0")}.${kind}`), write(line));
  }
  return folder;
}

const clock = seconds => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
function vtt(line) {
  const { turns } = JSON.parse(line);
  const cues = turns.map(
    ({ speaker, text, start = 0, end = start + 1 }) =>
      `${clock(start)} --> ${clock(end)}\n<v ${speaker}>${text.replace(/\s+/g, " ")}`,
  );
  return `WEBVTT\n\n${cues.join("\n\n")}\n`;
}

function row(goal, what, hard, stretch, measured, beside) {
  console.log(
    [goal.padEnd(4), what.padEnd(62), hard.padEnd(9), stretch.padEnd(9), measured.padEnd(16), beside]
      .join(" ")
      .trimEnd(),
  );
}

mkdirSync(home, { recursive: true });
const many = corpus(Number(values.count));
const few = corpus(Number(values.small));
console.log(`node ${process.version}, ${many.from} corpus, checklist ${values.checklist}, ${runs} pairs\n`);
row("goal", "what", "hard", "stretch", "measured", "beside");

const json = await folderOf(few.path, Number(values.small), "json", line => line);
const captions = await folderOf(few.path, Number(values.small), "vtt", vtt);
const one = ["--threads", "1"];
const pair = (a, b) => Array.from({ length: runs }, () => once(a) / once(b));
row(
  "S9",
  `folder of ${values.small} JSON files / the same JSONL`,
  "1.40×",
  "1.15×",
  `${median(pair(audit(json, ...one), audit(few.path, ...one))).toFixed(2)}×`,
  "",
);
row(
  "S10",
  `folder of ${values.small} VTT files / of the same as JSON`,
  "1.30×",
  "1.00×",
  `${median(pair(audit(captions, ...one), audit(json, ...one))).toFixed(2)}×`,
  "",
);

for (const threads of [2]) {
  const gains = [];
  const capacities = [];
  for (let i = 0; i < runs; i++) {
    const single = once(audit(many.path, ...one));
    gains.push(single / once(audit(many.path, "--threads", String(threads))));
    const both = await together(audit(few.path, ...one), audit(few.path, ...one));
    capacities.push((2 * once(audit(few.path, ...one))) / both);
  }
  const [gain, capacity] = [median(gains), median(capacities)];
  row(
    "S11",
    `${threads} threads on ${values.count}, divided by capacity/2`,
    "1.60×",
    "1.80×",
    `${(gain / (capacity / 2)).toFixed(2)}×`,
    `gain ${gain.toFixed(2)}×, capacity of two single copies ${capacity.toFixed(2)} cores`,
  );
}

const [small, large] = [peak(audit(few.path, ...one)), peak(audit(many.path, ...one))];
row(
  "S12",
  `peak memory, one thread: ${values.small} and ${values.count}`,
  "128 MiB",
  "100 MiB",
  `${large.toFixed(0)} MiB`,
  `${small.toFixed(0)} MiB at ${values.small}: ${((100 * large) / small - 100).toFixed(0)}% more`,
);
rmSync(home, { recursive: true, force: true });
