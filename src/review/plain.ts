import { comment } from "./answering.js";
import { perform } from "./commands.js";
import { type Item, itemsOf } from "./items.js";
import { toItem, unanswered } from "./moving.js";
import type { World } from "./session.js";
import type { Now, State } from "./state.js";
import { VERDICT_KEYS, VERDICTS, when, who } from "./words.js";
import { isClosed, isHidden, reviewed } from "./work.js";

/** Lines in and out, for screen readers and pipes. */
export interface Talking {
  say(line: string): void | Promise<void> | undefined;
  /** The next line, or nothing where there is no more. */
  hear(): Promise<string | undefined>;
}

const HELP = [
  "1 pass, 2 partial, 3 fail, 4 n/a, 5 unknown; words after the number are a comment (3 She was not heard out).",
  "Enter accepts the machine's answer, or leaves the check open where there is none to see.",
  "b goes back, t N shows turn N and those around it, ! flags the call, d finishes it, q quits.",
];

/** The same review as numbered questions, one call after the other. */
export async function plainReview(world: World, at: number, { say, hear }: Talking): Promise<void> {
  const first = world.open(at);
  await say(HELP.join("\n"));
  for (let state = first; ; ) {
    const left = await call(state, world, { say, hear });
    if (left.leaving === "quit" || left.queue.at + 1 >= left.queue.of) return;
    state = world.open(left.queue.at + 1);
  }
}

async function call(opened: State, world: World, { say, hear }: Talking): Promise<State> {
  let state = opened;
  const become = async (next: State): Promise<void> => {
    const problem = next.work === state.work ? undefined : world.save(next);
    state = next;
    if (problem !== undefined) await say(`Not saved: ${problem}`);
    else if (next.notice !== undefined) await say(next.notice);
  };
  await say(heading(state));
  if (isClosed(state.call, state.work)) await say(ending(state));
  for (let number = 0; number < state.items.length && !isClosed(state.call, state.work); ) {
    state = toItem(state, state.items[number] as number);
    await say(question(state, number));
    const line = await hear();
    if (line === undefined) return { ...state, leaving: "quit" };
    const step = stepOf(line.trim(), state, world.now());
    if (step.says !== undefined) await say(step.says);
    if (step.state !== undefined) await become(step.state);
    if (step.quits) return { ...state, leaving: "quit" };
    if (step.ends) break;
    number = Math.max(0, number + step.by);
  }
  if (!state.work.done && unanswered(state) === 0) await become(perform(state, "finish", nowAt(world.now())));
  await say(ending(state));
  return state;
}

interface Step {
  readonly state?: State;
  readonly says?: string;
  readonly by: number;
  readonly quits?: true;
  readonly ends?: true;
}

const nowAt = (at: string): Now => ({ at, page: 1, tall: 0, room: 1 });

function stepOf(line: string, state: State, at: string): Step {
  const now = nowAt(at);
  const [, digit, words = ""] = /^([1-5])(?:\s+(.*))?$/s.exec(line) ?? [];
  if (digit !== undefined) {
    const given = perform(state, VERDICT_KEYS[Number(digit) - 1] as "pass", now);
    return { state: words === "" ? given : comment(given, words, now), by: 1 };
  }
  const [, number] = /^t\s*(\d{1,6})$/.exec(line) ?? [];
  if (number !== undefined) return { says: around(state, Number(number) - 1), by: 0 };
  if (line === "")
    return isHidden(state.call, state.work) ? { by: 1 } : { state: perform(state, "accept", now), by: 1 };
  if (line === "b") return { by: -1 };
  if (line === "q") return { by: 0, quits: true };
  if (line === "!") return { state: perform(state, "flag", now), by: 0 };
  if (line === "d") return { state: perform({ ...state, sure: true }, "finish", now), by: 0, ends: true };
  return { says: `Unexpected answer, expected one of these:\n${HELP.join("\n")}`, by: 0 };
}

function heading({ call, queue, work }: State): string {
  const { transcript } = call.audit;
  const place = queue.of > 1 ? `Call ${queue.at + 1} of ${queue.of}, ${queue.left} left: ` : "Call: ";
  const done = work.done ? ", done already" : "";
  return `\n${place}${call.fit(transcript.source)}, ${transcript.turns.length} turns, ${call.audit.findings.length} checks${done}`;
}

function question(state: State, number: number): string {
  const { call, work, items } = state;
  const item = itemsOf(call, work).all[state.selected] as Item;
  const { finding, machine, answer, title, section } = item;
  const lines = [
    `\nQuestion ${number + 1} of ${items.length}: ${call.fit(title)}${section === "" ? "" : ` (${call.fit(section)})`}`,
    machine !== undefined && `Machine: ${VERDICTS[machine].word}. ${call.fit(finding?.message ?? "")}`,
    answer &&
      `You: ${VERDICTS[answer.verdict].word}${answer.comment === undefined ? "" : `. ${call.fit(answer.comment)}`}`,
    finding !== undefined && finding.coach !== "" && `Guide: ${call.fit(finding.coach)}`,
    ...item.places.slice(0, 3).map(({ turn }) => turnText(state, turn)),
    "Answer (1-5, Enter, b, t N, !, d, q):",
  ];
  return lines.filter(line => line).join("\n");
}

function turnText({ call }: State, index: number): string {
  const { transcript } = call.audit;
  const turn = transcript.turns[index];
  if (turn === undefined) return "";
  const words = call
    .stretches(turn, [], [])
    .map(({ text }) => text)
    .join("");
  return `Turn ${index + 1}, ${when(transcript, index)}, ${call.fit(who(transcript, index))}: ${words}`;
}

const AROUND = 2;

function around(state: State, index: number): string {
  const { turns } = state.call.audit.transcript;
  if (turns[index] === undefined) return `Unexpected turn, expected 1 to ${turns.length}`;
  return turns
    .slice(Math.max(0, index - AROUND), index + AROUND + 1)
    .map(turn => turnText(state, turn.index))
    .join("\n");
}

function ending(state: State): string {
  const { call, work } = state;
  const own = call.score(reviewed(call, work));
  const figure = (score: number | null): string => (score === null ? "none" : String(score));
  if (isHidden(call, work))
    return `${unanswered(state)} of ${call.audit.findings.length} checks not answered yet.`;
  const compared = call.mode === "analyst" ? [] : itemsOf(call, work).all.map(item => side(state, item));
  const card = call.mode === "self" ? ["", ...call.card(76)] : [];
  return [
    "",
    `Score: machine ${figure(call.audit.score)}, yours ${figure(own.score)}.`,
    ...compared,
    ...card,
  ].join("\n");
}

function side({ call }: State, { title, machine, answer }: Item): string {
  const word = (verdict: Item["machine"]): string =>
    verdict === undefined ? "no answer" : VERDICTS[verdict].word;
  return `${call.fit(title)}: machine ${word(machine)}, you ${word(answer?.verdict)}`;
}
