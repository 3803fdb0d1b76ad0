import type { OwnAct, Signal, Talk } from "../model/index.js";

/** Signals of a checklist's own acts: one a turn, at the first phrase that counts. */
export function detectOwn(talk: Talk, acts: readonly OwnAct[]): readonly Signal[] {
  return acts.flatMap(({ name, by, list, not }) =>
    talk.turns.flatMap(({ index, role, kind }): readonly Signal[] => {
      const theirs = by === "any" || role === by || (by === "agent" && role === "supervisor");
      if (kind !== "speech" || !theirs) return [];
      const others = not.flatMap(each => talk.in(index, each));
      const hit = talk
        .in(index, list)
        .find(({ from, to }) => !others.some(other => other.from < to && from < other.to));
      return hit
        ? [{ detector: name, role, evidence: [{ turn: hit.turn, from: hit.from, to: hit.to }] }]
        : [];
    }),
  );
}
