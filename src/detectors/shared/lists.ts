import type { Hit, Signal, Talk, Turn } from "../../model/index.js";
import { agentTurns, overlaps, perTurn, placeOf } from "./turns.js";

/** Phrases of a list in one turn that no phrase of a counter-list touches. */
export function unless(talk: Talk, turn: Turn, list: string, not: string): readonly Hit[] {
  const against = talk.in(turn.index, not).map(placeOf);
  return talk.in(turn.index, list).filter(hit => !against.some(other => overlaps(other, placeOf(hit))));
}

/** An act that is its list: one signal for each agent turn that holds a phrase of it. */
export const listed = (talk: Talk, list: string): readonly Signal[] =>
  agentTurns(talk).flatMap(turn => perTurn(list, turn, talk.in(turn.index, list)));
