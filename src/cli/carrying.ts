import { countedOf } from "../batch/counted.js";
import type { News } from "../batch/heard.js";
import type { Problem } from "../model/index.js";
import { terminal } from "../safety/index.js";
import { complain } from "./complain.js";
import type { InForce } from "./config/resolve.js";
import type { Ending } from "./exit.js";
import { type Gating, tell } from "./gating.js";
import type { Keeper } from "./keeping.js";
import { note, outputClosed } from "./output.js";
import type { Reports, Wanted } from "./reports.js";
import type { Reviews } from "./reviews.js";
import { abandonOnSignal } from "./signals.js";
import { createTally, type Tally } from "./tally.js";

/** What the news of a run is told to. */
export interface Listeners {
  readonly reports: Reports;
  readonly wanted: readonly Wanted[];
  readonly gating: Gating;
  readonly reviews: Reviews | undefined;
  readonly keeper?: Keeper | undefined;
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
  const release = abandonOnSignal({
    abandon() {
      reports.abandon();
      keeper?.abandon();
    },
  });

  for await (const one of news) {
    await hear(one, tally, listeners);
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

async function hear(
  news: News,
  tally: Tally,
  { reports, gating, reviews, keeper }: Listeners,
): Promise<void> {
  if ("input" in news) {
    tally.input();
    reviews?.input(news.input);
  } else if ("problem" in news) tally.problem(news.problem);
  else if ("texts" in news) await reports.add(news.texts, news.audits);
  else if ("counted" in news) {
    gating.count(news.counted);
    tally.audit(news.counted);
  } else {
    const heeded = reviews?.heed(news.audit);
    heeded?.problems.forEach(tally.problem);
    const audit = gating.pass(heeded?.audit ?? news.audit);
    tally.audit(countedOf(audit));
    keeper?.add(audit);
    await reports.audit(audit);
  }
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
