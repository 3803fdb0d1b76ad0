import type { Place, Transcript, Turn } from "../model/index.js";
import { type Item, itemsOf, verdictOf } from "./items.js";
import { positionIn, type State } from "./state.js";
import type { Meaning } from "./theme.js";
import { clock, lasting, VERDICTS, who } from "./words.js";
import { type Line, type Span, steady, toWidth, wrap } from "./wrap.js";

/** Silence that conversation tolerates, ms. */
const NATURAL_PAUSE = 3_000;
/** More of one turn than this is not laid out: nobody reads it here, and a key must never wait for it. */
const LONGEST = 20_000;

/** What is to be drawn of a turn besides its words. */
export interface Marks {
  readonly strong: readonly Place[];
  readonly faint: readonly Place[];
  readonly items: readonly Item[];
  readonly marked: boolean;
  readonly current: boolean;
  readonly search: string;
}

/** The marks of a turn as the state has them. */
export function marksOf(state: State, index: number): Marks {
  const { all, touching } = itemsOf(state.call, state.work);
  const items = (touching.get(index) ?? []).map(at => all[at] as Item);
  const here = (item: Item): readonly Place[] => item.places.filter(({ turn }) => turn === index);
  return {
    strong: items.filter(item => item.index === state.selected).flatMap(here),
    faint: items.filter(item => item.index !== state.selected).flatMap(here),
    items,
    marked: state.marks.includes(index),
    current: index === state.turn,
    search: state.search,
  };
}

/** A turn → its lines: the silence before it, who and when, the words with their evidence. */
export function turnLines(state: State, index: number, width: number): readonly Line[] {
  const { transcript } = state.call.audit;
  const turn = transcript.turns[index];
  if (turn === undefined) return [];
  const marks = marksOf(state, index);
  const bar: Span = marks.current ? { text: "▌", as: "bar" } : { text: " " };
  const flag: Span = marks.marked ? { text: "◆", as: "human" } : { text: " " };
  const gap = gapBefore(transcript, turn);
  const silence = gap !== undefined && gap > NATURAL_PAUSE ? [silenceLine(gap, width)] : [];
  const head = toWidth([bar, flag, ...headOf(state, turn, marks, gap)], width);
  const words = wrap(wordsOf(state, turn, marks), width - 4);
  return [...silence, head, ...words.map(line => [bar, { text: "   " }, ...line])];
}

const silenceLine = (ms: number, width: number): Line =>
  toWidth([{ text: `       ··· ${lasting(ms)} of silence ···`, as: "faint" }], width);

function headOf({ call }: State, turn: Turn, { items }: Marks, gap: number | undefined): readonly Span[] {
  const { transcript } = call.audit;
  const time = turn.start === undefined ? `#${turn.index + 1}` : clock(turn.start);
  const over = gap !== undefined && gap < 0 ? `  ╳ over the turn before, ${lasting(-gap)}` : "";
  return [
    { text: `${time.padStart(5)}  `, as: "faint" },
    { text: steady(call.fit(who(transcript, turn.index))), as: speakerAs(turn) },
    ...(turn.kind === "speech" ? [] : [{ text: ` ${turn.kind}`, as: "faint" } as const]),
    { text: over, as: "mixed" },
    ...items.map(item => ({ text: ` ${signOf(item)}`, as: itemAs(item) })),
  ];
}

const speakerAs = ({ role }: Turn): Meaning =>
  role === "agent" || role === "supervisor" ? "agent" : role === "customer" ? "customer" : "speaker";

/** The sign of an item: its verdict, or that it is there. */
export function signOf(item: Item): string {
  const verdict = verdictOf(item);
  return verdict === undefined ? "·" : VERDICTS[verdict].sign;
}

/** The colour of an item's verdict. */
export function itemAs(item: Item): Meaning {
  const verdict = verdictOf(item);
  return verdict === "pass"
    ? "good"
    : verdict === "partial"
      ? "mixed"
      : verdict === "fail"
        ? "poor"
        : "faint";
}

function wordsOf({ call }: State, turn: Turn, { strong, faint, search }: Marks): Line {
  const short = turn.text.length > LONGEST ? { ...turn, text: turn.text.slice(0, LONGEST) } : turn;
  const within = (places: readonly Place[]): readonly Place[] =>
    places.filter(({ to }) => to <= short.text.length);
  const spans = call.stretches(short, within(strong), within(faint)).flatMap(({ text, mark }) => {
    const as: Meaning =
      mark === 2 ? "evidence" : mark === 1 ? "noted" : turn.kind === "speech" ? "plain" : "faint";
    return found({ text: steady(text), as }, search);
  });
  const more = turn.text.length - short.text.length;
  return more > 0 ? [...spans, { text: ` … and ${more} characters more`, as: "faint" }] : spans;
}

/** A stretch with the words searched for set off. */
function found(span: Span, search: string): readonly Span[] {
  const lower = span.text.toLowerCase();
  // Lower case may be longer than what it was made of; then nothing can be pointed at.
  if (search === "" || lower.length !== span.text.length) return [span];
  const wanted = search.toLowerCase();
  const parts: Span[] = [];
  let from = 0;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, from)) {
    if (at > from) parts.push({ ...span, text: span.text.slice(from, at) });
    from = at + wanted.length;
    parts.push({ text: span.text.slice(at, from), as: "hit" });
  }
  if (from < span.text.length) parts.push({ ...span, text: span.text.slice(from) });
  return parts;
}

/** Time between the turn before and this one: silence, or less than nothing where they overlap. */
export function gapBefore(
  { turns, overlaps, channel }: Transcript,
  { index, start }: Turn,
): number | undefined {
  const before = turns[index - 1]?.end;
  if (channel !== "voice" || before === undefined || start === undefined) return undefined;
  const gap = start - before;
  return gap < 0 && !overlaps ? undefined : gap;
}

/** What the conversation's pane shows. */
export interface Window {
  readonly lines: readonly Line[];
  /** Turns laid out for it, which must not grow with the transcript. */
  readonly laidOut: number;
  /** Lines of the turn in question. */
  readonly tall: number;
}

/** The turn in question stands in the upper third, and around it what fits; only that is laid out. */
export function talkWindow(state: State, width: number, height: number): Window {
  const { turns } = state;
  const at = positionIn(turns, state.turn);
  const lay = (position: number): readonly Line[] => turnLines(state, turns[position] as number, width);
  if (turns[at] !== state.turn) return { lines: [], laidOut: 0, tall: 0 };
  const own = lay(at);
  let laidOut = 1;
  let below = [...own.slice(state.scroll)];
  for (let next = at + 1; below.length < height && next < turns.length; next++, laidOut++)
    below = [...below, ...lay(next)];
  const want = Math.max(Math.floor(height / 3), height - below.length);
  let above: Line[] = [...own.slice(0, state.scroll)];
  for (let next = at - 1; above.length < want && next >= 0; next--, laidOut++)
    above = [...lay(next), ...above];
  if (state.scroll > 0) return { lines: below.slice(0, height), laidOut, tall: own.length };
  // A tall turn is seen as far as it fits, however much stands before it.
  const room = Math.max(0, Math.min(want, height - Math.min(own.length, height)));
  const start = Math.max(0, above.length - Math.max(room, height - below.length));
  return { lines: [...above.slice(start), ...below].slice(0, height), laidOut, tall: own.length };
}
