import { countedOf } from "../batch/counted.js";
import { folderProblems, type News } from "../batch/heard.js";
import type { Audit, Problem } from "../model/index.js";
import { terminal } from "../safety/index.js";
import type { Trace } from "./blob/trace.js";
import { complain } from "./complain.js";
import type { InForce } from "./config/resolve.js";
import type { Ending } from "./exit.js";
import { type Gating, tell } from "./gating.js";
import type { Keeper } from "./keeping.js";
import { note, outputClosed } from "./output.js";
import type { Reports, Wanted } from "./reports.js";
import type { Reviews } from "./reviews.js";
import { createTally, type Tally } from "./tally.js";

/** What the news of a run is told to. */
export interface Listeners {
  readonly reports: Reports;
  readonly wanted: readonly Wanted[];
  readonly gating: Gating;
  readonly reviews: Reviews | undefined;
  readonly keeper?: Keeper | undefined;
  /** Writes down how the run went, for a blob. */
  readonly trace?: Trace | undefined;
  /** A share of a run cannot say what is wrong with the whole. */
  readonly shard?: boolean;
  /** Takes back what was to be done on Ctrl-C: from here on everything is in its place. */
  readonly release: () => void;
}

/** The news of a run → reports, counts, gates, exit status. */
export async function carryOut(
  news: AsyncIterable<News>,
  listeners: Listeners,
  { settings }: Pick<InForce, "settings">,
): Promise<Ending> {
  const { reports, wanted, gating, reviews, keeper } = listeners;
  const tally = createTally();
  const onlyOutput = wanted.every(({ file }) => file === undefined);
  for await (const one of news) {
    await hear(one, tally, listeners);
    if (onlyOutput && outputClosed()) break;
  }
  const decision = gating.decision();
  const kept = keeper?.end();
  const totals = { ...tally.totals(), ...(decision && { decision }) };
  const unwritten = await reports.close({ problems: tally.problems, totals, trace: listeners.trace });
  listeners.release();
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

async function hear(news: News, tally: Tally, listeners: Listeners): Promise<void> {
  const { reports, gating, reviews, trace, shard } = listeners;
  const problem = (met: Problem) => {
    tally.problem(met);
    trace?.problem(met);
  };
  if ("input" in news) {
    tally.input();
    trace?.input(news.ordinal);
    reviews?.input(news.input);
  } else if ("problem" in news) problem(news.problem);
  else if ("folder" in news) {
    trace?.folder(news);
    if (!shard) folderProblems(news).forEach(tally.problem);
  } else if ("last" in news) {
    if (!shard) tally.problem(news.last);
  } else if ("texts" in news) await reports.add(news.texts, news.audits);
  else if ("counted" in news) {
    gating.count(news.counted);
    tally.audit(news.counted);
    trace?.audit();
  } else await hearAudit(news.audit, tally, listeners, problem);
}

async function hearAudit(
  judged: Audit,
  tally: Tally,
  { reports, gating, reviews, keeper, trace }: Listeners,
  problem: (met: Problem) => void,
): Promise<void> {
  const heeded = reviews?.heed(judged);
  heeded?.problems.forEach(problem);
  // What people answered belongs to the audit; what a baseline accepts is for the gate of the whole run to say.
  const own = heeded?.audit ?? judged;
  const audit = gating.pass(own);
  tally.audit(countedOf(audit));
  trace?.audit();
  keeper?.add(audit);
  await reports.audit(audit);
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
