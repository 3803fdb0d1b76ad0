import { agentOf, queueOf, teamOf } from "../model/about.js";
import type { Audit, Finding, Signal, Transcript } from "../model/index.js";
import { type Load, loadOf } from "../model/load.js";
import { saidOf } from "./boilerplate.js";

/**
 * As much of an audit as a run is counted by. Threads write the reports themselves and hand over no more than this, so
 * whoever counts something new adds here what it takes.
 */
export interface Counted extends Pick<Audit, "outcome" | "score"> {
  readonly transcript: Pick<Transcript, "source" | "agent">;
  readonly findings: readonly CountedFinding[];
  /** Score and outcome as they would be without what is accepted, where something is. */
  readonly open?: Pick<Audit, "score" | "outcome">;
  readonly team?: string;
  readonly queue?: string;
  /** Day on which it began, UTC. */
  readonly day?: string;
  /** Hostile or abusive customer turns, and the abusive among them; left out where there are none. */
  readonly load?: Load;
  /** The customer's worst turn, from 1, where one was unhappy. */
  readonly worst?: number;
  /** Sentences of empathy, apology and thanks. */
  readonly said?: readonly string[];
}

/** A finding without its words and places. */
export type CountedFinding = Pick<Finding, "check" | "title" | "verdict" | "autoFail" | "accepted">;

/** What is left of an audit to be counted. */
export function countedOf({ outcome, score, transcript, findings, signals }: Audit): Counted {
  const { source } = transcript;
  const day = dayOf(transcript);
  const agent = agentOf(transcript);
  const [team, queue] = [teamOf(transcript), queueOf(transcript)];
  const [load, worst, said] = [loadOf(signals), worstOf(signals), saidOf(transcript, signals)];
  return {
    outcome,
    score,
    transcript: { source, ...(agent !== undefined && { agent }) },
    findings: findings.map(({ check, title, verdict, autoFail, accepted }) => ({
      check,
      title,
      verdict,
      autoFail,
      ...(accepted && { accepted }),
    })),
    ...(team !== undefined && { team }),
    ...(queue !== undefined && { queue }),
    ...(day !== undefined && { day }),
    ...(load.hostile > 0 && { load }),
    ...(worst !== undefined && { worst }),
    ...(said.length > 0 && { said }),
  };
}

/** The day, UTC, on which a conversation began, as far as the export says. */
export function dayOf({ startedAt, metadata }: Transcript): string | undefined {
  const date = startedAt ?? (Object.hasOwn(metadata, "date") ? metadata.date : undefined);
  return date !== undefined && /^\d{4}-\d{2}-\d{2}(?!\d)/.test(date) ? date.slice(0, 10) : undefined;
}

const WEIGHT: ReadonlyMap<string, number> = new Map([
  ["customer-abusive", 200],
  ["customer-hostile", 100],
  ["customer-negative", 0],
]);

function worstOf(signals: readonly Signal[]): number | undefined {
  let worst: { readonly turn: number; readonly weight: number } | undefined;
  for (const { detector, value = 0, evidence } of signals) {
    const base = WEIGHT.get(detector);
    const turn = evidence[0]?.turn;
    if (base === undefined || turn === undefined) continue;
    if (!worst || base + value > worst.weight) worst = { turn, weight: base + value };
  }
  return worst && worst.turn + 1;
}
