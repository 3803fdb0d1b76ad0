import type { Turn } from "../model/index.js";

/** Turns whose answers are kept, a power of two: more than most conversations have. */
const SLOTS = 1024;

/**
 * A question about a turn that several ask: the answers for the turns asked about last are kept, one for each position
 * in a conversation, and asking again costs a look. (A weak map costs ten times that, and the collector's time besides.)
 */
export function remembering<T>(find: (turn: Turn) => T): (turn: Turn) => T {
  const turns: (Turn | undefined)[] = Array.from({ length: SLOTS });
  const answers: (T | undefined)[] = Array.from({ length: SLOTS });
  return turn => {
    const slot = turn.index & (SLOTS - 1);
    if (turns[slot] === turn) return answers[slot] as T;
    const answer = find(turn);
    turns[slot] = turn;
    answers[slot] = answer;
    return answer;
  };
}

/** The same of a turn in a talk, whose other turns count too. */
export function rememberingIn<In, T>(find: (within: In, turn: Turn) => T): (within: In, turn: Turn) => T {
  let last: In | undefined;
  let turns: (Turn | undefined)[] = [];
  let answers: T[] = [];
  return (within, turn) => {
    if (last !== within) {
      last = within;
      turns = [];
      answers = [];
    }
    if (turns[turn.index] === turn) return answers[turn.index] as T;
    const answer = find(within, turn);
    turns[turn.index] = turn;
    answers[turn.index] = answer;
    return answer;
  };
}
