import { carryOut } from "../carrying.js";
import { complain } from "../complain.js";
import { type Flags, inForce } from "../config/resolve.js";
import { BROKEN, type Ending } from "../exit.js";
import { gatingOf } from "../gating.js";
import type { When } from "../output.js";
import { planOf } from "../plan.js";
import { limitFlags } from "../reading.js";
import { reportFlags } from "../report-flags.js";
import { openReports, wantedReports } from "../reports.js";
import type { Using } from "../reviews.js";
import { newsOf } from "../threading.js";

/** Reads, judges, reports, gates. */
export async function audit(paths: readonly string[], flags: Flags): Promise<Ending> {
  const force = await inForce({ ...flags, ...reportFlags(flags), ...limitFlags(flags) });
  const { settings } = force;
  const { plan, rules, told, problems: planned } = await planOf(paths, flags, force);
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
  // What is accepted is counted, reviews lie beside the files, the store keeps what was said: whole audits, in order.
  const apart = gating.apart && reviews === undefined && keeper === undefined;
  const { threads } = settings;
  const news = newsOf(paths, { plan, threads, told: { ...told, ...(apart && { reports: reports.pages }) } });
  return carryOut(news, { reports, wanted, gating, reviews, keeper }, force);
}
