import type { Audit, Role, Turn } from "../model/index.js";
import { itemsOf, verdictOf } from "./items.js";
import type { State } from "./state.js";
import { isHidden } from "./work.js";
import { type Line, type Span, toWidth } from "./wrap.js";

const FEELING: ReadonlyMap<string, number> = new Map([
  ["customer-positive", 1],
  ["customer-negative", -1],
  ["customer-hostile", -2],
  ["customer-abusive", -3],
]);

/** From abusive words to content; the middle is even. */
const BARS: readonly string[] = ["▁", "▂", "▃", "▅", "▇"];
const EVEN = 3;
const LABEL = 9;

/** Where turns lie on the map, and what is drawn there; it depends on nothing that a key changes. */
interface Strip {
  /** Column of each turn. */
  readonly columns: readonly number[];
  readonly feelings: readonly (number | undefined)[];
  readonly voices: readonly ("agent" | "customer" | "both" | "other" | undefined)[];
}

const strips = new WeakMap<Audit, Map<number, Strip>>();

/** The call at a glance: the customer's feeling, who talks, and where one is. */
export function mapLines(state: State, width: number): readonly Line[] {
  const columns = Math.max(8, width - LABEL);
  const strip = stripOf(state.call.audit, columns);
  // How the customer felt is an opinion of the machine's too.
  const feeling: Line = isHidden(state.call, state.work)
    ? [{ text: "hidden until you are done", as: "faint" }]
    : feelingSpans(strip);
  return [
    toWidth([label("feeling"), ...feeling], width),
    toWidth([label("talk"), ...talkSpans(strip)], width),
    toWidth([label("here"), ...pointerSpans(state, strip, columns)], width),
  ];
}

const label = (text: string): Span => ({ text: text.padEnd(LABEL), as: "faint" });

function stripOf(audit: Audit, columns: number): Strip {
  const known = strips.get(audit) ?? new Map<number, Strip>();
  strips.set(audit, known);
  const made = known.get(columns) ?? drawStrip(audit, columns);
  // A window that is being dragged asks for every width once.
  if (known.size > 8) known.clear();
  known.set(columns, made);
  return made;
}

function drawStrip({ transcript, signals }: Audit, columns: number): Strip {
  const { turns } = transcript;
  const spans = placesOf(turns);
  const last = spans.reduce((most, [, to]) => Math.max(most, to), 1);
  const column = (at: number): number => Math.min(columns - 1, Math.floor((at / last) * columns));
  const voices: Strip["voices"][number][] = Array.from({ length: columns }, () => undefined);
  for (const turn of turns) {
    const [from, to] = spans[turn.index] as readonly [number, number];
    if (turn.kind !== "speech") continue;
    for (let at = column(from); at <= column(Math.max(from, to - 1)); at++)
      voices[at] = together(voices[at], voiceOf(turn.role));
  }
  const columnsOf = spans.map(([from]) => column(from));
  return { columns: columnsOf, voices, feelings: feelingsOf(turns, signals, columnsOf, columns) };
}

/** From where to where a turn lies: in time where all speech has a time, else in letters. */
function placesOf(turns: readonly Turn[]): readonly (readonly [number, number])[] {
  const timed = turns.every(({ kind, start }) => kind !== "speech" || start !== undefined);
  let at = 0;
  return turns.map(turn => {
    const from = timed ? (turn.start ?? at) : at;
    const to = timed ? Math.max(from, turn.end ?? from) : from + turn.text.length + 1;
    at = to;
    return [from, to] as const;
  });
}

const voiceOf = (role: Role): "agent" | "customer" | "other" =>
  role === "agent" || role === "supervisor" ? "agent" : role === "customer" ? "customer" : "other";

function together(
  before: Strip["voices"][number],
  voice: "agent" | "customer" | "other",
): NonNullable<Strip["voices"][number]> {
  if (before === undefined || before === "other" || before === voice) return voice;
  return voice === "other" ? before : "both";
}

/** The worst sign in a column counts; a feeling lasts until the customer speaks again. */
function feelingsOf(
  turns: readonly Turn[],
  signals: Audit["signals"],
  columnsOf: readonly number[],
  columns: number,
): Strip["feelings"] {
  const shown = new Map<number, number>();
  for (const { detector, evidence } of signals) {
    const level = FEELING.get(detector);
    if (level === undefined) continue;
    for (const { turn } of evidence) shown.set(turn, Math.min(level, shown.get(turn) ?? level));
  }
  const drawn: (number | undefined)[] = Array.from({ length: columns }, () => undefined);
  for (const { index, role, kind } of turns) {
    if (role !== "customer" || kind !== "speech") continue;
    const at = columnsOf[index] as number;
    const level = shown.get(index) ?? 0;
    drawn[at] = Math.min(drawn[at] ?? level, level);
  }
  let held: number | undefined;
  return drawn.map(level => {
    held = level ?? held;
    return held;
  });
}

function feelingSpans({ feelings }: Strip): readonly Span[] {
  return merged(
    feelings.map(level => {
      if (level === undefined) return { text: " " };
      const as = level > 0 ? "good" : level === 0 ? "faint" : level === -1 ? "mixed" : "poor";
      return { text: BARS[EVEN + level] as string, as };
    }),
  );
}

function talkSpans({ voices }: Strip): readonly Span[] {
  const drawn = {
    agent: { text: "▀", as: "agent" },
    customer: { text: "▄", as: "customer" },
    both: { text: "█", as: "strong" },
    other: { text: "░", as: "faint" },
  } as const;
  return merged(voices.map(voice => (voice === undefined ? { text: "·", as: "faint" } : drawn[voice])));
}

/** Misses, and the turn in question. */
function pointerSpans(state: State, { columns }: Strip, width: number): readonly Span[] {
  const cells: Span[] = Array.from({ length: width }, () => ({ text: " " }));
  const { all } = itemsOf(state.call, state.work);
  for (const item of all) {
    const verdict = verdictOf(item);
    if (verdict !== "fail" && verdict !== "partial") continue;
    for (const { turn } of item.places) {
      const at = columns[turn];
      if (at !== undefined)
        cells[at] = { text: verdict === "fail" ? "✗" : "~", as: verdict === "fail" ? "poor" : "mixed" };
    }
  }
  const here = columns[state.turn];
  if (here !== undefined) cells[here] = { text: "▲", as: "bar" };
  return merged(cells);
}

/** Neighbours of one meaning in one span: fewer things to draw. */
function merged(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && last.as === span.as) joined[joined.length - 1] = { ...last, text: last.text + span.text };
    else joined.push(span);
  }
  return joined;
}
