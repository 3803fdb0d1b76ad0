import type { Detector } from "../model/index.js";
import { listed, unless } from "./shared/lists.js";
import { agentTurns, perTurn, signal } from "./shared/turns.js";

const CONTRADICTS =
  /\b(?:not (?:what|true|correct|right|how)|disagree|doubt|says|shows|never said|past the|are you sure)\b/iu;

/** Argues, justifies, contradicts. */
export const defensive: Detector = {
  name: "defensive",
  summary: "Argues with, justifies against or contradicts the customer's experience",
  detect: talk =>
    agentTurns(talk).flatMap(turn =>
      perTurn("defensive", turn, unless(talk, turn, "defensive", "defensive-not"), {
        detail: { kind: CONTRADICTS.test(turn.text) ? "contradiction" : "justifying" },
      }),
    ),
};

/** Puts the fault on the customer, or attacks the person. */
export const blame: Detector = {
  name: "blame",
  summary: "Puts the fault on the customer, or attacks the person",
  detect: talk =>
    agentTurns(talk).flatMap(turn => perTurn("blame", turn, unless(talk, turn, "blame", "blame-not"))),
};

/** Takes the customer's anger personally. */
export const personal: Detector = {
  name: "personal",
  summary: "Takes the customer's anger personally",
  detect: talk => listed(talk, "personal"),
};

/** The agent's own tone breaks. */
export const composureLapse: Detector = {
  name: "composure-lapse",
  summary: "Shouting, sarcasm, insult, profanity or threat by the agent",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const hits = talk.in(turn.index, "composure-lapse");
      if (hits.length) return perTurn("composure-lapse", turn, hits);
      const shouted = /\b\p{Lu}{3,}(?:[ ,']+\p{Lu}{2,}){2,}|!{3,}/u.exec(turn.text);
      if (!shouted) return [];
      return [
        signal("composure-lapse", turn.role, [
          { turn: turn.index, from: shouted.index, to: shouted.index + shouted[0].length },
        ]),
      ];
    });
  },
};
