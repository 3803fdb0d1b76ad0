import type { Detector } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { agentTurns, perTurn } from "./shared/turns.js";

/** A promise to come back, or a check that the matter is settled. */
export const followUp: Detector = {
  name: "follow-up",
  summary: "A promise to come back or a check that it is settled; `closing-offer` for «anything else?»",
  acts: ["follow-up"],

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const hits = unless(talk, turn, "follow-up", "follow-up-not");
      const strong = unless(talk, turn, "follow-up", "closing-offer").filter(hit => hits.includes(hit));
      const kind = strong.length ? "promise" : "closing-offer";
      return perTurn("follow-up", turn, strong.length ? strong : hits, { detail: { kind } });
    });
  },
};
