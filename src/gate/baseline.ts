import type { Audit, Finding, Pin, Role, Transcript } from "../model/index.js";
import { type Anchor, anchorsOf, hashOf, isMiss, wordsAt } from "./misses.js";

/** A miss that is accepted, however often it may occur. Words of the turn are kept as a hash: a file that is shared holds no conversation. */
export interface Accepted {
  readonly checklist: string;
  readonly check: string;
  /** An accepted fail covers a partial, and not the other way round. */
  readonly verdict: "fail" | "partial";
  /** Whose turn; left out for a miss that no turn shows. */
  readonly role?: Role;
  /** Hash of the turn's normalised words; of a miss that no turn shows, of the name of its file. */
  readonly words: string;
  readonly count: number;
  /** For people alone: where it was met first. */
  readonly seen: string;
}

/** What is accepted, and the scorecards by which it was. */
export interface Baseline {
  readonly checklists: readonly Pin[];
  readonly accepted: readonly Accepted[];
}

/** How the file of a conversation is called in a baseline, wherever attune is run. */
export type Naming = (source: string) => string;

/** A baseline that accepts nothing. */
export const NOTHING_ACCEPTED: Baseline = { checklists: [], accepted: [] };

/** Looks up misses in a baseline, and counts: what is accepted once is accepted once. */
export interface Matching {
  /** The audit with what is accepted marked so. */
  accept(audit: Audit): Audit;
  /** The accepted misses that were met, as often as they were. */
  met(): readonly Accepted[];
}

/** A run against a baseline. */
export function createMatching({ accepted }: Baseline, naming: Naming): Matching {
  const known = new Map(accepted.map(entry => [keyOf(entry), entry]));
  const used = new Map<string, number>();
  const left = (key: string): number => (known.get(key)?.count ?? 0) - (used.get(key) ?? 0);
  const isAccepted = (finding: Finding, transcript: Transcript): boolean => {
    if (!isMiss(finding) || finding.accepted) return false;
    const taken = new Map<string, number>();
    for (const entry of entriesOf(finding, transcript, naming)) {
      const keys = COVERS[entry.verdict].map(verdict => keyOf({ ...entry, verdict }));
      const key = keys.find(one => left(one) > (taken.get(one) ?? 0));
      if (key === undefined) return false;
      taken.set(key, (taken.get(key) ?? 0) + 1);
    }
    for (const [key, count] of taken) used.set(key, (used.get(key) ?? 0) + count);
    return true;
  };
  return {
    accept: audit => marked(audit, finding => (isAccepted(finding, audit.transcript) ? {} : undefined)),
    met: () => [...used].map(([key, count]) => ({ ...(known.get(key) as Accepted), count })),
  };
}

/** Which accepted verdicts cover one that was found. */
const COVERS = { partial: ["partial", "fail"], fail: ["fail"] } as const;

/** An audit with some findings accepted; its two moments stay those of its findings. */
export function marked(
  audit: Audit,
  accept: (finding: Finding) => { readonly because?: string } | undefined,
): Audit {
  const marks = new Map<Finding, Finding>();
  const findings = audit.findings.map(finding => {
    const why = accept(finding);
    if (why === undefined) return finding;
    const because = why.because === undefined ? {} : { acceptedBecause: why.because };
    const mark: Finding = { ...finding, accepted: true, ...because };
    marks.set(finding, mark);
    return mark;
  });
  if (marks.size === 0) return audit;
  const moment = (name: "keep" | "change") => {
    const given = audit[name];
    const mark = given && marks.get(given.finding);
    return given && mark ? { [name]: { ...given, finding: mark } } : {};
  };
  return { ...audit, findings, ...moment("keep"), ...moment("change") };
}

/** Collects the misses of a run into a baseline. */
export interface Writing {
  add(audit: Audit): void;
  baseline(): Baseline;
}

/** A baseline of everything that is missed. */
export function createWriting(naming: Naming): Writing {
  const found = new Map<string, Accepted>();
  let checklists: readonly Pin[] = [];
  return {
    add(audit) {
      checklists = audit.checklists;
      for (const finding of audit.findings.filter(isMiss))
        for (const entry of entriesOf(finding, audit.transcript, naming)) {
          const before = found.get(keyOf(entry));
          found.set(keyOf(entry), before ? { ...before, count: before.count + 1 } : entry);
        }
    },
    baseline: () => ({ checklists, accepted: [...found.values()] }),
  };
}

/** What is left of a baseline when only what was met again is kept; nothing new ever comes in. */
export function pruned({ checklists, accepted }: Baseline, met: readonly Accepted[]): Baseline {
  const counts = new Map(met.map(entry => [keyOf(entry), entry.count]));
  const kept = accepted.flatMap(entry => {
    const count = Math.min(entry.count, counts.get(keyOf(entry)) ?? 0);
    return count > 0 ? [{ ...entry, count }] : [];
  });
  return { checklists, accepted: kept };
}

function entriesOf(finding: Finding, transcript: Transcript, naming: Naming): readonly Accepted[] {
  const { checklist, check, verdict } = finding;
  return anchorsOf(finding).map(anchor => ({
    checklist,
    check,
    verdict: verdict as Accepted["verdict"],
    ...hung(anchor, transcript, naming),
    count: 1,
  }));
}

function hung(
  anchor: Anchor,
  transcript: Transcript,
  naming: Naming,
): Pick<Accepted, "role" | "words" | "seen"> {
  const turn = wordsAt(transcript, anchor);
  const file = naming(transcript.source);
  if (turn === undefined) return { words: hashOf(`conversation ${file}`), seen: file };
  return { role: turn.role, words: turn.hash, seen: `${file}, turn ${(anchor.place?.turn ?? 0) + 1}` };
}

/** What makes two misses the same: everything but how often, and where first. */
export function keyOf({ checklist, check, verdict, role, words }: Accepted): string {
  return [checklist, check, role ?? "", words, verdict].join("\0");
}
