import type { Detector, Place, Talk, Turn } from "../model/index.js";
import {
  agentTurns,
  answered,
  isAgent,
  isCustomer,
  placeOf,
  signal,
  whole,
  wordCount,
} from "./shared/turns.js";

/** Fewer words than this are laughed with, not at. */
const REMARK = 4;
const LAUGHS = /[😄😂🤣😆😜😝🤪😉😅🙈🤭💀😁]/u;

/** A light remark. */
export const humour: Detector = {
  name: "humour",
  summary:
    "A light remark, told by its words or by the customer's laugh; `welcome` where their mood allows it",
  after: ["customer-feeling", "empathy"],

  detect(talk, earlier) {
    const upset = new Set(earlier("customer-negative").map(found => found.evidence[0]!.turn));
    const felt = earlier("empathy").map(found => found.evidence[0]!.turn);
    return agentTurns(talk).flatMap(turn => {
      const place = remark(talk, turn, upset);
      if (!place) return [];
      const cue = answered(talk, turn).at(-1);
      const cold = cue !== undefined && upset.has(cue.index) && !felt.some(at => at <= turn.index);
      const joined = cue !== undefined && (laughs(talk, cue) || talk.in(cue.index, "humour").length > 0);
      return [signal("humour", turn.role, [place], { detail: { welcome: cold && !joined ? "no" : "yes" } })];
    });
  },
};

/** Words that jest, a laughing sign, or a remark that the customer laughs at. */
function remark(talk: Talk, turn: Turn, upset: ReadonlySet<number>): Place | undefined {
  const [hit] = [...talk.in(turn.index, "humour"), ...talk.in(turn.index, "laugh")];
  if (hit) return placeOf(hit);
  const sign = LAUGHS.exec(turn.text);
  if (sign) return { turn: turn.index, from: sign.index, to: sign.index + sign[0].length };
  const next = talk.turns
    .slice(turn.index + 1, turn.index + 3)
    .find(each => isCustomer(each) || isAgent(each));
  const amused = next && isCustomer(next) && !upset.has(next.index) && laughs(talk, next);
  return amused && wordCount(turn) >= REMARK && !turn.text.trimEnd().endsWith("?") ? whole(turn) : undefined;
}

const laughs = (talk: Talk, turn: Turn): boolean =>
  LAUGHS.test(turn.text) || talk.in(turn.index, "laugh").length > 0;
