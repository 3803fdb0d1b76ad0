import type { Detector, Place, Signal, Talk, Turn } from "../model/index.js";
import { agentTurns, answered, placeOf, signal, whole, wordCount } from "./shared/turns.js";

/** Hurries an upset customer. */
export const hurry: Detector = {
  name: "hurry",
  summary:
    "Hurries the customer, cuts the complaint short, or closes while they are upset; `repaired` where it is taken back",
  after: ["customer-feeling", "empathy", "apology"],

  detect(talk, earlier) {
    const at = (act: string): ReadonlySet<number> =>
      new Set(earlier(act).map(found => found.evidence[0]!.turn));
    const upset = at("customer-negative");
    const kind = new Set([...at("empathy"), ...at("apology")]);
    let met = false;
    return agentTurns(talk).flatMap((turn): readonly Signal[] => {
      const feels = answered(talk, turn).some(told => upset.has(told.index));
      const first = feels && !met;
      met ||= feels;
      const place =
        hurried(talk, turn) ?? (feels && !kind.has(turn.index) ? brushed(talk, turn, first) : undefined);
      if (!place) return [];
      const repaired = MENDS.test(turn.text.slice(place.to)) ? "yes" : "no";
      return [signal("hurry", turn.role, [place], { detail: { repaired } })];
    });
  },
};

/** Taken back in the same breath. */
const MENDS =
  /\b(?:can wait|forgive me|take your time|no (?:rush|hurry)|go on|go ahead|please tell me|i'?m sorry|my apologies)\b/iu;

function hurried(talk: Talk, turn: Turn): Place | undefined {
  const [hit] = talk.in(turn.index, "hurry");
  return hit && placeOf(hit);
}

/** Most words of a first answer that is nothing but a demand for data. */
const DEMAND = 4;
const PARTS =
  /\b(?:good ?bye|bye(?:-bye)?|thanks for (?:calling|contacting)|thank you for (?:calling|contacting)|closing (?:this|the) chat)\b/iu;
/** What still attends to the matter in a parting turn. */
const ATTENDS = ["positive", "ownership", "next-step", "follow-up", "repair"];

/** Answers somebody upset with a demand for data and not a word more, or with a parting. */
function brushed(talk: Talk, turn: Turn, first: boolean): Place | undefined {
  const demands = first && wordCount(turn) <= DEMAND && talk.in(turn.index, "identity-question").length > 0;
  const parts = PARTS.test(turn.text) && !ATTENDS.some(list => talk.in(turn.index, list).length > 0);
  return demands || parts ? whole(turn) : undefined;
}
