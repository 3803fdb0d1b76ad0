import type { Turn } from "../model/index.js";
import type { Hints } from "./figures.js";
import { hintsIn } from "./mask.js";

let of: readonly Turn[] = [];
let looked: (Hints | undefined)[] = [];

/** What a turn of a conversation may hold; each is looked over once, though its neighbours ask too. */
export function hintsOfTurn(turns: readonly Turn[], index: number): Hints {
  // One conversation is written at a time: a map over all of them would cost the memory's keeper more than the looks.
  if (of !== turns) [of, looked] = [turns, new Array(turns.length)];
  let hints = looked[index];
  if (hints === undefined) {
    hints = hintsIn(turns[index]?.text ?? "");
    looked[index] = hints;
  }
  return hints;
}
