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
import { print, stdoutPage, type When } from "../output.js";
import { limitFlags, readingOf } from "../reading.js";
import { disabled, type Script, scriptOf, unusedMarkers } from "../script.js";
import { update } from "../updating.js";
import { type Outcome, summaryOf, told } from "../verifying.js";

/** Holds training content to what it says it shows. */
export async function verify(paths: readonly string[], flags: Flags): Promise<Ending> {
  const force = await inForce({ ...flags, ...limitFlags(flags) });
  const { reading, problems } = await readingOf(force);
  const none = [usage("Unexpected lack of paths, expected files, folders or globs")];
  const stdin = [usage("Unexpected standard input, expected files: expectations lie in them or beside them")];
  const mistakes = [
    ...force.problems,
    ...problems,
    ...(paths.length === 0 ? none : []),
    ...(paths.includes(STDIN) ? stdin : []),
  ];
  if (mistakes.length > 0) {
    complain(mistakes);
    return BROKEN;
  }
  const coverage = createCoverage();
  const outcomes = await carryOut(paths, flags, { force, reading, coverage, judges: judgesOf() });
  await print(summaryOf(outcomes));
  if (flags.coverage === true) await print(coverage.text());
  const unread = outcomes.flatMap(({ problems }) => problems.filter(({ effect }) => effect === "unreadable"));
  const failed = outcomes.filter(({ state }) => state === "differs").length;
  const nothing = outcomes.every(({ state }) => state === "silent");
  if (nothing && unread.length === 0)
    complain([
      usage("Unexpected lack of expectations, expected some in front matter, beside a file or as markers"),
    ]);
  return { below: failed, broken: nothing, problems: unread.map(problem => ({ ...problem, named: true })) };
}

interface Around {
  readonly force: InForce;
  readonly reading: ReadOptions;
  readonly coverage: Coverage;
  readonly judges: Judges;
}

async function carryOut(paths: readonly string[], flags: Flags, around: Around): Promise<readonly Outcome[]> {
  const page = { ...stdoutPage((flags.color ?? "auto") as When), mask: true, quotes: true };
  const outcomes: Outcome[] = [];
  const tell = async (outcome: Outcome): Promise<void> => {
    outcomes.push(outcome);
    const text = told(outcome, page, flags.verbose === true);
    if (text !== "") await print(text);
  };
  for await (const met of walk(paths)) {
    if ("folder" in met) continue;
    if ("problem" in met)
      await tell({ name: met.problem.source, state: "broken", problems: [met.problem], differences: [] });
    else if (!SIDECAR.test(met.path)) await tell(await one(met.path, met.named, flags, around));
  }
  return outcomes;
}

async function one(path: string, named: boolean, flags: Flags, around: Around): Promise<Outcome> {
  const problems: Problem[] = [];
  const conversations: { readonly script: Script; readonly transcript: Transcript }[] = [];
  for await (const opened of openEach(path, named, around.reading.limits)) {
    if ("problem" in opened) {
      problems.push(opened.problem);
      continue;
    }
    const script = scriptOf(opened.source);
    for (const read of readSource(script.source, around.reading))
      if ("transcript" in read) conversations.push({ script, transcript: read.transcript });
      else if (read.problem.effect !== "note") problems.push(read.problem);
  }
  const script = conversations[0]?.script ?? scriptOf({ name: path, named, bytes: Buffer.alloc(0) });
  const expecting = expectingOf(path, script);
  problems.push(...expecting.problems, ...script.problems);
  const broken = (): Outcome => ({ name: path, state: "broken", problems, differences: [] });
  const silent = (): Outcome => ({ name: path, state: "silent", problems: [], differences: [] });
  const [first, second] = conversations;
  const expects = expecting.expectation !== undefined || script.markers.some(({ kind }) => kind === "expect");
  if (!expects && flags.update !== true) return expecting.problems.length > 0 ? broken() : silent();
  if (problems.length > 0 || first === undefined) return expects || named ? broken() : silent();
  if (second !== undefined) {
    problems.push({
      ...usage("Unexpected second conversation, expected one in a file with expectations"),
      source: path,
    });
    return broken();
  }
  const judged = await around.judges(expecting.expectation?.checklist ?? around.force.settings.checklist);
  if ("problems" in judged)
    return { name: path, state: "broken", problems: judged.problems, differences: [] };
  const audit = disabled(judged.judge(first.transcript), first.script);
  const expectation = withMarkers(expecting.expectation, script, first.transcript);
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
