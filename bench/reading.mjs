// npm run bench -- --reading [--kb 100] [--mb 2] [--runs 5] [--only NAME]: how fast each format reads, beside JSON.parse or a plain line
// split of the same bytes in the same run. The largest fixture or shared sample of each is grown to the length of a long
// call by saying its turns again, and read, recognising included, until so many megabytes have been. Goals: JSON formats within 3 times of JSON.parse; texts above 50 MB/s or within 4 times of the split.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { grown } from "./grow.mjs";

const { values } = parseArgs({
  options: {
    kb: { type: "string", default: "100" },
    mb: { type: "string", default: "2" },
    runs: { type: "string", default: "5" },
    only: { type: "string" },
    reading: { type: "boolean" },
  },
});
const root = resolve(import.meta.dirname, "..");
const size = Number(values.kb) * 1e3;
const runs = Number(values.runs);
const { readSource, formats, LIMITS } = await engine();
const limits = { ...LIMITS, turns: 1e8 };

console.log(
  `node ${process.version}, documents of ${values.kb} KB until ${values.mb} MB are read, median of ${runs} pairs\n`,
);
console.log(row("format", "kind", "MB/s", "beside", "ratio", "goal", "turns"));
let missed = 0;
for (const { name } of formats) {
  if (values.only !== undefined && values.only !== name) continue;
  for (const file of filesOf(name).slice(0, 1)) measure(name, file);
}
console.log(`\n${missed} of the goals missed`);

/** Reads and yardstick in turn, by the time of the processor, which neighbours do not take; the median of each. */
function measure(name, file) {
  const { bytes, kind } = grown(readFileSync(file), size);
  const source = { name: file.slice(file.lastIndexOf("/") + 1), named: true, bytes };
  const floor = kind === "text" ? split : parse;
  const times = Math.ceil((Number(values.mb) * 1e6) / bytes.length);
  const pairs = Array.from({ length: runs + 1 }, () => {
    const read = timed(times, () => count(source));
    return { read, floor: timed(times, () => floor(bytes)) };
  }).slice(1);
  const speed = of => (times * bytes.length) / 1e3 / median(pairs.map(of));
  const ratio = median(pairs.map(({ read, floor }) => read / floor));
  const reading = speed(({ read }) => read);
  const met = kind === "text" ? reading > 50 || ratio <= 4 : ratio <= 3;
  if (!met) missed++;
  const beside = speed(({ floor }) => floor);
  console.log(
    row(
      name,
      kind,
      reading.toFixed(0),
      beside.toFixed(0),
      `${ratio.toFixed(2)}×`,
      met ? "met" : "missed",
      count(source),
    ),
  );
}

function count(source) {
  let turns = 0;
  for (const read of readSource(source, { unjudged: true, limits }))
    if ("transcript" in read) turns += read.transcript.turns.length;
  return turns;
}

function parse(bytes) {
  const text = bytes.toString();
  try {
    return JSON.parse(text);
  } catch {
    return text
      .trimEnd()
      .split("\n")
      .map(line => JSON.parse(line));
  }
}

function split(bytes) {
  return bytes.toString().split("\n");
}

function timed(times, work) {
  const from = process.cpuUsage();
  for (let done = 0; done < times; done++) work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e3;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

/** The files of a format, the largest first: its fixtures, and shared samples of which it is the reader. */
function filesOf(name) {
  const folders = [join(root, "fixtures", "formats", name), join(root, "../shared/samples", name)];
  const files = folders
    .filter(existsSync)
    .flatMap(folder => readdirSync(folder).map(file => join(folder, file)));
  return files
    .filter(file => !/\.(?:docx|xlsx)$/.test(file))
    .map(file => ({ file, turns: count(sourceOf(file)) }))
    .filter(({ turns }) => turns > 2)
    .sort((a, b) => b.turns - a.turns)
    .map(({ file }) => file);
}

function sourceOf(file) {
  return { name: file, named: true, bytes: readFileSync(file) };
}

function row(...cells) {
  const widths = [26, 6, 6, 7, 8, 7, 8];
  return cells
    .map((cell, i) => (i < 2 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i])))
    .join(" ");
}

/** The reading part of the engine, from source: what is shipped bundles it with everything else. */
async function engine() {
  const folder = join(tmpdir(), "attune-bench");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, "reading.mjs");
  await build({
    stdin: {
      contents:
        'export { readSource } from "./src/engine/read.js"; export { formats } from "./src/engine/recognise.js"; export { LIMITS } from "./src/engine/limits.js";',
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}
