// npm run bench -- --reading [--kb 100] [--documents 4] [--rounds 9] [--only NAME]: how fast each format reads, beside JSON.parse or a plain
// line split of the same bytes in the same run. The largest fixture or shared sample of each is grown to a long call (`grow.mjs`) and read whole:
// decoded, recognised among all formats, read, roles settled, normalised to a transcript. Goals: JSON formats within 3 times of JSON.parse;
// texts above 50 MB/s or within 4 times of the split.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { grown, sentences } from "./grow.mjs";

const { values } = parseArgs({
  options: {
    kb: { type: "string", default: "100" },
    documents: { type: "string", default: "4" },
    rounds: { type: "string", default: "9" },
    only: { type: "string" },
    reading: { type: "boolean" },
  },
});
const root = resolve(import.meta.dirname, "..");
const size = Number(values.kb) * 1e3;
const rounds = Number(values.rounds);
const { readSource, formats, LIMITS } = await engine();
const limits = { ...LIMITS, turns: 1e8 };

/** How long each side is run before it is measured, milliseconds: by then what is hot has been compiled. */
const WARM = 150;

console.log(
  `node ${process.version}: bytes → decode, recognise, read, settle roles, normalise → transcript, beside JSON.parse or a split into lines`,
);
console.log(
  `${values.documents} documents of ${values.kb} KB a round, medians of ${rounds} rounds of pairs by the clock on the wall\n`,
);
console.log(row("format", "kind", "MB/s", "beside", "ratio", "goal", "turns"));
let missed = 0;
const ratios = { json: [], text: [] };
for (const { name } of formats) {
  if (values.only !== undefined && values.only !== name) continue;
  for (const file of filesOf(name).slice(0, 1)) measure(name, file);
}
const counted = Object.values(ratios).flat().length;
console.log(`\n${counted - missed} of ${counted} formats meet their goal`);
for (const [kind, all] of Object.entries(ratios))
  if (all.length > 0) console.log(`median ${kind}: ${median(all).toFixed(2)}× its yardstick`);

/** Reads and yardstick in turn; the medians of their speeds and of their ratios. */
function measure(name, file) {
  const { documents, kind } = documentsOf(file);
  const bytes = documents.reduce((sum, document) => sum + document.length, 0);
  const sources = documents.map(document => ({ name: file.split("/").at(-1), named: true, bytes: document }));
  const read = () => sources.map(count);
  const floor = () => documents.map(kind === "text" ? split : parse);
  for (const work of [read, floor]) warm(work);
  const pairs = Array.from({ length: rounds }, () => ({ read: timed(read), floor: timed(floor) }));
  const speed = of => bytes / 1e3 / median(pairs.map(of));
  const ratio = median(pairs.map(pair => pair.read / pair.floor));
  const reading = speed(pair => pair.read);
  const met = kind === "text" ? reading > 50 || ratio <= 4 : ratio <= 3;
  if (!met) missed++;
  ratios[kind === "text" ? "text" : "json"].push(ratio);
  const cells = [reading.toFixed(0), speed(pair => pair.floor).toFixed(0), `${ratio.toFixed(2)}×`];
  console.log(row(name, kind, ...cells, met ? "met" : "missed", read()[0]));
}

/** Several documents of one shape in different words. */
function documentsOf(file) {
  const bytes = readFileSync(file);
  const said = new Set(
    turnsOf(sourceOf(file)).flatMap(({ text, pieces }) => pieces.map(({ from, to }) => text.slice(from, to))),
  );
  const words = sentences();
  const all = Array.from({ length: Number(values.documents) }, () => grown(bytes, size, said, words));
  return { documents: all.map(one => one.bytes), kind: all[0].kind };
}

function turnsOf(source) {
  return [...readSource(source, { unjudged: true, limits })].flatMap(read =>
    "transcript" in read ? read.transcript.turns : [],
  );
}

function warm(work) {
  for (const from = performance.now(); performance.now() - from < WARM; ) work();
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

function timed(work) {
  const from = performance.now();
  work();
  return performance.now() - from;
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
