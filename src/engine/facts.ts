import type { Facts, Signal, Transcript, Turn } from "../model/index.js";
import { type Said, saidIn } from "./words.js";

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
  const questions = sum(agent, "questions");
  return {
    ...counts,
    ...share(agent, customer),
    questions,
    ...profile(agent),
    ...timed(transcript, spoken, agent, signals),
    ...situations(signals),
  };
}

const sum = (turns: readonly Turn[], what: keyof Said): number =>
  turns.reduce((total, turn) => total + saidIn(turn)[what], 0);
const words = (turns: readonly Turn[]): number => sum(turns, "words");

/** What the conversation is about, as its signals say. */
function situations(signals: readonly Signal[]): Pick<Facts, string> {
  const kinds = signals.flatMap(({ detector, detail }) => (detector === "situation" ? [detail?.kind] : []));
  const named = [...new Set(kinds.filter(kind => kind !== undefined))].sort();
  return named.length ? { situation: named.join(", ") } : {};
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** When somebody spoke, utterance by utterance; undefined where any of it has no beginning or end. */
function spansOf(turns: readonly Turn[]): readonly Span[] | undefined {
  const pieces: readonly Pick<Turn, "start" | "end">[] = turns.flatMap(
    (turn): readonly Pick<Turn, "start" | "end">[] => turn.pieces,
  );
  const spans = pieces.flatMap(({ start, end }) =>
    start === undefined || end === undefined ? [] : [{ start, end }],
  );
  return spans.length === pieces.length ? spans : undefined;
}

const duration = (turns: readonly Turn[]): number | undefined =>
  spansOf(turns)?.reduce((sum, { start, end }) => sum + end - start, 0);

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
  const per = (what: keyof Said): number => Math.round((1000 * sum(agent, what)) / total) / 10;
  return { sayI: per("i"), sayWe: per("we"), sayYou: per("you") };
}

function timed(
  transcript: Transcript,
  spoken: readonly Turn[],
  agent: readonly Turn[],
  signals: readonly Signal[],
): Record<string, number> {
  const begun = spoken.filter(turn => turn.start !== undefined);
  if (begun.length === 0) return {};
  const facts: Record<string, number> = {};
  const first = begun[0]?.start as number;
  const last = begun.reduce((end, turn) => Math.max(end, turn.end ?? (turn.start as number)), 0);
  facts.duration = last - first;
  const gaps = responses(spoken);
  if (gaps.length) {
    facts.responseTime = median(gaps);
    facts.longestResponse = most(gaps);
  }
  if (agent.length && agent.every(turn => turn.end !== undefined && turn.start !== undefined)) {
    facts.longestMonologue = most(agent.map(turn => (turn.end as number) - (turn.start as number)));
    const minutes = (duration(agent) ?? 0) / 60_000;
    if (minutes > 0.05) facts.wordsPerMinute = Math.round(words(agent) / minutes);
  }
  const spans = transcript.channel === "voice" ? spansOf(spoken) : undefined;
  if (spans) Object.assign(facts, silences(spans));
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

function silences(spans: readonly Span[]): Record<string, number> {
  const found: number[] = [];
  let reached = spans[0]?.end ?? 0;
  for (const { start, end } of [...spans].sort((x, y) => x.start - y.start)) {
    if (start - reached > NATURAL_PAUSE) found.push(start - reached);
    reached = Math.max(reached, end);
  }
  const total = found.reduce((sum, each) => sum + each, 0);
  return { silences: found.length, silenceTime: total, ...(found.length && { longestSilence: most(found) }) };
}

/** The greatest of any number of values; spreading them into Math.max overflows the stack on long calls. */
const most = (values: readonly number[]): number =>
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2
    ? (sorted[middle] as number)
    : Math.round(((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2);
}
