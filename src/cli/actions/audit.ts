import { loadRules } from "../../checklist/rules.js";
import { createAuditor } from "../../engine/audit.js";
import { readBytes, readText } from "../../engine/text-file.js";
import { type Bar, belowBar } from "../../gate/bar.js";
import type { Problem } from "../../model/index.js";
import { complain, usage } from "../complain.js";
import { type Flags, type InForce, inForce } from "../config/resolve.js";
import { BROKEN, type Ending } from "../exit.js";
import { note, outputClosed, type When } from "../output.js";
import { limitFlags, readingOf } from "../reading.js";
import { openReports, type Reports, type Wanted, wantedReports } from "../reports.js";
import { type Plan, run } from "../run.js";
import { abandonOnSignal } from "../signals.js";
import { createTally } from "../tally.js";

/** Reads, judges, reports, gates. */
export async function audit(paths: readonly string[], flags: Flags): Promise<Ending> {
  const force = await inForce({ ...flags, ...reportFlags(flags), ...limitFlags(flags) });
  const { settings } = force;
  const rules = await loadRules(settings.checklist, { text: readText, bytes: readBytes });
  const reading = await readingOf(force);
  const { wanted, problems } = await wantedReports({
    reports: settings.report,
    source: force.sourceOf("report"),
    inputs: paths,
  });
  const mistakes = [
    ...force.problems,
    ...noPaths(paths),
    ...problems,
    ...reading.problems,
    ...rules.problems,
  ];
  if (mistakes.length > 0) {
    complain(mistakes);
    return BROKEN;
  }
  const plan: Plan = {
    auditor: createAuditor(rules),
    reading: reading.reading,
    unused: reading.unused,
    stdinName: flags["stdin-name"] as string | undefined,
  };
  const look = {
    color: (flags.color ?? "auto") as When,
    mask: flags.mask !== false,
    quotes: settings.quotes,
  };
  const reports = openReports(wanted, look);
  if ("problem" in reports) {
    complain([reports.problem]);
    return BROKEN;
  }
  return carryOut(paths, plan, reports, wanted, force);
}

async function carryOut(
  paths: readonly string[],
  plan: Plan,
  reports: Reports,
  wanted: readonly Wanted[],
  { settings }: InForce,
): Promise<Ending> {
  const bar: Bar = { minScore: settings["min-score"], failOn: settings["fail-on"] };
  const tally = createTally();
  const onlyOutput = wanted.every(({ file }) => file === undefined);
  const release = abandonOnSignal(reports);
  let below = 0;

  for await (const heard of run(paths, plan)) {
    if ("input" in heard) tally.input();
    else if ("problem" in heard) tally.problem(heard.problem);
    else {
      tally.audit(heard.audit);
      if (belowBar(heard.audit, bar) !== undefined) below++;
      await reports.audit(heard.audit);
    }
    if (onlyOutput && outputClosed()) break;
  }
  const unwritten = await reports.close({ problems: tally.problems, totals: tally.totals() });
  release();
  sayProblems(tally.problems, unwritten, wanted);
  if (below > 0)
    note(`attune: ${below} of ${tally.totals().audits} audit(s) below the bar (${barText(bar)})\n`);

  const maxUnreadable = settings["strict-input"] ? 0 : settings["max-unreadable"];
  return {
    below,
    broken: unwritten.length > 0,
    problems: tally.problems,
    ...(maxUnreadable !== undefined && { maxUnreadable }),
  };
}

/** A person who reads the terminal report has the problems in it; everybody else gets them on standard error. */
function sayProblems(
  problems: readonly Problem[],
  unwritten: readonly Problem[],
  wanted: readonly Wanted[],
): void {
  const read = wanted.some(({ reporter, file }) => reporter.name === "terminal" && file === undefined);
  const serious = problems.filter(({ effect, named }) => effect === "unreadable" && named === true);
  complain([...(read ? [] : serious), ...unwritten]);
}

function barText({ minScore, failOn }: Bar): string {
  const parts = [
    minScore !== undefined && `--min-score ${minScore}`,
    failOn !== "never" && `--fail-on ${failOn}`,
  ];
  return parts.filter(part => part !== false).join(", ");
}

/** `--format` and `--output` are the short form of one `--report`. */
function reportFlags({ report, format, output }: Flags): Flags {
  if (format === undefined && output === undefined) return report === undefined ? {} : { report };
  const short = `${String(format ?? "terminal")}${output === undefined ? "" : `=${String(output)}`}`;
  return { report: [short, ...((report ?? []) as readonly string[])] };
}

function noPaths(paths: readonly string[]): readonly Problem[] {
  return paths.length > 0
    ? []
    : [usage("Unexpected lack of paths, expected files, folders, globs, or - for standard input")];
}
