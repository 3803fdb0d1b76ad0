import { agentOf, factNamed, queueOf, teamOf } from "../model/about.js";
import type { Audit, Channel, Finding, Outcome, Pin, Signal, Verdict } from "../model/index.js";
import { type Load, loadOf } from "../model/load.js";
import { groupOf, identityOf, keyOf } from "./identity.js";

/** One check's answer as it is kept: where the evidence lies, and none of the words. */
export interface RowFinding {
  readonly checklist: string;
  readonly check: string;
  readonly verdict: Verdict;
  readonly weight: number;
  readonly autoFail?: true;
  readonly accepted?: true;
  /** Turn, from, to: [from, to) in the turn's text. */
  readonly places: readonly (readonly [number, number, number])[];
  /** Moments that called for it, and how many were answered. */
  readonly called?: number;
  readonly answered?: number;
}

/** How often a detector spoke, and of whom. */
export interface RowSignal {
  readonly detector: string;
  readonly role?: string;
  readonly count: number;
}

/** One audit as it is kept: answers, figures and provenance; no words of the conversation. */
export interface Row {
  /** Day on which it was written, UTC. */
  readonly recorded: string;
  readonly group: string;
  readonly key: string;
  /** SHA-256 of the conversation. */
  readonly transcript: string;
  readonly id: string;
  /** The contact's id, where the export has another than the transcript's. */
  readonly contact?: string;
  /** The file as the user named it; left out where agents go by pseudonyms, for files are named after them. */
  readonly source?: string;
  readonly format: string;
  readonly channel: Channel;
  readonly language?: string;
  readonly agent?: string;
  /** `agent` is a pseudonym. */
  readonly alias?: true;
  readonly team?: string;
  readonly queue?: string;
  /** ISO 8601, UTC. */
  readonly started?: string;
  readonly attune: string;
  readonly checklists: readonly Pin[];
  readonly outcome: Outcome;
  readonly score: number | null;
  readonly passMark: number;
  readonly band?: string;
  readonly findings: readonly RowFinding[];
  readonly signals: readonly RowSignal[];
  /** Hostile or abusive customer turns borne, and the abusive among them. */
  readonly load: Load;
  readonly facts: Readonly<Record<string, number>>;
}

/** A row as a run makes it, before the store says when it was written. */
export type NewRow = Omit<Row, "recorded">;

/** How an audit becomes a row. */
export interface RowOptions {
  /** attune's version. */
  readonly attune: string;
  /** Masks personal data in a name. */
  readonly mask: (text: string) => string;
  /** The pseudonym of an agent, where agents go by one. */
  readonly alias?: ((name: string) => string) | undefined;
}

/** The row of an audit. */
export function rowOf(audit: Audit, { attune, mask, alias }: RowOptions): NewRow {
  const { transcript, checklists } = audit;
  const { id, source, format, channel, language, startedAt } = transcript;
  const identity = identityOf(transcript);
  const group = groupOf(identity, checklists);
  const contact = factNamed(transcript, ["contactid", "contact_id", "contact"]);
  const agent = agentOf(transcript);
  const team = teamOf(transcript);
  const queue = queueOf(transcript);
  return {
    group,
    key: keyOf(group, checklists, attune),
    transcript: identity,
    id,
    ...(contact !== undefined && contact !== id && { contact }),
    ...(!alias && { source }),
    format,
    channel,
    ...(language !== undefined && { language }),
    ...(agent !== undefined &&
      (alias ? { agent: alias(agent), alias: true as const } : { agent: mask(agent) })),
    ...(team !== undefined && { team: mask(team) }),
    ...(queue !== undefined && { queue: mask(queue) }),
    ...(startedAt !== undefined && { started: startedAt }),
    attune,
    checklists: checklists.map(({ name, version, sha256 }) => ({ name, version, sha256 })),
    ...answersOf(audit),
  };
}

function answersOf(audit: Audit) {
  const { outcome, score, passMark, band, findings, signals, facts } = audit;
  return {
    outcome,
    score,
    passMark,
    ...(band !== undefined && { band }),
    findings: findings.map(findingOf),
    signals: counted(signals),
    load: loadOf(signals),
    facts: Object.fromEntries(
      Object.entries(facts).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
    ),
  };
}

function findingOf(finding: Finding): RowFinding {
  const { checklist, check, verdict, weight, autoFail, accepted, evidence, opportunities } = finding;
  return {
    checklist,
    check,
    verdict,
    weight,
    ...(autoFail && { autoFail }),
    ...(accepted && { accepted }),
    places: evidence.map(({ turn, from, to }) => [turn, from, to] as const),
    ...(opportunities && {
      called: opportunities.length,
      answered: opportunities.filter(({ answer }) => answer !== undefined).length,
    }),
  };
}

function counted(signals: readonly Signal[]): readonly RowSignal[] {
  const counts = new Map<string, { detector: string; role?: string; count: number }>();
  for (const { detector, role } of signals) {
    const key = `${detector}\u0000${role ?? ""}`;
    const one = counts.get(key);
    if (one) one.count++;
    else counts.set(key, { detector, ...(role !== undefined && { role }), count: 1 });
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}
