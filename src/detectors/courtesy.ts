import type { Detector, Talk } from "../model/index.js";
import { agentTurns, answered, perTurn, signal } from "./shared/turns.js";

/** Greets in the opening. */
export const greeting: Detector = {
  name: "greeting",
  summary: "A greeting in the agent's first turns",
  detect: talk => agentTurns(talk).slice(0, 3).flatMap(turn => perTurn("greeting", turn, talk.in(turn.index, "greeting"))),
};

/** Courtesy at the end. */
export const goodbye: Detector = {
  name: "goodbye",
  summary: "A closing courtesy in the agent's last turns",
  detect: talk => agentTurns(talk).slice(-3).flatMap(turn => perTurn("goodbye", turn, talk.in(turn.index, "goodbye"))),
};

/** A bare order where a request was due. */
export const rudeCommand: Detector = {
  name: "rude-command",
  summary: "A bare order where a polite request was due",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const softened = /\bplease\b|\bfor me\b|\bcould you\b|\bwould you\b|\bif you\b|\bokay\?/iu.test(turn.text) || talk.in(turn.index, "courtesy").length > 0;
      return softened ? [] : perTurn("rude-command", turn, talk.in(turn.index, "rude-command"));
    });
  },
};

/** Courtesy words: please, thanks, a name or a title. */
export const courtesy: Detector = { name: "courtesy", summary: "Please, thanks, a name or a title", detect: talk => listed(talk, "courtesy") };

/** Hurries an upset customer. */
export const hurry: Detector = { name: "hurry", summary: "Hurries the customer or cuts the complaint short", detect: talk => listed(talk, "hurry") };

/** A light remark. */
export const humour: Detector = {
  name: "humour",
  summary: "A light remark; `welcome` where the customer's mood allows it",
  after: ["customer-feeling", "empathy"],

  detect(talk, earlier) {
    const upset = new Set(earlier("customer-negative").map(found => found.evidence[0]!.turn));
    const felt = earlier("empathy").map(found => found.evidence[0]!.turn);
    return agentTurns(talk).flatMap(turn => {
      const cue = answered(talk, turn).at(-1);
      const cold = cue !== undefined && upset.has(cue.index) && !felt.some(at => at <= turn.index) && talk.in(cue.index, "humour").length === 0;
      const detail = { welcome: cold ? "no" : "yes" };
      const hits = talk.in(turn.index, "humour");
      if (hits.length) return perTurn("humour", turn, hits, { detail });
      const emoji = /[😄😂🤣😆😜😉😅🙈💀😁]/u.exec(turn.text);
      return emoji ? [signal("humour", turn.role, [{ turn: turn.index, from: emoji.index, to: emoji.index + emoji[0].length }], { detail })] : [];
    });
  },
};

const listed = (talk: Talk, list: string) => agentTurns(talk).flatMap(turn => perTurn(list, turn, talk.in(turn.index, list)));
