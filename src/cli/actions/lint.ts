import { STDIN, walk } from "../../batch/walk.js";
import { loadRules } from "../../checklist/rules.js";
import { readBytes, readText } from "../../engine/text-file.js";
import { complain, usage } from "../complain.js";
import { type Flags, inForce } from "../config/resolve.js";
import { BROKEN, type Ending } from "../exit.js";
import { LINT_FORMATS, type LintFormat, lintReport } from "../lint-reports.js";
import { type Linted, lintFile } from "../linting.js";
import { note, print, stdoutPage, type When } from "../output.js";
import { unexpectedName } from "../unexpected.js";
import { matcher } from "../wording.js";

/** The list whose checks say what to say instead. */
const ADVICE = "complete";
const KINDS = /\.(?:csv|tsv|md|markdown|txt|text)$/i;

/** Checks canned replies and scripts for wording alone. */
export async function lint(paths: readonly string[], flags: Flags): Promise<Ending> {
  const force = await inForce(flags);
  const format = LINT_FORMATS.find(name => name === (flags.format ?? "terminal"));
  const rules = await loadRules([ADVICE], { text: readText, bytes: readBytes });
  const mistakes = [
    ...force.problems,
    ...(format === undefined ? [usage(unexpectedName("format", String(flags.format), LINT_FORMATS))] : []),
    ...(paths.length === 0 ? [usage("Unexpected lack of paths, expected files, folders or globs")] : []),
    ...(paths.includes(STDIN)
      ? [usage("Unexpected standard input, expected files with an extension that tells what they are")]
      : []),
    ...rules.problems,
  ];
  if (mistakes.length > 0) {
    complain(mistakes);
    return BROKEN;
  }
  const find = matcher(rules.lexicon, rules.checklists);
  const columns = (flags.column ?? []) as readonly string[];
  const linted: Linted[] = [];
  for await (const met of walk(paths)) {
    if ("problem" in met)
      linted.push({ file: met.problem.source, matches: [], entries: 0, problems: [met.problem], unused: [] });
    else if ("path" in met && (met.named || KINDS.test(met.path)))
      linted.push(await lintFile(met.path, met.named, find, columns));
  }
  const page = { ...stdoutPage((flags.color ?? "auto") as When), mask: true, quotes: true };
  await print(lintReport(format as LintFormat, linted, page));
  return ending(linted, flags["warn-only"] === true);
}

function ending(linted: readonly Linted[], warnOnly: boolean): Ending {
  const problems = linted.flatMap(one => one.problems);
  if (linted.length === 0) note("attune: nothing to look through: expected .csv, .tsv, .md or .txt\n");
  const matches = linted.flatMap(one => one.matches).filter(({ accepted }) => accepted === undefined).length;
  const below = matches + linted.flatMap(one => one.unused).length;
  return { below: warnOnly ? 0 : below, broken: linted.length === 0, problems };
}
