import type { Detector } from "../model/index.js";
import { asks } from "./shared/asks.js";
import { unless } from "./shared/lists.js";
import { agentTurns, perTurn, wordCount } from "./shared/turns.js";

/** Fewer words than this announce nothing. */
const SAYS = 5;

/** What will happen, who does it, by when. */
export const nextStep: Detector = {
  name: "next-step",
  summary: "What will happen or has been set going; `timed` where it says when",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const hits = unless(talk, turn, "next-step", "next-step-not").filter(hit => !asks(talk, hit));
      const timed = talk.in(turn.index, "time").length > 0 ? "yes" : "no";
      return wordCount(turn) >= SAYS ? perTurn("next-step", turn, hits, { detail: { timed } }) : [];
    });
  },
};
