import { existsSync, writeFileSync } from "node:fs";
import { complain, usage } from "../complain.js";
import { KEY_NAMES, KEYS } from "../config/keys.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { print } from "../output.js";

const FILE = ".attunerc.yaml";

/** Writes a commented config; one that is there is left alone unless it is to be overwritten. */
export async function init({ force }: Flags): Promise<Ending> {
  if (existsSync(FILE) && force !== true) {
    complain([{ ...usage(`Unexpected ${FILE}, expected none here; --force overwrites it`), source: FILE }]);
    return BROKEN;
  }
  try {
    writeFileSync(FILE, commented());
  } catch (error) {
    complain([{ ...usage(`Unexpected error: ${(error as Error).message}`), source: FILE }]);
    return BROKEN;
  }
  await print(`Wrote ${FILE}: every setting with its default. \`attune config\` shows what is in force.\n`);
  return WELL;
}

function commented(): string {
  const keys = KEY_NAMES.map(key => `# ${KEYS[key].summary}.\n# ${key}: ${yaml(KEYS[key].fallback, key)}\n`);
  return `# Settings of attune for this folder and those below it. Flags win over them. Take away a # to change one.

# Another config to build on; what stands here wins over it.
# extends: ../team.attunerc.yaml

${keys.join("\n")}`;
}

const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["from", "webvtt"],
  ["agent", "[Ana, Support]"],
  ["min-score", "70"],
  ["max-fails", "5"],
  ["per-check", "{ empathy: 80% }"],
  ["baseline", "attune-baseline.json"],
  ["no-worse-than", "attune-baseline.json"],
  ["max-unreadable", "10"],
  ["name-pattern", '"{agent}_{date}_{id}"'],
  ["metadata", "calls.csv"],
  ["limits", "{ document: 256MB }"],
  [
    "formats",
    "[{ name: acme, match: '*-acme.json', turns: data.turns, speaker: who, text: said, start: at, unit: ms }]",
  ],
]);

/** The default; where that is nothing, an example. */
function yaml(fallback: unknown, key: string): string {
  const example = INSTEAD.get(key);
  if (example !== undefined) return example;
  return Array.isArray(fallback) ? `[${fallback.join(", ")}]` : String(fallback);
}
