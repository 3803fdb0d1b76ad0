// S3 and S4: what somebody would otherwise run over the same conversations. Not equal outputs: their sentiment and entities
// against a whole audit with its report; the figures say what a night costs, not who is better.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pairs } from "./pairs.mjs";

const folder = join(tmpdir(), "attune-bench", "peers");
const attune = resolve(import.meta.dirname, "../bin/attune.js");
/** Pinned, so that figures of two days can be compared. */
const PACKAGES = [
  "wink-nlp@2.4.0",
  "wink-eng-lite-web-model@1.8.1",
  "natural@8.1.1",
  "vader-sentiment@1.1.3",
];

/** Rows for each peer; one that is not installed says so. */
export function peerGoals({ peers, runs, checklist }, corpusPath) {
  if (peers) fetch();
  const ours = [
    attune,
    "audit",
    "--no-config",
    "--no-cache",
    "--checklist",
    checklist,
    "--threads",
    "1",
    corpusPath,
    "--format",
    "summary",
  ];
  const row = (goal, what, hard, stretch, peer, needs) => ({
    goal,
    what,
    hard,
    stretch,
    more: true,
    command: `bench/peers/${peer}.mjs`,
    measure: () =>
      existsSync(join(folder, "node_modules", needs))
        ? pairs(
            [resolve(import.meta.dirname, "peers", `${peer}.mjs`), corpusPath, folder],
            ours,
            Math.min(3, runs),
          )
        : { absent: "absent (--peers)" },
  });
  return [
    row("S3", "wink-nlp, 1,000 entities and sentiment / attune, all checks", 15, 25, "wink", "wink-nlp"),
    row("S4", "natural, stems, trie and AFINN / attune, all checks", 20, 30, "natural", "natural"),
    row("S4", "vader-sentiment / attune, all checks", 15, 20, "vader", "vader-sentiment"),
  ];
}

function fetch() {
  mkdirSync(folder, { recursive: true });
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(
    npm,
    ["install", "--prefix", folder, "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", ...PACKAGES],
    {
      stdio: "inherit",
      shell: process.platform === "win32",
    },
  );
  if (status !== 0) throw new Error("Unexpected end of npm install, expected the peers to be fetched");
}
