import type { Role, Verdict } from "../model/index.js";
import { type Items, itemsOf, verdictOf } from "./items.js";
import type { Call, Work } from "./work.js";

/** Which part of the screen the keys move in. */
export type Pane = "talk" | "findings";

/** What is left out of sight. */
export interface Filter {
  readonly verdict?: Verdict;
  /** Index of the one item that is looked at. */
  readonly item?: number;
  readonly role?: Role;
}

/** A line that is being typed. */
export interface Prompt {
  readonly asks: "search" | "comment" | "title";
  readonly text: string;
}

/** Where a call stands among those to review. */
export interface Queue {
  /** 0-based. */
  readonly at: number;
  readonly of: number;
  /** Calls not yet done. */
  readonly left: number;
}

/** Everything the screen shows; all of it but `work` is forgotten on quitting. */
export interface State {
  readonly call: Call;
  readonly queue: Queue;
  readonly work: Work;
  readonly past: readonly Work[];
  readonly future: readonly Work[];
  readonly pane: Pane;
  /** Index of the turn in question. */
  readonly turn: number;
  /** Lines of that turn scrolled away, where it is taller than the pane. */
  readonly scroll: number;
  /** Index of the item in question. */
  readonly selected: number;
  /** Turns and items in sight, ascending. */
  readonly turns: readonly number[];
  readonly items: readonly number[];
  readonly filter: Filter;
  /** Turns marked as evidence for the next verdict, in the order of marking. */
  readonly marks: readonly number[];
  readonly search: string;
  readonly hits: readonly number[];
  readonly prompt?: Prompt;
  /** Page of the help that is up; 0 is none. */
  readonly help: number;
  /** The coaching card is up, as it is once after a self-review. */
  readonly card: boolean;
  /** Said in one line until the next key. */
  readonly notice?: string;
  /** Finishing was asked for although checks are unanswered. */
  readonly sure?: boolean;
  readonly leaving?: "next" | "previous" | "quit";
}

/** What the reducer must be told of the moment and the screen. */
export interface Now {
  /** ISO 8601. */
  readonly at: string;
  /** Turns or items that fit on a page. */
  readonly page: number;
  /** Lines of the turn in question, and of its pane. */
  readonly tall: number;
  readonly room: number;
}

/** A call as it is opened, or opened again. */
export function begin(call: Call, queue: Queue, work: Work): State {
  const turns = call.audit.transcript.turns.map(({ index }) => index);
  const { all } = itemsOf(call, work);
  const state: State = {
    call,
    queue,
    work,
    past: [],
    future: [],
    pane: "findings",
    turn: 0,
    scroll: 0,
    selected: 0,
    turns,
    items: inSections(all),
    filter: {},
    marks: [],
    search: "",
    hits: [],
    help: 0,
    card: false,
  };
  const first = state.items[0] ?? 0;
  return { ...state, selected: first, turn: all[first]?.places[0]?.turn ?? 0 };
}

/** The rows as they stand. */
export const rowsOf = ({ call, work }: Pick<State, "call" | "work">): Items => itemsOf(call, work);

/** Indexes in the order in which sections first occur, so that each section stands together. */
function inSections(all: Items["all"]): readonly number[] {
  const sections = new Map<string, number[]>();
  for (const { section, index } of all) {
    const list = sections.get(section);
    if (list) list.push(index);
    else sections.set(section, [index]);
  }
  return [...sections.values()].flat();
}

/** The state with what is in sight worked out anew; selection moves only where it would be out of sight. */
export function inSight(state: State, filter: Filter = state.filter): State {
  const { all } = rowsOf(state);
  const items = inSections(all).filter(
    index =>
      (filter.item === undefined || filter.item === index) &&
      (filter.verdict === undefined || verdictOf(all[index]!) === filter.verdict),
  );
  const turns = filter === state.filter ? state.turns : turnsInSight(state, filter);
  const selected = items.includes(state.selected) ? state.selected : (items[0] ?? -1);
  // What is selected instead of what went out of sight takes the conversation along.
  const place = selected === state.selected ? undefined : all[selected]?.places[0];
  return { ...state, filter, items, turns, selected, turn: nearest(turns, place?.turn ?? state.turn) };
}

/** Turns looked at around those that an item speaks of. */
const AROUND = 1;

function turnsInSight(state: State, { role, item }: Filter): readonly number[] {
  const { turns } = state.call.audit.transcript;
  const places = item === undefined ? undefined : rowsOf(state).all[item]?.places;
  const near = places && new Set(places.flatMap(({ turn }) => [turn - AROUND, turn, turn + AROUND]));
  const some = turns
    .filter(
      turn => (role === undefined || turn.role === role) && (near === undefined || near.has(turn.index)),
    )
    .map(({ index }) => index);
  return some.length > 0
    ? some
    : turns.filter(turn => role === undefined || turn.role === role).map(({ index }) => index);
}

/** Position of the first number that is not smaller. */
export function positionIn(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The wanted turn, or the one in sight that comes next. */
export function nearest(turns: readonly number[], wanted: number): number {
  const at = Math.min(positionIn(turns, wanted), turns.length - 1);
  return turns[at] ?? wanted;
}
