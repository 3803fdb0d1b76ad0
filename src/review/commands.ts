import type { Role, Verdict } from "../model/index.js";
import {
  accept,
  acceptAndGo,
  add,
  answer,
  comment,
  finish,
  flag,
  mark,
  redo,
  undo,
  withdraw,
} from "./answering.js";
import { move, moveToEnd, nextHit, nextMiss, nextPlace, nextUnanswered, search } from "./moving.js";
import { inSight, type Now, type Prompt, rowsOf, type State } from "./state.js";
import { ROLES, VERDICT_KEYS, VERDICTS } from "./words.js";
import { isClosed } from "./work.js";

type Do = (state: State, now: Now) => State;

const changing =
  (act: Do): Do =>
  (state, now) =>
    isClosed(state.call, state.work)
      ? { ...state, notice: "Finished before the machine was shown; its answers stay as they are" }
      : act(state, now);

const verdict = (at: number): Do => changing((state, now) => answer(state, VERDICT_KEYS[at] as Verdict, now));

const asking =
  (asks: Prompt["asks"], text: (state: State) => string = () => ""): Do =>
  state => ({ ...state, prompt: { asks, text: text(state) } });

const leave =
  (leaving: "next" | "previous"): Do =>
  state => {
    const to = state.queue.at + (leaving === "next" ? 1 : -1);
    if (to < 0) return { ...state, notice: "This is the first one" };
    return to >= state.queue.of ? { ...state, notice: "This is the last one" } : { ...state, leaving };
  };

/** All that can be done, by name; a key names what it does. */
export const COMMANDS = {
  down: (state, now) => move(state, 1, now),
  up: (state, now) => move(state, -1, now),
  "page-down": (state, now) => move(state, Math.max(2, now.page), now),
  "page-up": (state, now) => move(state, -Math.max(2, now.page), now),
  first: state => moveToEnd(state, "first"),
  last: state => moveToEnd(state, "last"),
  "to-talk": state => ({ ...state, pane: "talk" }),
  "to-findings": state => ({ ...state, pane: "findings" }),
  "other-pane": state => ({ ...state, pane: state.pane === "talk" ? "findings" : "talk" }),
  place: nextPlace,
  "next-miss": state => nextMiss(state, 1),
  "previous-miss": state => nextMiss(state, -1),
  "next-open": nextUnanswered,
  pass: verdict(0),
  partial: verdict(1),
  fail: verdict(2),
  na: verdict(3),
  unknown: verdict(4),
  accept: changing(accept),
  "accept-go": changing(acceptAndGo),
  comment: changing(asking("comment", state => rowsOf(state).all[state.selected]?.answer?.comment ?? "")),
  mark: changing(mark),
  add: changing(asking("title")),
  withdraw: changing(withdraw),
  undo: changing(undo),
  redo: changing(redo),
  flag: flagged => flag(flagged),
  finish,
  search: asking("search"),
  "next-hit": state => nextHit(state, 1),
  "previous-hit": state => nextHit(state, -1),
  "filter-verdict": filterVerdict,
  "filter-check": filterCheck,
  "filter-speaker": filterSpeaker,
  clear: state => ({ ...inSight({ ...state, search: "", hits: [], marks: [] }, {}), notice: "All in sight" }),
  help: state => ({ ...state, help: state.help > 0 ? 0 : 1 }),
  "help-on": state => ({ ...state, help: state.help + 1 }),
  card: state => ({ ...state, card: !state.card }),
  "next-call": leave("next"),
  "previous-call": leave("previous"),
  quit: state => ({ ...state, leaving: "quit" }),
} satisfies Record<string, Do>;

/** Name of something that can be done. */
export type Command = keyof typeof COMMANDS;

/** Does one thing. What was said before is forgotten. */
export function perform(state: State, command: Command, now: Now): State {
  const { notice: _, sure, ...rest } = state;
  const act: Do = COMMANDS[command];
  return act({ ...rest, ...(sure && command === "finish" && { sure }) }, now);
}

/** What is done to the line that is being typed. */
export type Typing = { readonly put: string } | { readonly key: "back" | "clear" | "enter" | "leave" };

const LONGEST = 500;

/** Types into the line that is open; entering it does what it was opened for. */
export function type(state: State, typing: Typing, now: Now): State {
  const { prompt, notice: _, ...rest } = state;
  if (prompt === undefined) return state;
  const keep = (text: string): State => ({ ...rest, prompt: { ...prompt, text } });
  if ("put" in typing) return keep((prompt.text + typing.put).slice(0, LONGEST));
  if (typing.key === "back") return keep([...prompt.text].slice(0, -1).join(""));
  if (typing.key === "clear") return keep("");
  if (typing.key === "leave") return rest;
  if (prompt.asks === "search") return search(rest, prompt.text);
  return prompt.asks === "comment" ? comment(rest, prompt.text, now) : add(rest, prompt.text, now);
}

/** What somebody looks for first. */
const WORST_FIRST: readonly Verdict[] = ["fail", "partial", "pass", "na", "unknown"];

function filterVerdict(state: State): State {
  const { verdict: now, ...others } = state.filter;
  const next = WORST_FIRST[now === undefined ? 0 : WORST_FIRST.indexOf(now) + 1];
  const filter = next === undefined ? others : { ...others, verdict: next };
  const notice = next === undefined ? "All verdicts" : `Only ${VERDICTS[next].word}`;
  return { ...inSight(state, filter), notice };
}

function filterCheck(state: State): State {
  const { item, ...others } = state.filter;
  if (item !== undefined) return { ...inSight(state, others), notice: "All checks" };
  if (state.selected < 0) return state;
  const filter = { ...others, item: state.selected };
  return { ...inSight(state, filter), notice: "Only this check and the turns around it; o shows all again" };
}

function filterSpeaker(state: State): State {
  const present = [...new Set(state.call.audit.transcript.turns.map(({ role }) => role))];
  const { role: now, ...others } = state.filter;
  const next: Role | undefined = present[now === undefined ? 0 : present.indexOf(now) + 1];
  const filter = next === undefined ? others : { ...others, role: next };
  const notice = next === undefined ? "All speakers" : `Only ${ROLES[next].toLowerCase()}`;
  return { ...inSight(state, filter), notice };
}
