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
    agentTurns(talk).flatMap(turn => {
      const hits = unless(talk, turn, "defensive", "defensive-not");
      if (hits.length === 0) return [];
      return perTurn("defensive", turn, hits, {
        detail: { kind: CONTRADICTS.test(turn.text) ? "contradiction" : "justifying" },
      });
    }),
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

const CAPITALS = /\b\p{Lu}{2,}(?:[ ,'’]+\p{Lu}{2,}){2,}/u;
/** Capitals that talk, where codes and brands do not. */
const TALKS = /\b(?:YOU|YOUR|NOT|THE|IS|TO|STOP|PLEASE|ARE|CAN|DO|MY|ME|WE|THIS|THAT|DONT|IT|AND|NO)\b/u;
const BANGS = /!{3,}/u;

/** The agent's own tone breaks. */
export const composureLapse: Detector = {
  name: "composure-lapse",
  summary: "Shouting, sarcasm, insult, profanity or threat by the agent",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const hits = talk.in(turn.index, "composure-lapse");
      if (hits.length) return perTurn("composure-lapse", turn, hits);
      const capitals = CAPITALS.exec(turn.text);
      const shouted = capitals && TALKS.test(capitals[0]) ? capitals : BANGS.exec(turn.text);
      if (!shouted) return [];
      const place = { turn: turn.index, from: shouted.index, to: shouted.index + shouted[0].length };
      return [signal("composure-lapse", turn.role, [place])];
    });
  },
};
