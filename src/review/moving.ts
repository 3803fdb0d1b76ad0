import { verdictOf } from "./items.js";
import { type Now, nearest, positionIn, rowsOf, type State } from "./state.js";

/** Moves so many rows in the pane in question; the other pane follows. */
export function move(state: State, by: number, now: Now): State {
  return state.pane === "talk" ? moveInTalk(state, by, now) : moveInFindings(state, by);
}

/** A turn that is taller than its pane is read to its end before the next one comes. */
function moveInTalk(state: State, by: number, { tall, room }: Now): State {
  const step = Math.max(1, room - 2);
  if (by === 1 && state.scroll + room < tall)
    return { ...state, scroll: Math.min(tall - room, state.scroll + step) };
  if (by === -1 && state.scroll > 0) return { ...state, scroll: Math.max(0, state.scroll - step) };
  const at = positionIn(state.turns, state.turn);
  const to = Math.min(Math.max(0, at + by), state.turns.length - 1);
  return toTurn(state, state.turns[to] ?? state.turn);
}

/** Shows a turn, and the first finding that speaks of it; while turns are being marked the selection stays. */
export function toTurn(state: State, turn: number): State {
  const moved = { ...state, turn, scroll: 0 };
  if (state.marks.length > 0) return moved;
  const touching = (rowsOf(state).touching.get(turn) ?? []).filter(index => state.items.includes(index));
  if (touching.length === 0 || touching.includes(state.selected)) return moved;
  return { ...moved, selected: touching[0] as number };
}

function moveInFindings(state: State, by: number): State {
  const at = state.items.indexOf(state.selected);
  const to = Math.min(Math.max(0, at + by), state.items.length - 1);
  return toItem(state, state.items[to] ?? state.selected);
}

/** Shows an item, and the first turn that it speaks of. */
export function toItem(state: State, selected: number): State {
  const place = rowsOf(state).all[selected]?.places[0];
  if (place === undefined) return { ...state, selected };
  return { ...state, selected, turn: nearest(state.turns, place.turn), scroll: 0 };
}

/** First and last row of the pane. */
export function moveToEnd(state: State, end: "first" | "last"): State {
  const from = state.pane === "talk" ? state.turns : state.items;
  const to = end === "first" ? from[0] : from.at(-1);
  if (to === undefined) return state;
  return state.pane === "talk" ? toTurn(state, to) : toItem(state, to);
}

/** The next place that the selected item speaks of, round and round. */
export function nextPlace(state: State): State {
  const places = rowsOf(state).all[state.selected]?.places ?? [];
  const place = places.find(({ turn }) => turn > state.turn) ?? places[0];
  if (place === undefined) return { ...state, notice: "Nothing was heard for this check" };
  return { ...state, turn: nearest(state.turns, place.turn), scroll: 0 };
}

/** The next place where a technique was called for and missing. */
export function nextMiss(state: State, by: 1 | -1): State {
  const { misses } = rowsOf(state);
  const inSight = misses.filter(({ item }) => state.items.includes(item));
  const here = ({ turn, item }: { turn: number; item: number }): number =>
    turn - state.turn || state.items.indexOf(item) - state.items.indexOf(state.selected);
  const sorted = inSight.toSorted(
    (a, b) => a.turn - b.turn || state.items.indexOf(a.item) - state.items.indexOf(b.item),
  );
  const found = by === 1 ? sorted.find(miss => here(miss) > 0) : sorted.findLast(miss => here(miss) < 0);
  if (found === undefined) {
    const notice =
      inSight.length === 0 ? "No missed opportunity" : by === 1 ? "No later one" : "No earlier one";
    return { ...state, notice };
  }
  return { ...state, turn: nearest(state.turns, found.turn), scroll: 0, selected: found.item };
}

/** The next item without an answer of the person's, round and round. */
export function nextUnanswered(state: State): State {
  const { all } = rowsOf(state);
  const at = state.items.indexOf(state.selected);
  const round = [...state.items.slice(at + 1), ...state.items.slice(0, at + 1)];
  const found = round.find(index => all[index]?.answer === undefined);
  return found === undefined ? { ...state, notice: "All checks are answered" } : toItem(state, found);
}

/** The next turn that holds the words searched for, round and round. */
export function nextHit(state: State, by: 1 | -1): State {
  const hits = state.hits;
  if (hits.length === 0)
    return {
      ...state,
      notice: state.search === "" ? "Nothing searched for yet" : `“${state.search}” is not in here`,
    };
  const found =
    by === 1
      ? (hits.find(turn => turn > state.turn) ?? hits[0])
      : (hits.findLast(turn => turn < state.turn) ?? hits.at(-1));
  return showHit(state, found as number);
}

function showHit(state: State, turn: number): State {
  const at = state.hits.indexOf(turn) + 1;
  return { ...toTurn(state, turn), notice: `${at} of ${state.hits.length}: “${state.search}”` };
}

/** Turns in sight that hold the words, and the first of them from here on. */
export function search(state: State, words: string): State {
  const wanted = words.trim().toLowerCase();
  const { turns } = state.call.audit.transcript;
  const hits =
    wanted === ""
      ? []
      : state.turns.filter(index => {
          const turn = turns[index];
          return turn !== undefined && shownText(state, index).toLowerCase().includes(wanted);
        });
  const found = { ...state, search: words.trim(), hits };
  if (wanted === "") return found;
  const first = hits.find(turn => turn >= state.turn) ?? hits[0];
  return first === undefined ? nextHit(found, 1) : showHit(found, first);
}

/** The words of a turn as the screen shows them: what is masked cannot be searched for. */
function shownText({ call }: State, index: number): string {
  const turn = call.audit.transcript.turns[index];
  return turn === undefined
    ? ""
    : call
        .stretches(turn, [], [])
        .map(({ text }) => text)
        .join("");
}

/** Whether some item has no answer yet. */
export const unanswered = (state: State): number =>
  rowsOf(state).all.filter(item => item.finding !== undefined && item.answer === undefined).length;

/** How many items have been answered otherwise than the machine did. */
export const overruled = (state: State): number =>
  rowsOf(state).all.filter(
    item => item.machine !== undefined && item.answer !== undefined && verdictOf(item) !== item.machine,
  ).length;
