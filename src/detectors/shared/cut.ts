import type { Turn } from "../../model/index.js";
import { isNod } from "./nods.js";
import { isAgent } from "./turns.js";

/** Whoever speaks up later than this after a stop found the floor free, ms. */
const AT_ONCE = 1_000;
/** How many turns around one can speak into it. */
const AROUND = 12;

/** Words with which a speaker holds the floor before there is anything to say. */
const FILLING = new Set(
  "um uh er erm hm hmm mm huh oh okay ok yeah well so and but or because then like anyway actually i mean you know".split(
    " ",
  ),
);

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? [];

/** Nothing but fillers and connectives: nothing was cut yet ("so um"). */
export const isFilling = (text: string): boolean => wordsOf(text).every(word => FILLING.has(word));

/** Trails off by itself, on a hesitation or an open "or". */
export const trailsOff = (text: string): boolean =>
  /\b(?:u[hm]+|e?rm|mm+|hmm+|or)\W*$/iu.test(text.slice(-12));

/** Who has the floor after a turn that stops short. */
export interface Taken {
  readonly by: Turn;
  /** `talked-over`: they had been speaking before and went on. */
  readonly how: "take-over" | "talked-over";
}

/** Timed: the other side spoke into the turn and past its end, or came in at once after it; listening noises aside. */
export function takenFrom(turns: readonly Turn[], i: number): Taken | undefined {
  const turn = turns[i] as Turn;
  if (turn.start === undefined || turn.end === undefined || isFilling(turn.text)) return undefined;
  const others = around(turns, i).filter(other => other.end! > turn.end! && !isNod(other.text));
  const into = others.find(other => other.start! > turn.start! && other.start! < turn.end!);
  if (into) return { by: into, how: "take-over" };
  if (trailsOff(turn.text)) return undefined;
  const going = others.find(other => other.start! <= turn.start!);
  if (going) return { by: going, how: "talked-over" };
  const next = others.find(other => other.start! >= turn.end! && other.start! - turn.end! < AT_ONCE);
  return next && turns[i + 1]?.speaker !== turn.speaker ? { by: next, how: "take-over" } : undefined;
}

/** Timed turns of the other side near a turn, in order. */
function around(turns: readonly Turn[], i: number): readonly Turn[] {
  const turn = turns[i] as Turn;
  return turns
    .slice(Math.max(0, i - AROUND), i + AROUND)
    .filter(
      other =>
        other.kind === "speech" &&
        other.start !== undefined &&
        other.end !== undefined &&
        isAgent(other) !== isAgent(turn),
    );
}

/** Untimed: the other side speaks next, and not to nod. */
export function takenNext(turns: readonly Turn[], i: number): Taken | undefined {
  const next = turns.slice(i + 1).find(after => after.kind === "speech");
  return next && isAgent(next) && !isNod(next.text) ? { by: next, how: "take-over" } : undefined;
}
