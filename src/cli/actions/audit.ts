import type { Problem } from "../../model/index.js";
import { terminal } from "../../safety/index.js";
import { complain } from "../complain.js";
import { type Flags, type InForce, inForce } from "../config/resolve.js";
import { BROKEN, type Ending } from "../exit.js";
import { type Gating, gatingOf, tell } from "../gating.js";
import type { Keeper } from "../keeping.js";
import { note, outputClosed, type When } from "../output.js";
import { planOf } from "../plan.js";
import { limitFlags } from "../reading.js";
import { reportFlags } from "../report-flags.js";
import { openReports, type Reports, type Wanted, wantedReports } from "../reports.js";
import type { Reviews, Using } from "../reviews.js";
import { type Plan, run } from "../run.js";
import { abandonOnSignal } from "../signals.js";
import { createTally } from "../tally.js";

/** Reads, judges, reports, gates. */
export async function audit(paths: readonly string[], flags: Flags): Promise<Ending> {
  const force = await inForce({ ...flags, ...reportFlags(flags), ...limitFlags(flags) });
  const { settings } = force;
  const { plan, rules, problems: planned } = await planOf(paths, flags, force);
  const gating = gatingOf(force, rules.checklists);
  const { wanted, problems } = await wantedReports({
    reports: settings.report,
    source: force.sourceOf("report"),
    inputs: paths,
  });
  const mistakes = [...force.problems, ...planned, ...problems, ...gating.problems];
  if (mistakes.length > 0) {
    complain(mistakes);
    return BROKEN;
  }
  const look = {
    color: (flags.color ?? "auto") as When,
    mask: flags.mask !== false,
    quotes: settings.quotes,
  };
  const keeper =
    flags.store === undefined ? undefined : await (await import("../keeping.js")).keeperOf(flags, paths);
  if (keeper !== undefined && "problem" in keeper) {
    complain([keeper.problem]);
    return BROKEN;
  }
  const reports = openReports(wanted, look);
  if ("problem" in reports) {
    keeper?.end();
    complain([reports.problem]);
    return BROKEN;
  }
  const using = flags.reviews as Using | undefined;
  const reviews = using && (await import("../reviews.js")).createReviews(using, rules.checklists);
  return carryOut(paths, { plan, reports, wanted, gating, reviews, keeper }, force);
}

interface Run {
  readonly plan: Plan;
  readonly reports: Reports;
  readonly wanted: readonly Wanted[];
  readonly gating: Gating;
  readonly reviews: Reviews | undefined;
  readonly keeper: Keeper | undefined;
}

async function carryOut(
  paths: readonly string[],
  { plan, reports, wanted, gating, reviews, keeper }: Run,
  { settings }: InForce,
): Promise<Ending> {
  const tally = createTally();
  const onlyOutput = wanted.every(({ file }) => file === undefined);
  const release = abandonOnSignal({
    abandon() {
      reports.abandon();
      keeper?.abandon();
    },
  });

  for await (const heard of run(paths, plan)) {
    if ("input" in heard) {
      tally.input();
      reviews?.input(heard.input);
    } else if ("problem" in heard) tally.problem(heard.problem);
    else {
      const heeded = reviews?.heed(heard.audit);
      heeded?.problems.forEach(tally.problem);
      const audit = gating.pass(heeded?.audit ?? heard.audit);
      tally.audit(audit);
      keeper?.add(audit);
      await reports.audit(audit);
    }
    if (onlyOutput && outputClosed()) break;
  }
  const decision = gating.decision();
  const kept = keeper?.end();
  const totals = { ...tally.totals(), ...(decision && { decision }) };
  const unwritten = await reports.close({ problems: tally.problems, totals });
  release();
  sayProblems(tally.problems, [...unwritten, ...(kept?.problems ?? [])], wanted);
  if (kept) note(kept.said);
  for (const line of [...gating.notes, ...(reviews?.notes() ?? [])]) note(terminal`attune: ${line}\n`);

  const maxUnreadable = settings["strict-input"] ? 0 : settings["max-unreadable"];
  return {
    ...tell(decision, totals.audits, settings["remarks-status"] ?? 0),
    broken: unwritten.length > 0 || (kept?.problems.length ?? 0) > 0,
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
