import { scaleLinear, scaleUtc } from "d3-scale";
import type { Transcript, Turn } from "../../model/index.js";
import { clock } from "../shared/wording.js";

/** Width of a timeline, in its own units. */
export const WIDTH = 960;
/** Silence that conversation tolerates, ms. */
const NATURAL_PAUSE = 3_000;

/** From where to where something is drawn. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What happened between the turn before and this one. */
export interface Gap extends Stretch {
  readonly kind: "silence" | "overlap";
  readonly ms: number;
}

/** Where each turn of a conversation is drawn, and what the axis says. */
export interface Timing {
  readonly by: "time" | "words";
  /** Milliseconds, or words. */
  readonly length: number;
  /** By turn index; events and notes without a time have no place. */
  readonly places: ReadonlyMap<number, Stretch>;
  /** By the index of the turn that ends the silence or begins the overlap. */
  readonly gaps: ReadonlyMap<number, Gap>;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

/** By time where each turn says when it began, else by words. */
export function timingOf(transcript: Transcript): Timing {
  const speech = transcript.turns.filter(({ kind }) => kind === "speech");
  const timed = speech.length > 1 && speech.every(({ start }) => start !== undefined);
  const byTime = timed ? timingByTime(transcript, speech) : undefined;
  return byTime ?? timingByWords(speech);
}

const endOf = ({ start = 0, end = start }: Turn): number => Math.max(start, end);

function timingByTime(transcript: Transcript, speech: readonly Turn[]): Timing | undefined {
  const first = speech.reduce((least, { start = 0 }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const last = speech.reduce((most, turn) => Math.max(most, endOf(turn)), 0);
  if (last <= first) return undefined;
  const scale = scaleUtc().domain([first, last]).range([0, WIDTH]);
  const drawn = transcript.turns.filter(
    ({ start }) => start !== undefined && start >= first && start <= last,
  );
  const stretch = (from: number, to: number): Stretch => ({ from: scale(from), to: scale(to) });
  return {
    by: "time",
    length: last - first,
    places: new Map(drawn.map(turn => [turn.index, stretch(turn.start as number, endOf(turn))])),
    gaps: gapsOf(transcript, speech, stretch),
    // Of a few seconds the ticks lie closer than a clock tells apart.
    ticks: scale
      .ticks(8)
      .filter(at => at.getTime() % 1_000 === 0)
      .map(at => ({ at: scale(at), label: clock(at.getTime()) })),
  };
}

/** Silences in calls whose turns have both ends, overlaps where the export can show them. */
function gapsOf(
  { channel, overlaps }: Transcript,
  speech: readonly Turn[],
  stretch: (from: number, to: number) => Stretch,
): ReadonlyMap<number, Gap> {
  const gaps = new Map<number, Gap>();
  if (channel !== "voice" || speech.some(({ end }) => end === undefined)) return gaps;
  let before: Turn | undefined;
  for (const turn of speech) {
    const start = turn.start as number;
    const reached = before === undefined ? start : endOf(before);
    if (start - reached > NATURAL_PAUSE)
      gaps.set(turn.index, { kind: "silence", ms: start - reached, ...stretch(reached, start) });
    const until = Math.min(reached, endOf(turn));
    if (overlaps && until > start && before?.speaker !== turn.speaker)
      gaps.set(turn.index, { kind: "overlap", ms: until - start, ...stretch(start, until) });
    if (endOf(turn) >= reached) before = turn;
  }
  return gaps;
}

/** How many words a text has, as an eye counts them. */
export const wordsIn = ({ text }: Turn): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;

function timingByWords(speech: readonly Turn[]): Timing {
  const sizes = speech.map(turn => Math.max(1, wordsIn(turn)));
  const length = sizes.reduce((sum, size) => sum + size, 0);
  const scale = scaleLinear()
    .domain([0, Math.max(1, length)])
    .range([0, WIDTH]);
  let at = 0;
  const places = new Map<number, Stretch>();
  for (const [i, { index }] of speech.entries()) {
    const to = at + (sizes[i] as number);
    places.set(index, { from: scale(at), to: scale(to) });
    at = to;
  }
  const ticks = scale.ticks(8).map(words => ({ at: scale(words), label: String(words) }));
  return { by: "words", length, places, gaps: new Map(), ticks };
}
