// attune's source, bundled, with the scorecard `complete` and the English phrases loaded.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "../..");
const PAGE = { width: 80, color: false, mask: false, quotes: false };

/** Bundles the source as it stands and gives what the figures need of it. */
export async function loadAttune() {
  // Two folders below the root, as src/checklist is: the scorecards are found from there.
  const outfile = join(root, "node_modules/.cache/attune-eval.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: ["bench/eval/door.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    banner: { js: `import{createRequire as __cr}from"node:module";const require=__cr(import.meta.url);` },
    logLevel: "warning",
  });
  const attune = await import(pathToFileURL(outfile).href);
  const rules = attune.loadChecklists(["complete"], path => readFileSync(path, "utf8"));
  if (rules.problems.length > 0)
    throw new Error(
      rules.problems.map(({ source, line, message }) => `${source}:${line ?? ""} ${message}`).join("\n"),
    );
  return { ...attune, lexicon: rules.lexicon, judge: attune.createAuditor(rules) };
}

/** What `attune audit --checklist complete --format json` says of a file of conversations. */
export function report(attune, path) {
  const source = { name: path, named: true, bytes: readFileSync(path) };
  const audits = [];
  for (const read of attune.readSource(source, {}))
    if ("transcript" in read)
      audits.push(JSON.parse(attune.json.audit(attune.judge(read.transcript), PAGE, 0)));
    else if (read.problem.effect !== "note")
      console.error(`${read.problem.source}:${read.problem.line ?? ""} ${read.problem.message}`);
  return { audits };
}
