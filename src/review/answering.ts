import type { Place, Verdict } from "../model/index.js";
import type { Item } from "./items.js";
import { nextUnanswered, toItem, unanswered } from "./moving.js";
import { inSight, type Now, rowsOf, type State } from "./state.js";
import { VERDICTS } from "./words.js";
import { type Answer, isClosed, isHidden, keyOf, type Work } from "./work.js";

/** Steps back that are kept. */
const MOST_STEPS = 500;

/** Answers the selected item; marked turns become its evidence. */
export function answer(state: State, verdict: Verdict, now: Now): State {
  const item = rowsOf(state).all[state.selected];
  if (item === undefined) return state;
  const evidence = state.marks.length > 0 ? placesOf(state) : item.answer?.evidence;
  const given: Answer = {
    verdict,
    ...(item.answer?.comment !== undefined && { comment: item.answer.comment }),
    ...(evidence && { evidence }),
    at: now.at,
  };
  const notice = `${VERDICTS[verdict].word}: ${item.title}`;
  return confirm({ ...state, marks: [] }, withAnswer(state, item, given), notice);
}

/** Takes over the machine's answer. */
export function accept(state: State, now: Now): State {
  const machine = rowsOf(state).all[state.selected]?.machine;
  return machine === undefined
    ? { ...state, notice: "No answer of the machine to accept" }
    : answer(state, machine, now);
}

/** Takes over the machine's answer, and goes on to the next that is open. */
export function acceptAndGo(state: State, now: Now): State {
  const accepted = accept(state, now);
  return accepted.work === state.work ? accepted : nextUnanswered(accepted);
}

/** Keeps a comment with the selected item, which accepts the machine's answer where none was given. */
export function comment(state: State, text: string, now: Now): State {
  const item = rowsOf(state).all[state.selected];
  const verdict = item?.answer?.verdict ?? item?.machine;
  if (item === undefined || verdict === undefined)
    return { ...state, notice: "A comment belongs to an answer: give one first" };
  const { comment: _, ...rest }: Answer = item.answer ?? { verdict, at: now.at };
  const words = text.trim();
  const given = { ...rest, at: now.at, ...(words !== "" && { comment: words }) };
  return confirm(state, withAnswer(state, item, given), words === "" ? "Comment taken away" : "Comment kept");
}

/** Marks the turn in question as evidence for the next verdict, or unmarks it. */
export function mark(state: State): State {
  const { marks, turn } = state;
  if (marks.includes(turn)) return { ...state, marks: marks.filter(one => one !== turn) };
  const notice = "Marked: the next verdict takes the marked turns as its evidence";
  return { ...state, marks: [...marks, turn], notice };
}

/** Adds what no check asked about, as a miss in the marked turns or the one in question. */
export function add(state: State, title: string, now: Now): State {
  const words = title.trim();
  if (words === "") return state;
  const added = { title: words, verdict: "fail", evidence: placesOf(state), at: now.at } as const;
  const work = { ...state.work, added: [...state.work.added, added] };
  const index = state.call.audit.findings.length + work.added.length - 1;
  const notice = "Added, as a miss; 1 or 2 make it a pass or a partial";
  const { verdict: _, item: __, ...filter } = state.filter;
  const next = inSight({ ...confirm({ ...state, marks: [] }, work, notice), pane: "findings" }, filter);
  return toItem(next, index);
}

/** Takes the person's answer back; what they added goes altogether. */
export function withdraw(state: State): State {
  const item = rowsOf(state).all[state.selected];
  if (item?.answer === undefined) return { ...state, notice: "No answer to take back" };
  const { work } = state;
  if (item.finding === undefined) {
    const at = item.index - state.call.audit.findings.length;
    const added = work.added.filter((_, i) => i !== at);
    return confirm(state, { ...work, added }, "Taken back");
  }
  const answers = new Map(work.answers);
  answers.delete(keyOf(item.finding));
  return confirm(state, { ...work, answers }, "Taken back");
}

/** Flags the call to be talked about, or takes the flag away. */
export function flag(state: State): State {
  const flagged = !state.work.flagged;
  const notice = flagged ? "Flagged for calibration" : "No more flagged";
  return confirm(state, { ...state.work, flagged }, notice);
}

/** One step back. */
export function undo(state: State): State {
  const work = state.past.at(-1);
  if (work === undefined) return { ...state, notice: "Nothing to undo" };
  const future = [state.work, ...state.future];
  return inSight({ ...state, work, past: state.past.slice(0, -1), future, notice: "Undone" });
}

/** The step taken back is taken again. */
export function redo(state: State): State {
  const [work, ...future] = state.future;
  if (work === undefined) return { ...state, notice: "Nothing to redo" };
  return inSight({ ...state, work, past: [...state.past, state.work], future, notice: "Done again" });
}

/** Finishes the call; asks once more where checks are unanswered, and shows the machine's answers where they were hidden. */
export function finish(state: State): State {
  const { call, work } = state;
  if (work.done)
    return isClosed(call, work)
      ? { ...state, notice: "Finished; its answers stay as they are" }
      : confirm(state, { ...work, done: false }, "Open again");
  const open = isHidden(call, work) ? unanswered(state) : 0;
  if (open > 0 && state.sure !== true) {
    const notice = `${open} not answered yet; press d again to finish all the same`;
    return { ...nextUnanswered(state), sure: true, notice };
  }
  const finished = confirm(state, { ...work, done: true }, "Finished");
  if (call.mode === "analyst") return finished;
  // The first opinion is kept as it was: what comes after the machine was seen is another one.
  return inSight({ ...finished, past: [], future: [], card: call.mode === "self" }, {});
}

function confirm(state: State, work: Work, notice: string): State {
  const past = [...state.past.slice(-MOST_STEPS + 1), state.work];
  const queue = { ...state.queue, left: state.queue.left + Number(state.work.done) - Number(work.done) };
  return inSight({ ...state, work, past, future: [], queue, notice });
}

function withAnswer({ call, work }: State, { index, finding }: Item, given: Answer): Work {
  if (finding !== undefined) return { ...work, answers: new Map([...work.answers, [keyOf(finding), given]]) };
  const at = index - call.audit.findings.length;
  const added = work.added.map((one, i) => {
    const { comment: _, ...rest } = one;
    return i === at ? { ...rest, ...given, evidence: given.evidence ?? one.evidence } : one;
  });
  return { ...work, added };
}

function placesOf({ marks, turn, call }: State): readonly Place[] {
  const { turns } = call.audit.transcript;
  return (marks.length > 0 ? marks : [turn])
    .toSorted((a, b) => a - b)
    .map(index => ({ turn: index, from: 0, to: turns[index]?.text.length ?? 0 }));
}
