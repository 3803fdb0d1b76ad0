import { createHash } from "node:crypto";

/** One conversation that may be drawn. */
export interface Candidate {
  readonly source: string;
  /** SHA-256 of the conversation: what is drawn by, so that names and order of files change nothing. */
  readonly hash: string;
  readonly id: string;
  readonly agent: string;
  /** What it is called in each dimension that is stratified by. */
  readonly strata: readonly string[];
}

/** How to draw. */
export interface Drawing {
  readonly seed: string;
  /** Conversations of each agent. */
  readonly perAgent?: number | undefined;
  /** Conversations in all. */
  readonly size?: number | undefined;
}

/** A drawn conversation, and its place in the draw. */
export interface Drawn extends Candidate {
  /** SHA-256 of seed and conversation: the lowest of a stratum are drawn. */
  readonly draw: string;
}

/** How many of an agent's conversations of one stratum there were and were drawn. */
export interface Stratum {
  readonly agent: string;
  readonly strata: readonly string[];
  readonly population: number;
  readonly drawn: number;
}

/** What was drawn and from what. */
export interface Sample {
  readonly drawn: readonly Drawn[];
  readonly strata: readonly Stratum[];
  /** Met a second time under another name; each conversation is in the draw once. */
  readonly duplicates: number;
}

/**
 * Draws fairly: every conversation of a stratum is as likely as another, whatever its name or place, and the same seed
 * draws the same. An agent's share is spread over the strata as they occur (largest remainder, ties by the lower draw).
 */
export function drawSample(candidates: readonly Candidate[], { seed, perAgent, size }: Drawing): Sample {
  const once = unique(candidates);
  const groups = groupBy(once, ({ agent }) => (perAgent === undefined ? "" : agent));
  const quotas = perAgent === undefined ? [Math.min(size ?? once.length, once.length)] : undefined;
  const drawn: Drawn[] = [];
  for (const [i, group] of groups.entries()) {
    const ranked = group
      .map(one => ({ ...one, draw: hashOf(`${seed}\u0000${one.hash}`) }))
      .sort((a, b) => (a.draw < b.draw ? -1 : 1));
    drawn.push(...spread(ranked, quotas?.[i] ?? Math.min(perAgent ?? 0, ranked.length)));
  }
  const kept = perAgent !== undefined && size !== undefined ? lowest(drawn, size) : drawn;
  return {
    drawn: [...kept].sort(byAgent),
    strata: strataOf(once, kept),
    duplicates: candidates.length - once.length,
  };
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  const once = new Map<string, Candidate>();
  for (const one of candidates) {
    const before = once.get(one.hash);
    if (!before || one.source < before.source) once.set(one.hash, one);
  }
  return [...once.values()];
}

/** Groups in the order of their keys. */
function groupBy<T>(all: readonly T[], key: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** The share of each stratum of what is drawn, and the lowest of each. */
function spread(ranked: readonly Drawn[], quota: number): readonly Drawn[] {
  const strata = groupBy(ranked, ({ strata: names }) => names.join("\u0000"));
  const exact = strata.map(group => (quota * group.length) / Math.max(1, ranked.length));
  const shares = exact.map(Math.floor);
  const left = quota - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = strata
    .map((group, i) => ({
      i,
      rest: (exact[i] as number) - (shares[i] as number),
      draw: group[0]?.draw ?? "",
    }))
    .sort((a, b) => b.rest - a.rest || (a.draw < b.draw ? -1 : 1));
  for (const { i } of byRemainder.slice(0, left)) shares[i] = (shares[i] as number) + 1;
  return strata.flatMap((group, i) => group.slice(0, shares[i]));
}

const lowest = (drawn: readonly Drawn[], size: number): readonly Drawn[] =>
  [...drawn].sort((a, b) => (a.draw < b.draw ? -1 : 1)).slice(0, size);

const byAgent = (a: Drawn, b: Drawn): number =>
  a.agent === b.agent ? (a.draw < b.draw ? -1 : 1) : a.agent < b.agent ? -1 : 1;

function strataOf(all: readonly Candidate[], drawn: readonly Drawn[]): readonly Stratum[] {
  const taken = new Set(drawn.map(({ hash }) => hash));
  return groupBy(all, ({ agent, strata }) => [agent, ...strata].join("\u0000")).map(group => {
    const { agent, strata } = group[0] as Candidate;
    return {
      agent,
      strata,
      population: group.length,
      drawn: group.filter(({ hash }) => taken.has(hash)).length,
    };
  });
}
