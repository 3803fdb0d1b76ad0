import type { News } from "../../batch/heard.js";
import type { Checklist, Problem } from "../../model/index.js";
import { type Blob, openBlob } from "../blob/file.js";
import { mismatches, newsOfBlobs } from "../blob/merging.js";
import { createTrace, type Terms } from "../blob/trace.js";
import { carryOut } from "../carrying.js";
import { complain, usage } from "../complain.js";
import { type Flags, type InForce, inForce } from "../config/resolve.js";
import { BROKEN, type Ending } from "../exit.js";
import { gatingOf } from "../gating.js";
import { breath } from "../in-time.js";
import { reportFlags } from "../report-flags.js";
import { openReports, wantedReports } from "../reports.js";
import { type Abandoned, abandonOnSignal } from "../signals.js";
import { version } from "../version.js";
import { lookOf } from "./audit.js";

/** Puts blobs together and goes on as if it had been one run. */
export async function merge(paths: readonly string[], flags: Flags): Promise<Ending> {
  const force = await inForce({ ...flags, ...reportFlags(flags) });
  const opened = paths.map(openBlob);
  const blobs = opened.filter((one): one is Blob => "trailer" in one);
  const unread = opened.flatMap(one => ("problem" in one ? [one.problem] : []));
  const terms = blobs[0]?.trailer.terms;
  const gating = gatingOf(force, terms ? checklistsOf(terms) : []);
  const { wanted, problems } = await wantedReports({
    reports: force.settings.report,
    source: force.sourceOf("report"),
    inputs: paths,
  });
  const apart = unread.length > 0 ? [] : mismatches(blobs, flags["missing-ok"] === true);
  const mistakes = [
    ...force.problems,
    ...unread,
    ...apart,
    ...problems,
    ...gating.problems,
    ...strange(terms),
  ];
  const held: Abandoned[] = [];
  const release = abandonOnSignal(held);
  const reports = mistakes.length > 0 ? undefined : openReports(wanted, lookAt(flags, force, terms));
  if (terms === undefined || reports === undefined || "problem" in reports) {
    release();
    complain(reports !== undefined && "problem" in reports ? [reports.problem] : mistakes);
    return BROKEN;
  }
  // What was merged can be merged again: it is whole, so it is no shard any more.
  const trace = createTrace(terms, undefined, () => undefined);
  held.push(reports);
  const listeners = { reports, wanted, gating, reviews: undefined, trace, release };
  return carryOut(each(newsOfBlobs(blobs)), listeners, force);
}

async function* each(news: Iterable<News>): AsyncGenerator<News> {
  for (const one of news) {
    yield one;
    await breath();
  }
}

/** What a blob says of its scorecards is enough for the gates. */
const checklistsOf = ({ checklists }: Terms): readonly Checklist[] =>
  checklists.map(
    ({ checks, ...pin }) => ({ ...pin, checks: checks.map(id => ({ id })) }) as unknown as Checklist,
  );

function strange(terms: Terms | undefined): readonly Problem[] {
  if (terms === undefined || terms.attune === version) return [];
  return [
    usage(
      `Unexpected blobs of attune ${terms.attune}, expected those of ${version}: merge them with the attune that wrote them`,
    ),
  ];
}

/** Blobs show no more than was put into them. */
function lookAt(flags: Flags, force: InForce, terms: Terms | undefined) {
  const look = lookOf(flags, force);
  return {
    ...look,
    mask: look.mask || terms?.mask !== false,
    quotes: look.quotes && terms?.quotes !== false,
  };
}
