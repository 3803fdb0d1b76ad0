import type { Detector, Hit, Place, Talk, Turn } from "../model/index.js";
import { asks } from "./shared/asks.js";
import { unless } from "./shared/lists.js";
import { agentTurns, nextAgentRuns, perTurn, signal } from "./shared/turns.js";

/** Takes charge in the first person. */
export const ownership: Detector = {
  name: "ownership",
  summary: "Takes charge in the first person, or does it on the spot",
  after: ["follow-up"],

  detect(talk, earlier) {
    const promises = earlier("follow-up")
      .filter(({ detail }) => detail?.kind === "promise")
      .map(({ evidence }) => evidence[0]!)
      .filter(({ turn, from, to }) => MINE.test(talk.turns[turn]!.text.slice(from, to)));
    return agentTurns(talk).flatMap(turn => {
      const hits = unless(talk, turn, "ownership", "ownership-not").filter(hit => !asks(talk, hit));
      const promise = promises.find(at => at.turn === turn.index);
      if (hits.length || !promise) return perTurn("ownership", turn, hits);
      return [signal("ownership", turn.role, [promise])];
    });
  },
};

/** A promise to come back in the first person. */
const MINE = /\b(?:i|we)(?:['’]?ll|['’]?m| will| shall| am| can)\b/iu;

/** Characters within which taking charge belongs to the clause that seemed to pass it on. */
const SAME_BREATH = 40;
/** Later turns of taking charge that make up for having passed it on: where the customer leaves content, and where not. */
const MAKES_UP = { settled: 2, anyhow: 3 } as const;

/** Passes responsibility on, excuses included; `repaired` where the agent takes charge at once, or lastingly later. */
export const passingOn: Detector = {
  name: "passing-on",
  summary:
    "Passes responsibility to somebody else, or makes excuses; `repaired` by taking charge at once or lastingly",
  after: ["ownership", "follow-up"],

  detect(talk, earlier) {
    const places = earlier("ownership").map(found => found.evidence[0]!);
    const enough = earlier("settled").length ? MAKES_UP.settled : MAKES_UP.anyhow;
    return agentTurns(talk).flatMap(turn => {
      const detail = { repaired: isRepaired(talk, turn, places, enough) ? "yes" : "no" };
      const hits = unless(talk, turn, "passing-on", "passing-on-not").filter(hit => !isMended(hit, places));
      return perTurn("passing-on", turn, hits, { detail });
    });
  },
};

function isRepaired(talk: Talk, turn: Turn, owned: readonly Place[], enough: number): boolean {
  const soon = [turn, ...nextAgentRuns(talk, turn.index, 1)];
  if (soon.some(each => owned.some(at => at.turn === each.index))) return true;
  return owned.filter(at => at.turn > turn.index).length >= enough;
}

/** «Not my department as a rule, so I'll find out» passes nothing on. */
const isMended = (hit: Hit, owned: readonly Place[]): boolean =>
  owned.some(({ turn, from }) => turn === hit.turn && from >= hit.to && from - hit.to < SAME_BREATH);
