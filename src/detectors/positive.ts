import type { Detector, Hit, Talk, Turn } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { agentTurns, perTurn } from "./shared/turns.js";

/** Says what can be done. */
export const positive: Detector = {
  name: "positive",
  summary: "Says what can be done rather than what cannot",

  detect: talk =>
    agentTurns(talk).flatMap(turn =>
      perTurn(
        "positive",
        turn,
        unless(talk, turn, "positive", "positive-not").filter(hit => !insideRefusal(talk, turn, hit)),
      ),
    ),
};

/** "What I can do is nothing", "I can only refund unopened ones": the phrase stands in a refusal. */
const insideRefusal = (talk: Talk, turn: Turn, hit: Hit): boolean =>
  unless(talk, turn, "refusal", "refusal-technical").some(no => no.from <= hit.from && no.to >= hit.to);
