import { basename, dirname, join } from "node:path";
import { chooseMoments } from "../engine/coach.js";
import { entriesOf } from "../engine/folder.js";
import { scoreFindings } from "../engine/score.js";
import type { Audit, Checklist, Finding, Problem } from "../model/index.js";
import { OWN_SECTION } from "../review/items.js";
import type { Saved } from "../review/sidecar.js";
import { answered, keyOf } from "../review/work.js";
import { baseOf, load, REVIEW, transcriptHash } from "./sidecars.js";

/** What an audit does with reviews that lie beside the transcripts. */
export type Using = "use" | "ignore" | "compare";

/** An audit as people left it, and what was wrong with their reviews. */
export interface Heeded {
  readonly audit: Audit;
  readonly problems: readonly Problem[];
}

/** Reviews met in a run. */
export interface Reviews {
  /** The file whose audits come next. */
  input(file: string): void;
  heed(audit: Audit): Heeded;
  /** What to say at the end, where people and the machine were to be compared. */
  notes(): readonly string[];
}

/** Takes reviews into account as asked; the one changed last decides where there are several. */
export function createReviews(using: Using, checklists: readonly Checklist[]): Reviews {
  const counts = { calls: 0, answers: 0, agree: 0 };
  const folders = new Map<string, readonly string[]>();
  let file = "";
  return {
    input: path => {
      file = path;
    },
    heed(audit) {
      if (using === "ignore") return { audit, problems: [] };
      const found = reviewsOf(file, audit, folders);
      const last = found.saved.toSorted((a, b) => (a.changed < b.changed ? 1 : -1))[0];
      if (last === undefined) return { audit, problems: found.problems };
      if (using === "use") return { audit: withReview(audit, last, checklists), problems: found.problems };
      counts.calls++;
      for (const saved of found.saved) compare(audit, saved, counts);
      return { audit, problems: found.problems };
    },
    notes: () =>
      using === "compare"
        ? [
            `reviews of ${counts.calls} call(s): ${counts.agree} of ${counts.answers} answers agree with the machine; attune calibrate says more`,
          ]
        : [],
  };
}

function compare({ findings }: Audit, { work }: Saved, counts: { answers: number; agree: number }): void {
  for (const finding of findings) {
    const answer = work.answers.get(keyOf(finding));
    if (answer === undefined) continue;
    counts.answers++;
    if (answer.verdict === finding.verdict) counts.agree++;
  }
}

/** Reviews of these words by analysts, finished or not, and by people who finished without the machine. */
function reviewsOf(
  file: string,
  audit: Audit,
  folders: Map<string, readonly string[]>,
): { readonly saved: readonly Saved[]; readonly problems: readonly Problem[] } {
  const base = baseOf(file, audit.transcript.source);
  const folder = dirname(base);
  const names = folders.get(folder) ?? namesIn(folder);
  folders.set(folder, names);
  const saved: Saved[] = [];
  const problems: Problem[] = [];
  for (const name of names.filter(one => one.startsWith(`${basename(base)}.`))) {
    const path = join(folder, name);
    const read = load(path);
    if ("problem" in read) problems.push(read.problem);
    else if (read.transcript.sha256 !== transcriptHash(audit)) {
      if (name === `${basename(base)}${REVIEW}`) problems.push(stale(path));
    } else if (read.mode === "analyst" || (read.mode === "blind" && read.work.done)) saved.push(read);
  }
  return { saved, problems };
}

function namesIn(folder: string): readonly string[] {
  const entries = entriesOf(folder);
  return "error" in entries ? [] : entries.map(({ name }) => name).filter(name => name.endsWith(REVIEW));
}

const stale = (source: string): Problem => ({
  source,
  code: "stale-review",
  effect: "note",
  message: "Unexpected review of other words, expected the transcript as it was reviewed; it is not used",
});

function withReview(audit: Audit, { reviewer, work }: Saved, [first]: readonly Checklist[]): Audit {
  const findings = [
    ...audit.findings.map(finding => {
      const answer = work.answers.get(keyOf(finding));
      if (answer === undefined) return finding;
      const comment = answer.comment === undefined ? "" : `: ${answer.comment}`;
      const message = `${reviewer} answered ${answer.verdict} where the machine said ${finding.verdict}${comment}`;
      const own = answered(finding, answer);
      return answer.verdict === finding.verdict ? own : { ...own, message };
    }),
    ...work.added.map(
      (added, i): Finding => ({
        check: `added-${i + 1}`,
        checklist: "review",
        title: added.title,
        section: OWN_SECTION,
        techniques: [],
        weight: 0,
        autoFail: false,
        coach: "",
        verdict: added.verdict,
        message: `Added by ${reviewer}${added.comment === undefined ? "" : `: ${added.comment}`}`,
        evidence: added.evidence,
      }),
    ),
  ];
  const { keep: _, change: __, band: ___, ...rest } = audit;
  const scored = scoreFindings(findings, audit.passMark);
  const band = first?.bands?.find(({ from }) => scored.score !== null && scored.score >= from);
  return {
    ...rest,
    ...scored,
    ...(band && { band: band.name }),
    findings,
    ...chooseMoments(audit.transcript, findings, audit.signals),
  };
}
