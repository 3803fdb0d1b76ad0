import { STDIN, walk } from "../../batch/walk.js";
import { loadRules } from "../../checklist/rules.js";
import { readBytes, readText } from "../../engine/text-file.js";
import { complain, usage } from "../complain.js";
import { type Flags, inForce } from "../config/resolve.js";
import { BROKEN, type Ending } from "../exit.js";
import { isWording } from "../lint-contents.js";
import { LINT_REPORTS } from "../lint-reports.js";
import { type Linted, lintFile } from "../linting.js";
import { note, type When } from "../output.js";
import { namedReports, reportFlags } from "../report-flags.js";
import { writeReports } from "../text-reports.js";
import { matcher } from "../wording.js";

/** The list whose checks say what to say instead. */
const ADVICE = "complete";

/** Checks canned replies and scripts for wording alone. */
export async function lint(paths: readonly string[], flags: Flags): Promise<Ending> {
  const { report: _, ...others } = flags;
  const force = await inForce(others);
  const lists = force.settings.checklist.filter(name => name !== ADVICE);
  const rules = await loadRules([ADVICE, ...lists], { text: readText, bytes: readBytes });
  const reports = reportFlags(flags).report ?? ["terminal"];
  const asked = namedReports({ reports, source: "command line", inputs: paths }, LINT_REPORTS);
  const mistakes = [...force.problems, ...asked.problems, ...wrongPaths(paths), ...rules.problems];
  if (mistakes.length > 0) {
    complain(mistakes);
    return BROKEN;
  }
  const find = matcher(rules);
  const columns = (flags.column ?? []) as readonly string[];
  const linted: Linted[] = [];
  for await (const met of walk(paths)) {
    if ("problem" in met)
      linted.push({ file: met.problem.source, matches: [], entries: 0, problems: [met.problem], unused: [] });
    else if ("path" in met && (met.named || isWording(met.path)))
      linted.push(await lintFile(met.path, met.named, find, columns));
  }
  const unwritten = await writeReports(asked.named, linted, (flags.color ?? "auto") as When);
  complain(unwritten);
  const { broken, ...ended } = ending(linted, flags["warn-only"] === true);
  return { ...ended, broken: broken || unwritten.length > 0 };
}

const wrongPaths = (paths: readonly string[]) => [
  ...(paths.length === 0 ? [usage("Unexpected lack of paths, expected files, folders or globs")] : []),
  ...(paths.includes(STDIN)
    ? [usage("Unexpected standard input, expected files with an extension that tells what they are")]
    : []),
];

function ending(linted: readonly Linted[], warnOnly: boolean): Ending {
  const problems = linted.flatMap(one => one.problems);
  if (linted.length === 0)
    note("attune: nothing to look through: expected .csv, .tsv, .json, .jsonl, .yaml, .md or .txt\n");
  const matches = linted.flatMap(one => one.matches).filter(({ accepted }) => accepted === undefined).length;
  const below = matches + linted.flatMap(one => one.unused).length;
  return { below: warnOnly ? 0 : below, broken: linted.length === 0, problems };
}
