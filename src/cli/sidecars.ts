import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Audit, Problem } from "../model/index.js";
import { type About, fingerprintOf, readSidecar, type Saved } from "../review/sidecar.js";
import type { Mode } from "../review/work.js";

/** How the name of every review ends. */
export const REVIEW = ".review.json";

/** Who reviews, and how. */
export interface Reviewer {
  readonly reviewer: string;
  readonly mode: Mode;
}

/** Where a review is kept, and what it held. */
export interface Sidecar {
  readonly path: string;
  readonly saved?: Saved;
}

const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The hash of a conversation, by which a review knows it again. */
export const transcriptHash = ({ transcript }: Pick<Audit, "transcript">): string =>
  sha(fingerprintOf(transcript));

/** The name beside the transcript; a file of many conversations has a review for each. */
export function baseOf(file: string, source: string): string {
  const rest = source.startsWith(file) ? source.slice(file.length) : "";
  return rest === "" ? file : `${file}.${rest.replace(/[^\p{L}\p{N}_.-]+/gu, "-").replace(/^-/, "")}`;
}

/**
 * The reviewer's own sidecar. The first to review has NAME.review.json; whoever finds it taken gets
 * NAME.REVIEWER.review.json. A damaged one, or one of other words, is a problem: it is never written over.
 */
export function findSidecar(
  file: string,
  audit: Audit,
  who: Reviewer,
): Sidecar | { readonly problem: Problem } {
  const base = baseOf(file, audit.transcript.source);
  const plain = `${base}${REVIEW}`;
  const named = `${base}.${slugOf(who)}${REVIEW}`;
  for (const path of [named, plain]) {
    if (!existsSync(path)) continue;
    const saved = load(path);
    if ("problem" in saved) return saved;
    if (saved.reviewer !== who.reviewer || saved.mode !== who.mode) continue;
    return saved.transcript.sha256 === transcriptHash(audit) ? { path, saved } : { problem: changed(path) };
  }
  return { path: existsSync(plain) ? named : plain };
}

/** Two names that look alike as file names get different files. */
function slugOf({ reviewer, mode }: Reviewer): string {
  const slug = reviewer.replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, 60);
  const name = slug === reviewer ? slug : `${slug}-${sha(reviewer).slice(0, 6)}`;
  return mode === "analyst" ? name : `${name}.${mode}`;
}

/** Reads one review. */
export function load(path: string): Saved | { readonly problem: Problem } {
  try {
    const read = readSidecar(readFileSync(path, "utf8"));
    return "damaged" in read ? { problem: damaged(path, read.damaged) } : read;
  } catch (error) {
    return {
      problem: damaged(path, `Unexpected error ${(error as NodeJS.ErrnoException).code}, expected a review`),
    };
  }
}

const damaged = (source: string, message: string): Problem => ({
  source,
  code: "damaged-review",
  effect: "unreadable",
  named: true,
  message: `${message}; it is left as it is: mend it, or move it away to begin anew`,
});

const changed = (source: string): Problem => ({
  source,
  code: "stale-review",
  effect: "unreadable",
  named: true,
  message:
    "Unexpected review of other words, expected the transcript as it was reviewed; move the review away to begin anew",
});

/** What a new version of a sidecar says about itself. */
export function aboutOf(audit: Audit, who: Reviewer, saved: Saved | undefined, now: string): About {
  const { transcript, findings, checklists } = audit;
  const asked = new Set(findings.map(({ checklist, check }) => `${checklist}/${check}`));
  const others = saved
    ? [...saved.written].filter(([key]) => !asked.has(key)).map(([, record]) => record)
    : [];
  return {
    ...who,
    transcript: { id: transcript.id, source: transcript.source, sha256: transcriptHash(audit) },
    checklists,
    started: saved?.started ?? now,
    changed: now,
    others,
  };
}
