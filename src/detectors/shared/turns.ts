import type { Hit, Place, Role, Signal, Talk, Turn } from "../../model/index.js";
import { remembering, rememberingIn, wordsIn } from "../../text/index.js";

/** Agents and supervisors are judged alike. */
export const isAgent = (turn: Turn): boolean =>
  (turn.role === "agent" || turn.role === "supervisor") && turn.kind === "speech";

/** What the customer said, to whomever. */
export const isCustomer = (turn: Turn): boolean => turn.role === "customer" && turn.kind === "speech";

/** Turns in which the agents speak. */
export const agentTurns = (talk: Talk): readonly Turn[] => sidesOf(talk).agent;

/** Turns in which the customer speaks. */
export const customerTurns = (talk: Talk): readonly Turn[] => sidesOf(talk).customer;

interface Sides {
  readonly agent: readonly Turn[];
  readonly customer: readonly Turn[];
}

const sides = new WeakMap<Talk, Sides>();

/** Every detector asks who said what: it is sorted once. */
function sidesOf(talk: Talk): Sides {
  let found = sides.get(talk);
  if (found === undefined) {
    found = { agent: talk.turns.filter(isAgent), customer: talk.turns.filter(isCustomer) };
    sides.set(talk, found);
  }
  return found;
}

/** The customer's last turns before a position, most `n` of them, newest last; found without a walk through the talk. */
export function customersBefore(talk: Talk, index: number, n: number): readonly Turn[] {
  const turns = customerTurns(talk);
  let from = 0;
  let to = turns.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((turns[middle] as Turn).index < index) from = middle + 1;
    else to = middle;
  }
  return turns.slice(Math.max(0, from - n), from);
}

/** The last turn before one of the talk that is of a kind. */
export function lastBefore(
  turns: readonly Turn[],
  index: number,
  is: (turn: Turn) => boolean,
): Turn | undefined {
  for (let i = Math.min(index, turns.length) - 1; i >= 0; i--) if (is(turns[i] as Turn)) return turns[i];
  return undefined;
}

/** The whole turn as a place. */
export const whole = (turn: Turn): Place => ({ turn: turn.index, from: 0, to: turn.text.length });

/** A hit as a place. */
export const placeOf = ({ turn, from, to }: Hit): Place => ({ turn, from, to });

/** A signal at one or more places of one speaker. */
export function signal(
  detector: string,
  role: Role,
  evidence: readonly Place[],
  more: Partial<Pick<Signal, "value" | "detail">> = {},
): Signal {
  return { detector, role, evidence, ...more };
}

/** One signal a turn: the first hit is where it stands. */
export function perTurn(
  detector: string,
  turn: Turn,
  hits: readonly Hit[],
  more: Partial<Pick<Signal, "value" | "detail">> = {},
): readonly Signal[] {
  const [first] = hits;
  return first ? [signal(detector, turn.role, [placeOf(first)], more)] : [];
}

/**
 * The customer's turns that an agent turn answers: all since the agent spoke last (listening noises aside), newest last.
 * Turns of bots and systems are passed over.
 */
export const answered: (talk: Talk, turn: Turn) => readonly Turn[] = rememberingIn(
  ({ turns }: Talk, turn: Turn) => {
    const found: Turn[] = [];
    for (let i = turn.index - 1; i >= 0; i--) {
      const before = turns[i] as Turn;
      if (isCustomer(before)) found.push(before);
      else if (isAgent(before) && found.length && wordCount(before) > 3) break;
      if (turn.index - i > 12) break;
    }
    return found.reverse();
  },
);

/** The agent's next turns after a turn, most `n` runs of them; messages sent in a row are one run. */
export function nextAgentRuns(talk: Talk, index: number, n: number): readonly Turn[] {
  const found: Turn[] = [];
  let runs = 0;
  let inRun = false;
  for (let i = index + 1; i < talk.turns.length; i++) {
    const turn = talk.turns[i] as Turn;
    if (isAgent(turn)) {
      if (!inRun) runs++;
      if (runs > n) break;
      inRun = true;
      found.push(turn);
    } else if (isCustomer(turn)) inRun = false;
  }
  return found;
}

/** Words by white space; good enough to tell a nod from a sentence. */
export const wordCount: (turn: Turn) => number = remembering(({ text }) => wordsIn(text));

/** Whether two ranges of one turn touch or overlap. */
export const overlaps = (a: Place, b: Place): boolean => a.turn === b.turn && a.from < b.to && b.from < a.to;
