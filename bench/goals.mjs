// The goals that whole processes are held to: S1, S2, S7 and S8, and what stands beside them.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { corpus, oneCall, realCalls } from "./corpus.mjs";
import { pairs } from "./pairs.mjs";

const attune = resolve(import.meta.dirname, "../bin/attune.js");
const floor = resolve(import.meta.dirname, "parse-floor.mjs");
const NOTHING = ["-e", "0"];

/** Rows of the table, the corpus they are measured on, and where the report of S1 lies afterwards. */
export function goals({ count, runs, checklist }) {
  const input = corpus(count);
  const report = join(mkdtempSync(join(tmpdir(), "attune-bench-")), "report.jsonl");
  const audit = (...args) => [attune, "audit", "--no-config", "--no-cache", "--checklist", ...args];
  const batch = (path, ...args) => audit(checklist, "--threads", "1", path, ...args);
  const row = (goal, what, [hard, stretch], a, b, times = runs) => ({
    goal,
    what,
    hard,
    stretch,
    command: told(a),
    measure: () => pairs(a, b, times),
  });
  const lines = path => batch(path, "--format", "jsonl", "--output", report);
  const counts = list => audit(list, "--threads", "1", input.path, "--format", "summary");
  const real = realCalls();
  return {
    input,
    report,
    rows: [
      row("S1", "batch, JSONL report of all findings / JSON.parse of the bytes", [4, 2], lines(input.path), [
        floor,
        input.path,
      ]),
      row(
        "S2",
        "batch, a line a transcript / JSON.parse of the bytes",
        [2.5, 1.5],
        batch(input.path, "--format", "summary"),
        [floor, input.path],
      ),
      ...(real === undefined
        ? []
        : [row("", "as S2, real wording (SGD)", [], batch(real, "--format", "summary"), [floor, real])]),
      row("", "batch by `complete` / by `core`", [1.5, 1.25], counts("complete"), counts("core")),
      row("S7", "--version / node -e 0", [1.3, 1.15], [attune, "--version"], NOTHING, 8 * runs),
      row("", "--help / node -e 0", [], [attune, "--help"], NOTHING, 8 * runs),
      row(
        "S8",
        "one transcript, terminal report / node -e 0",
        [2, 1.25],
        audit(checklist, oneCall()),
        NOTHING,
        8 * runs,
      ),
    ],
  };
}

/** The command as somebody would write it. */
const told = args =>
  args
    .map(arg => (arg === attune ? "attune" : /[\\/]/.test(arg) ? `…/${arg.split(/[\\/]/).at(-1)}` : arg))
    .join(" ");
