import type { Place, Scene, Turn } from "../../model/index.js";

/** Whether a turn is speech of an agent or a supervisor. */
export const byAgent = ({ role, kind }: Turn): boolean =>
  kind === "speech" && (role === "agent" || role === "supervisor");

/** Whether a turn is speech of the customer. */
export const byCustomer = ({ role, kind }: Turn): boolean => kind === "speech" && role === "customer";

/** Of each position: agent runs begun so far, whether one is open, and where somebody of the two speaks next. */
interface Runs {
  readonly begun: Int32Array;
  readonly open: Uint8Array;
  readonly next: Int32Array;
}

const known = new WeakMap<readonly Turn[], Runs>();

/** Every cue asks how far away an answer is: it is counted once. */
function runsOf(turns: readonly Turn[]): Runs {
  const made = known.get(turns);
  if (made !== undefined) return made;
  const size = turns.length;
  const runs: Runs = { begun: new Int32Array(size), open: new Uint8Array(size), next: new Int32Array(size) };
  let count = 0;
  let open = false;
  for (const [i, turn] of turns.entries()) {
    if (byAgent(turn)) {
      if (!open) count++;
      open = true;
    } else if (byCustomer(turn)) open = false;
    runs.begun[i] = count;
    runs.open[i] = open ? 1 : 0;
  }
  let next = size;
  for (let i = size - 1; i >= 0; i--) {
    runs.next[i] = next;
    const turn = turns[i] as Turn;
    if (byAgent(turn) || byCustomer(turn)) next = i;
  }
  known.set(turns, runs);
  return runs;
}

/** Number of agent runs that begin after `from` and up to `to`; a run ends where the customer speaks, and begins anew at `from`. */
export function runsBetween(turns: readonly Turn[], from: number, to: number): number {
  const { begun, open, next } = runsOf(turns);
  const last = Math.min(to, turns.length - 1);
  if (last <= from) return 0;
  if (from < 0) return begun[last] as number;
  const soon = next[from] as number;
  const goesOn = open[from] === 1 && soon <= last && byAgent(turns[soon] as Turn);
  return (begun[last] as number) - (begun[from] as number) + (goesOn ? 1 : 0);
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
