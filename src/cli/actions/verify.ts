import { STDIN, walk } from "../../batch/walk.js";
import { openEach } from "../../engine/open.js";
import { type ReadOptions, readSource } from "../../engine/read.js";
import { compare, type Difference } from "../../gate/compare.js";
import type { Expectation } from "../../gate/expectation.js";
import type { Audit, Problem, Transcript } from "../../model/index.js";
import { complain, usage } from "../complain.js";
import { type Flags, type InForce, inForce } from "../config/resolve.js";
import { type Coverage, createCoverage } from "../covering.js";
import { BROKEN, type Ending } from "../exit.js";
import { expectingOf, SIDECAR, withMarkers } from "../expecting.js";
import { type Judges, judgesOf } from "../judges.js";
import { print, type When } from "../output.js";
import { limitFlags, readingOf } from "../reading.js";
import { namedReports, reportFlags } from "../report-flags.js";
import { disabled, type Script, scriptOf, unusedMarkers } from "../script.js";
import { pageFor, writeReports } from "../text-reports.js";
import { update } from "../updating.js";
import { endOf, VERIFY_REPORTS } from "../verify-reports.js";
import { type Outcome, told } from "../verifying.js";

/** Holds training content to what it says it shows. */
export async function verify(paths: readonly string[], flags: Flags): Promise<Ending> {
  const force = await inForce({ ...flags, ...limitFlags(flags) });
  const { reading, problems } = await readingOf(force);
  const none = [usage("Unexpected lack of paths, expected files, folders or globs")];
  const stdin = [usage("Unexpected standard input, expected files: expectations lie in them or beside them")];
  const { named: wanted, problems: wrong } = reportsOf(paths, flags);
  const mistakes = [
    ...force.problems,
    ...problems,
    ...wrong,
    ...(paths.length === 0 ? none : []),
    ...(paths.includes(STDIN) ? stdin : []),
  ];
  if (mistakes.length > 0) {
    complain(mistakes);
    return BROKEN;
  }
  const coverage = createCoverage();
  const color = (flags.color ?? "auto") as When;
  // Who looks on sees each file as it is done; the other reports are written when all are.
  const looksOn = wanted.some(({ entry, file }) => entry.name === "terminal" && file === undefined);
  const tell = (outcome: Outcome) =>
    looksOn ? print(told(outcome, pageFor(undefined, color), flags.verbose === true)) : undefined;
  const outcomes = await carryOut(paths, flags, { force, reading, coverage, judges: judgesOf(), tell });
  const all = { outcomes, coverage, covered: flags.coverage === true, verbose: flags.verbose === true };
  if (looksOn) await print(endOf(all));
  const others = wanted.filter(({ entry, file }) => entry.name !== "terminal" || file !== undefined);
  const unwritten = await writeReports(others, all, color);
  complain(unwritten);
  const unread = outcomes.flatMap(({ problems }) => problems.filter(({ effect }) => effect === "unreadable"));
  const failed = outcomes.filter(({ state }) => state === "differs").length;
  const nothing = outcomes.every(({ state }) => state === "silent");
  if (nothing && unread.length === 0)
    complain([
      usage("Unexpected lack of expectations, expected some in front matter, beside a file or as markers"),
    ]);
  return {
    below: failed,
    broken: nothing || unwritten.length > 0,
    problems: unread.map(problem => ({ ...problem, named: true })),
  };
}

const reportsOf = (paths: readonly string[], flags: Flags) =>
  namedReports(
    { reports: reportFlags(flags).report ?? ["terminal"], source: "command line", inputs: paths },
    VERIFY_REPORTS,
  );

interface Around {
  readonly force: InForce;
  readonly reading: ReadOptions;
  readonly coverage: Coverage;
  readonly judges: Judges;
  tell(outcome: Outcome): void | Promise<void>;
}

async function carryOut(paths: readonly string[], flags: Flags, around: Around): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const tell = async (outcome: Outcome): Promise<void> => {
    outcomes.push(outcome);
    await around.tell(outcome);
  };
  for await (const met of walk(paths)) {
    if ("folder" in met) continue;
    if ("problem" in met)
      await tell({ name: met.problem.source, state: "broken", problems: [met.problem], differences: [] });
    else if (!SIDECAR.test(met.path)) await tell(await one(met.path, met.named, flags, around));
  }
  return outcomes;
}

interface Opened {
  readonly script: Script;
  readonly transcripts: readonly Transcript[];
  readonly problems: readonly Problem[];
}

/** The conversations of a file, and what its author says about it; notes on the way are not of interest here. */
async function open(path: string, named: boolean, { reading }: Around): Promise<Opened> {
  const problems: Problem[] = [];
  const transcripts: Transcript[] = [];
  let script = scriptOf({ name: path, named, bytes: Buffer.alloc(0) });
  for await (const opened of openEach(path, named, reading.limits)) {
    if ("problem" in opened) {
      problems.push(opened.problem);
      continue;
    }
    const one = scriptOf(opened.source);
    if (transcripts.length === 0) script = one;
    for (const read of readSource(one.source, reading))
      if ("transcript" in read) transcripts.push(read.transcript);
      else if (read.problem.effect !== "note") problems.push(read.problem);
  }
  return { script, transcripts, problems };
}

async function one(path: string, named: boolean, flags: Flags, around: Around): Promise<Outcome> {
  const { script, transcripts, problems: met } = await open(path, named, around);
  const expecting = expectingOf(path, script);
  const problems = [...met, ...expecting.problems, ...script.problems];
  const ended = (state: Outcome["state"], told = problems): Outcome => ({
    name: path,
    state,
    problems: told,
    differences: [],
  });
  const expects = expecting.expectation !== undefined || script.markers.some(({ kind }) => kind === "expect");
  if (!expects && flags.update !== true)
    return expecting.problems.length > 0 ? ended("broken") : ended("silent", []);

  const [transcript, second] = transcripts;
  if (problems.length > 0 || transcript === undefined)
    return expects || named ? ended("broken") : ended("silent", []);
  if (second !== undefined) {
    const message = "Unexpected second conversation, expected one in a file with expectations";
    return ended("broken", [{ ...usage(message), source: path }]);
  }
  const judged = await around.judges(expecting.expectation?.checklist ?? around.force.settings.checklist);
  if ("problems" in judged) return ended("broken", [...judged.problems]);
  const audit = disabled(judged.judge(transcript), script);
  const expectation = withMarkers(expecting.expectation, script, transcript);
  if (flags.update === true) return update({ path, audit, expectation, expecting, script });
  return settled(path, audit, expectation as Expectation, script, around.coverage);
}

function settled(
  path: string,
  audit: Audit,
  expectation: Expectation,
  script: Script,
  coverage: Coverage,
): Outcome {
  const differences: readonly Difference[] = compare(audit, expectation);
  coverage.add(audit, expectation);
  const unused = unusedMarkers(script.source, script);
  const state = differences.length > 0 || unused.length > 0 ? "differs" : "as expected";
  return { name: path, state, problems: unused, differences, audit, expected: expectation.checks.length };
}
