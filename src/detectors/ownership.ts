import type { Detector, Hit } from "../model/index.js";
import { asks } from "./shared/asks.js";
import { unless } from "./shared/lists.js";
import { agentTurns, nextAgentRuns, perTurn } from "./shared/turns.js";

/** Takes charge in the first person. */
export const ownership: Detector = {
  name: "ownership",
  summary: "Takes charge in the first person, or does it on the spot",
  detect: talk =>
    agentTurns(talk).flatMap(turn =>
      perTurn(
        "ownership",
        turn,
        unless(talk, turn, "ownership", "ownership-not").filter(hit => !asks(talk, hit)),
      ),
    ),
};

/** Characters within which taking charge belongs to the clause that seemed to pass it on. */
const SAME_BREATH = 40;

/** Passes responsibility on, excuses included; `repaired` where the agent takes charge in the same breath. */
export const passingOn: Detector = {
  name: "passing-on",
  summary: "Passes responsibility to somebody else, or makes excuses; `repaired` by taking charge at once",
  after: ["ownership"],

  detect(talk, earlier) {
    const places = earlier("ownership").map(found => found.evidence[0]!);
    const owned = new Set(places.map(({ turn }) => turn));
    return agentTurns(talk).flatMap(turn => {
      const repaired = [turn, ...nextAgentRuns(talk, turn.index, 1)].some(each => owned.has(each.index));
      const detail = { repaired: repaired ? "yes" : "no" };
      // «Not my department as a rule, so I'll find out» passes nothing on.
      const mended = (hit: Hit): boolean =>
        places.some(
          ({ turn: at, from }) => at === turn.index && from >= hit.to && from - hit.to < SAME_BREATH,
        );
      const hits = talk.in(turn.index, "passing-on").filter(hit => !mended(hit));
      return perTurn("passing-on", turn, hits, { detail });
    });
  },
};
