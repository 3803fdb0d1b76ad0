import type { Place, Scene, Turn } from "../../model/index.js";

/** Whether a turn is speech of an agent or a supervisor. */
export const byAgent = ({ role, kind }: Turn): boolean =>
  kind === "speech" && (role === "agent" || role === "supervisor");

/** Whether a turn is speech of the customer. */
export const byCustomer = ({ role, kind }: Turn): boolean => kind === "speech" && role === "customer";

/** Number of agent runs that begin after `from` and up to `to`; a run ends where the customer speaks. */
export function runsBetween(turns: readonly Turn[], from: number, to: number): number {
  let runs = 0;
  let inRun = false;
  for (const turn of turns) {
    if (turn.index <= from || turn.index > to) continue;
    if (byAgent(turn)) {
      if (!inRun) runs++;
      inRun = true;
    } else if (byCustomer(turn)) inRun = false;
  }
  return runs;
}

/** First and one-per-turn places, in order of turns. */
export function onePerTurn(places: readonly Place[]): readonly Place[] {
  const seen = new Set<number>();
  return [...places]
    .sort((a, b) => a.turn - b.turn || a.from - b.from)
    .filter(({ turn }) => !seen.has(turn) && seen.add(turn));
}

/** "turn 4", or nothing to say where. */
export const heard = (scene: Scene, place: Place | undefined): string => {
  const turn = place && scene.transcript.turns[place.turn];
  return turn ? `«${turn.text.slice(place.from, place.to).slice(0, 80)}»` : "nothing";
};
