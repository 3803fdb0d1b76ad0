import { type Shard, sharded, shardOf } from "../../batch/shard.js";
import { type Met, safeKind, walk } from "../../batch/walk.js";
import type { Problem } from "../../model/index.js";
import { terminal } from "../../safety/index.js";
import type { Trace } from "../blob/trace.js";
import { carryOut } from "../carrying.js";
import { complain, usage } from "../complain.js";
import { type Flags, type InForce, inForce } from "../config/resolve.js";
import { BROKEN, type Ending } from "../exit.js";
import { type Gating, gatingOf } from "../gating.js";
import { isFollowed, note, type When } from "../output.js";
import { type Planned, planOf } from "../plan.js";
import { limitFlags } from "../reading.js";
import { reportFlags } from "../report-flags.js";
import { openReports, type Reports, type Wanted, wantedReports } from "../reports.js";
import type { Using } from "../reviews.js";
import { type Abandoned, abandonOnSignal } from "../signals.js";
import { newsOf } from "../threading.js";

/** Reads, judges, reports, gates. */
export async function audit(paths: readonly string[], flags: Flags): Promise<Ending> {
  const force = await inForce({ ...flags, ...reportFlags(flags), ...limitFlags(flags) });
  const planned = await planOf(paths, flags, force);
  const gating = gatingOf(force, planned.rules.checklists);
  const { wanted, problems } = await wantedReports({
    reports: force.settings.report,
    source: force.sourceOf("report"),
    inputs: paths,
  });
  const share = shareOf(flags, wanted, gating);
  const wrong = wrongTogether(paths, flags, planned);
  const mistakes = [
    ...force.problems,
    ...planned.problems,
    ...problems,
    ...gating.problems,
    ...share.problems,
    ...wrong,
  ];
  if (mistakes.length > 0) {
    complain(mistakes);
    return BROKEN;
  }
  const keeper =
    flags.store === undefined ? undefined : await (await import("../keeping.js")).keeperOf(flags, paths);
  const over = new AbortController();
  const held: Abandoned[] = [];
  const release = abandonOnSignal(held, flags.watch === true ? () => over.abort() : undefined);
  const reports =
    keeper !== undefined && "problem" in keeper ? keeper : openReports(wanted, lookOf(flags, force));
  if ("problem" in reports || (keeper !== undefined && "problem" in keeper)) {
    if (keeper !== undefined && "end" in keeper) keeper.end();
    release();
    complain("problem" in reports ? [reports.problem] : []);
    return BROKEN;
  }
  held.push(reports, ...(keeper ? [keeper] : []));
  const ready = { force, planned, gating, wanted, reports, keeper, shard: share.shard, over, release };
  return judgeAll(paths, flags, ready);
}

interface Ready {
  readonly force: InForce;
  readonly planned: Planned;
  readonly gating: Gating;
  readonly wanted: readonly Wanted[];
  readonly reports: Reports;
  readonly keeper: Parameters<typeof carryOut>[1]["keeper"];
  readonly shard: Shard | undefined;
  /** Ends a run that would not end of itself. */
  readonly over: AbortController;
  readonly release: () => void;
}

async function judgeAll(paths: readonly string[], flags: Flags, ready: Ready): Promise<Ending> {
  const { force, planned, gating, wanted, reports, keeper, shard, over, release } = ready;
  const { plan, rules, told } = planned;
  const using = flags.reviews as Using | undefined;
  const reviews = using && (await import("../reviews.js")).createReviews(using, rules.checklists);
  // What is accepted is counted, reviews lie beside the files, the store keeps what was said: whole audits, in order.
  const apart = gating.apart && reviews === undefined && keeper === undefined;
  const watching = flags.watch === true;
  const met = watching
    ? await landingOf(paths, flags, over.signal)
    : shard
      ? sharded(walk(paths), shard)
      : walk(paths);
  const known = { audits: 0 };
  const news = newsOf(met, {
    plan,
    paths,
    // What lands one by one needs no threads.
    threads: watching ? 1 : force.settings.threads,
    told: { ...told, ...(apart && { reports: reports.pages }) },
    known: count => {
      known.audits += count;
    },
  });
  const trace = await traceOf(flags, ready);
  const followed = isFollowed(process.env)
    ? (await import("../progress.js")).followed(news, watching ? [] : paths)
    : news;
  // A share, or a folder in which nothing has landed yet, says nothing of the whole.
  const part = shard !== undefined || watching;
  const ending = await carryOut(
    followed,
    { reports, wanted, gating, reviews, keeper, trace, shard: part, release },
    force,
  );
  if (flags.resume === true)
    note(terminal`attune: ${known.audits + (plan.auditor.known?.() ?? 0)} transcript(s) were judged in an earlier run
`);
  return ending;
}

async function landingOf(
  paths: readonly string[],
  flags: Flags,
  over: AbortSignal,
): Promise<AsyncIterable<Met>> {
  const { landing } = await import("../../batch/landing.js");
  return landing(paths, { every: everyOf(flags) * 1000, over });
}

/** Seconds for which a file must stand still to be whole; NaN where something else is written. */
function everyOf({ "watch-every": written = "2" }: Flags): number {
  const seconds = Number(written);
  return seconds > 0 && seconds <= 86_400 ? seconds : Number.NaN;
}

async function traceOf(flags: Flags, { force, planned, wanted, shard }: Ready): Promise<Trace | undefined> {
  if (!hasBlob(wanted)) return undefined;
  const [{ createTrace }, { termsOf }] = await Promise.all([
    import("../blob/trace.js"),
    import("../blob/terms.js"),
  ]);
  return createTrace(termsOf(force, planned.rules, flags.mask !== false), shard, planned.left);
}

const hasBlob = (wanted: readonly Wanted[]): boolean =>
  wanted.some(({ reporter }) => reporter.name === "blob");

/** What cannot be asked for at once. */
function wrongTogether(paths: readonly string[], flags: Flags, { plan }: Planned): readonly Problem[] {
  const wrong: string[] = [];
  if (flags.resume === true && plan.auditor.known === undefined)
    wrong.push(
      "Unexpected --resume without kept results, expected a cache (--no-cache and --no-mask keep nothing)",
    );
  if (flags.watch === true && flags.shard !== undefined)
    wrong.push(
      "Unexpected --shard with --watch, expected one of them: what lands has no place among all yet",
    );
  const other =
    flags.watch === true ? paths.find(path => path === "-" || safeKind(path) !== "folder") : undefined;
  if (other !== undefined) wrong.push(`Unexpected \`${other}\` for --watch, expected folders`);
  if (Number.isNaN(everyOf(flags)))
    wrong.push(
      `Unexpected \`${String(flags["watch-every"])}\` for --watch-every, expected seconds from above 0 to 86400`,
    );
  return wrong.map(usage);
}

/** The share of a run that was asked for, and what is wrong with asking for it so. */
function shareOf(
  { shard: written }: Flags,
  wanted: readonly Wanted[],
  { apart }: Gating,
): { readonly shard: Shard | undefined; readonly problems: readonly Problem[] } {
  const shard = typeof written === "string" ? shardOf(written) : undefined;
  const problems: Problem[] = [];
  if (written !== undefined && shard === undefined)
    problems.push(
      usage(`Unexpected \`${String(written)}\` for --shard, expected one of so many, such as 3/8`),
    );
  if (hasBlob(wanted) && !apart)
    problems.push(
      usage(
        "Unexpected baseline for a blob, expected it at attune merge: what is accepted once is accepted once in all",
      ),
    );
  return { shard, problems };
}

/** How reports are to look. */
export const lookOf = (flags: Flags, { settings }: InForce) => ({
  color: (flags.color ?? "auto") as When,
  mask: flags.mask !== false,
  quotes: settings.quotes,
});
