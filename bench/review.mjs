// What a key costs in a review: turns laid out, and milliseconds from key to finished frame, in a call of 2,000 turns.
// Run: node bench/review.mjs [turns]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const turns = Number(process.argv[2] ?? 2_000);
const folder = mkdtempSync(join(tmpdir(), "attune-bench-"));
const outfile = join(folder, "review.mjs");
await build({
  absWorkingDir: root,
  stdin: {
    contents: `
      export { frameOf } from "./src/review/frame.ts";
      export { perform } from "./src/review/commands.ts";
      export { begin } from "./src/review/state.ts";
      export { EMPTY } from "./src/review/work.ts";
      export { loadChecklists } from "./src/checklist/index.ts";
      export { createAuditor } from "./src/engine/audit.ts";
      export { scoreFindings } from "./src/engine/score.ts";
      export { stretchesOf } from "./src/safety/index.ts";`,
    resolveDir: root,
    loader: "ts",
  },
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  banner: {
    js: `import{createRequire as __cr}from"node:module";const require=__cr("${root}/package.json");`,
  },
  define: { "import.meta.url": JSON.stringify(pathToFileURL(join(root, "src/checklist/index.ts")).href) },
});
const { readFileSync } = await import("node:fs");
const it = await import(pathToFileURL(outfile));
rmSync(folder, { recursive: true });

const says = [
  "Good morning, how can I help?",
  "My parcel is late and I am really fed up with this, I have called three times already.",
  "I'm sorry to hear that, let me look into it for you right away.",
  "This is ridiculous. Call me on 555-0142 when you know.",
];
const transcript = {
  id: "bench",
  source: "bench.json",
  format: "turn-list",
  channel: "voice",
  overlaps: true,
  metadata: {},
  measured: [],
  turns: Array.from({ length: turns }, (_, index) => ({
    index,
    speaker: index % 2 ? "Customer" : "Agent",
    role: index % 2 ? "customer" : "agent",
    kind: "speech",
    text: says[index % says.length],
    start: index * 5_000,
    end: index * 5_000 + 5_500,
    pieces: [],
  })),
};
const audit = it.createAuditor(it.loadChecklists(["core"], path => readFileSync(path, "utf8")))(transcript);
const page = { width: 80, color: false, mask: true, quotes: true };
const call = {
  audit,
  mode: "analyst",
  reviewer: "bench",
  stretches: (turn, strong, faint) =>
    it
      .stretchesOf(transcript, turn, [...strong, ...faint], page)
      .map(({ text, marked }) => ({ text, mark: marked ? 2 : 0 })),
  fit: text => text,
  score: findings => it.scoreFindings(findings, audit.passMark),
  card: () => [],
};

for (const [columns, rows] of [
  [80, 24],
  [200, 60],
]) {
  let state = { ...it.begin(call, { at: 0, of: 1, left: 1 }, it.EMPTY), pane: "talk" };
  const times = [];
  let laidOut = 0;
  const keys = ["down", "down", "down", "page-down", "up", "next-miss", "pass", "undo", "last", "first"];
  for (let key = 0; key < 1_000; key++) {
    const before = performance.now();
    const { seen } = it.frameOf(state, columns, rows);
    state = it.perform(state, keys[key % keys.length], { ...seen, at: "" });
    laidOut = Math.max(laidOut, it.frameOf(state, columns, rows).laidOut);
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const [median, late, worst] = [500, 990, 999].map(at => times[at].toFixed(2));
  console.log(
    `${turns} turns, ${columns} × ${rows}: at most ${laidOut} turns laid out a key; median ${median} ms, 99th ${late} ms, worst ${worst} ms`,
  );
}
