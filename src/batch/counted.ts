import type { Audit, Finding, Signal, Transcript } from "../model/index.js";
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
  readonly load?: { readonly hostile: number; readonly abusive: number };
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
  const [team, queue] = [
    named(transcript, ["team"]),
    named(transcript, ["queue", "queuename", "queue_name"]),
  ];
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

/** Names that name nobody. */
const NOBODY =
  /^(?:agent|advisor|adviser|representative|operator|support|assistant|bot|speaker|channel|unknown)?[\s_:#-]*\d*$/iu;

/** The agent by the export, else the one speaker in that role who has a name. */
export function agentOf({ agent, turns }: Transcript): string | undefined {
  if (agent !== undefined && agent.trim() !== "") return agent.trim();
  let only: string | undefined;
  for (const { role, speaker } of turns) {
    if (role !== "agent" || speaker === only) continue;
    if (only !== undefined) return undefined;
    only = speaker;
  }
  return only === undefined || NOBODY.test(only.trim()) ? undefined : only.trim();
}

/** The day, UTC, on which a conversation began, as far as the export says. */
export function dayOf({ startedAt, metadata }: Transcript): string | undefined {
  const date = startedAt ?? (Object.hasOwn(metadata, "date") ? metadata.date : undefined);
  return date !== undefined && /^\d{4}-\d{2}-\d{2}(?!\d)/.test(date) ? date.slice(0, 10) : undefined;
}

function named({ metadata }: Transcript, keys: readonly string[]): string | undefined {
  for (const key of Object.keys(metadata))
    if (keys.includes(key.toLowerCase()) && metadata[key]?.trim()) return metadata[key].trim();
  return undefined;
}

/** Turns of each weight of hostility. */
function loadOf(signals: readonly Signal[]): { readonly hostile: number; readonly abusive: number } {
  const hostile = new Set<number>();
  const abusive = new Set<number>();
  for (const { detector, evidence } of signals) {
    const turn = evidence[0]?.turn;
    if (turn === undefined || (detector !== "customer-hostile" && detector !== "customer-abusive")) continue;
    hostile.add(turn);
    if (detector === "customer-abusive") abusive.add(turn);
  }
  return { hostile: hostile.size, abusive: abusive.size };
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
