import type { Facts, Signal, Transcript, Turn } from "../model/index.js";

/** Silence that conversation tolerates, ms (style.md). */
const NATURAL_PAUSE = 3_000;

/** Facts of a conversation; what the export cannot show is left out. All times in ms. */
export function factsOf(transcript: Transcript, signals: readonly Signal[]): Facts {
  const spoken = transcript.turns.filter(turn => turn.kind === "speech");
  const agent = spoken.filter(turn => turn.role === "agent" || turn.role === "supervisor");
  const customer = spoken.filter(turn => turn.role === "customer");
  const counts = {
    turns: spoken.length,
    agentTurns: agent.length,
    customerTurns: customer.length,
    words: words(spoken),
  };
  const questions = agent.reduce((sum, turn) => sum + (turn.text.match(/\?/gu)?.length ?? 0), 0);
  return {
    ...counts,
    ...share(agent, customer),
    questions,
    ...profile(agent),
    ...timed(transcript, spoken, agent, signals),
  };
}

const words = (turns: readonly Turn[]): number =>
  turns.reduce((sum, turn) => sum + (turn.text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)?.length ?? 0), 0);

const duration = (turns: readonly Turn[]): number | undefined =>
  turns.every(turn => turn.start !== undefined && turn.end !== undefined)
    ? turns.reduce((sum, turn) => sum + (turn.end as number) - (turn.start as number), 0)
    : undefined;

/** Agent's share of the talk: of speaking time where all turns have it, else of words. */
function share(agent: readonly Turn[], customer: readonly Turn[]): Pick<Facts, "talkShare" | "talkShareBy"> {
  const [a, c] = [duration(agent), duration(customer)];
  const byTime = a !== undefined && c !== undefined && a + c > 0;
  const [mine, theirs] = byTime ? [a, c] : [words(agent), words(customer)];
  if (mine + theirs === 0) return {};
  return {
    talkShare: Math.round((1000 * mine) / (mine + theirs)) / 1000,
    talkShareBy: byTime ? "time" : "words",
  };
}

/** How often the agent says "I", "we" and "you", a hundred words. */
function profile(agent: readonly Turn[]): Record<string, number> {
  const total = words(agent);
  if (!total) return {};
  const per = (pattern: RegExp): number =>
    Math.round(
      (1000 * agent.reduce((sum, turn) => sum + (turn.text.match(pattern)?.length ?? 0), 0)) / total,
    ) / 10;
  return {
    sayI: per(/\b(?:i|i['’]\w+|me|my)\b/giu),
    sayWe: per(/\b(?:we|we['’]\w+|us|our)\b/giu),
    sayYou: per(/\b(?:you|you['’]\w+|your)\b/giu),
  };
}

function timed(
  transcript: Transcript,
  spoken: readonly Turn[],
  agent: readonly Turn[],
  signals: readonly Signal[],
): Record<string, number> {
  const begun = spoken.filter(turn => turn.start !== undefined);
  if (begun.length < 2) return {};
  const facts: Record<string, number> = {};
  const first = begun[0]?.start as number;
  const last = begun.reduce((end, turn) => Math.max(end, turn.end ?? (turn.start as number)), 0);
  facts.duration = last - first;
  const gaps = responses(spoken);
  if (gaps.length) {
    facts.responseTime = median(gaps);
    facts.longestResponse = Math.max(...gaps);
  }
  if (agent.length && agent.every(turn => turn.end !== undefined && turn.start !== undefined)) {
    facts.longestMonologue = Math.max(...agent.map(turn => (turn.end as number) - (turn.start as number)));
    const minutes = (duration(agent) ?? 0) / 60_000;
    if (minutes > 0.05) facts.wordsPerMinute = Math.round(words(agent) / minutes);
  }
  if (transcript.channel === "voice" && spoken.every(turn => turn.end !== undefined))
    Object.assign(facts, silences(spoken));
  if (transcript.overlaps) {
    const met = signals.filter(
      ({ detector, value }) => value !== undefined && (detector === "overlap" || detector === "interruption"),
    );
    facts.overlaps = met.length;
    facts.overlapTime = met.reduce((sum, { value }) => sum + (value ?? 0), 0);
  }
  return facts;
}

/** Time from the end of a customer turn to the agent's next, where the agent did not speak over it. */
function responses(spoken: readonly Turn[]): readonly number[] {
  return spoken.flatMap((turn, i) => {
    const before = spoken[i - 1];
    const ended = before?.end ?? before?.start;
    if (
      before?.role !== "customer" ||
      turn.role === "customer" ||
      turn.start === undefined ||
      ended === undefined
    )
      return [];
    return turn.start >= ended && (turn.role === "agent" || turn.role === "supervisor")
      ? [turn.start - ended]
      : [];
  });
}

function silences(spoken: readonly Turn[]): Record<string, number> {
  const found: number[] = [];
  let reached = spoken[0]?.end ?? 0;
  for (const turn of spoken) {
    const silence = (turn.start as number) - reached;
    if (silence > NATURAL_PAUSE) found.push(silence);
    reached = Math.max(reached, turn.end ?? 0);
  }
  return {
    silences: found.length,
    silenceTime: found.reduce((sum, each) => sum + each, 0),
    ...(found.length && { longestSilence: Math.max(...found) }),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] as number)
    : Math.round(((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2);
}
