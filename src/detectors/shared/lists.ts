import type { Hit, Signal, Talk, Turn } from "../../model/index.js";
import { agentTurns, overlaps, perTurn } from "./turns.js";

/** Phrases of a list in one turn that no phrase of a counter-list touches. */
export function unless(talk: Talk, turn: Turn, list: string, not: string): readonly Hit[] {
  const hits = talk.in(turn.index, list);
  const against = hits.length === 0 ? hits : talk.in(turn.index, not);
  return against.length === 0 ? hits : hits.filter(hit => !against.some(other => overlaps(other, hit)));
}

/** An act that is its list: one signal for each agent turn that holds a phrase of it. */
export const listed = (talk: Talk, list: string): readonly Signal[] =>
  agentTurns(talk).flatMap(turn => perTurn(list, turn, talk.in(turn.index, list)));
