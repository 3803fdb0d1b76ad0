import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { agentTurns, nextAgentRuns, overlaps, perTurn, placeOf, signal } from "./shared/turns.js";

/** Says what can be done. */
export const positive: Detector = {
  name: "positive",
  summary: "Says what can be done rather than what cannot",

  detect: talk => agentTurns(talk).flatMap(turn => perTurn("positive", turn, talk.in(turn.index, "positive").filter(hit => !insideRefusal(talk, turn, hit) && !talk.in(turn.index, "positive-not").some(no => overlaps(placeOf(no), placeOf(hit)))))),
};

/** Says what cannot be done, of what the customer wants; relieved where the same or the next turn says what can. */
export const refusal: Detector = {
  name: "refusal",
  summary: "Refusals; `negative` where no way forward follows in the same or the next turn",
  acts: ["refusal", "negative"],
  after: ["positive", "alternative", "ownership"],

  detect(talk, earlier) {
    const ways = new Set([...earlier("positive"), ...earlier("alternative"), ...earlier("ownership")].map(found => found.evidence[0]!.turn));
    return agentTurns(talk).flatMap(turn => {
      const hits = refusalsOf(talk, turn);
      const [first] = hits;
      if (!first) return [];
      const relief = ways.has(turn.index) ? turn : nextAgentRuns(talk, turn.index, 1).find(next => ways.has(next.index));
      const reasoned = [turn, ...nextAgentRuns(talk, turn.index, 1)].some(each => talk.in(each.index, "clear-reason").length > 0);
      const detail = { relieved: relief ? "yes" : "no", reasoned: reasoned ? "yes" : "no" };
      const refused = signal("refusal", turn.role, [placeOf(first)], { detail });
      return relief ? [refused] : [refused, signal("negative", turn.role, hits.map(placeOf))];
    });
  },
};

/** "I can't find it yet" is about the looking, not about the wish. */
function refusalsOf(talk: Talk, turn: Turn): readonly Hit[] {
  const technical = talk.in(turn.index, "refusal-technical").map(placeOf);
  return talk.in(turn.index, "refusal").filter(hit => !technical.some(other => overlaps(placeOf(hit), other)));
}

function insideRefusal(talk: Talk, turn: Turn, hit: Hit): boolean {
  return refusalsOf(talk, turn).some(other => overlaps(placeOf(hit), placeOf(other)) && other.from <= hit.from && other.to >= hit.to);
}

const CONTRADICTS = /\b(?:not (?:what|true|correct|right|how)|disagree|doubt|says|shows|never said|past the|are you sure)\b/iu;

/** Argues, justifies, contradicts. */
export const defensive: Detector = {
  name: "defensive",
  summary: "Argues with, justifies against or contradicts the customer's experience",
  detect: talk => agentTurns(talk).flatMap(turn => perTurn("defensive", turn, talk.in(turn.index, "defensive"), { detail: { kind: CONTRADICTS.test(turn.text) ? "contradiction" : "justifying" } })),
};

/** Puts the fault on the customer, or attacks the person. */
export const blame: Detector = {
  name: "blame",
  summary: "Puts the fault on the customer, or attacks the person",
  detect: talk => listed(talk, "blame"),
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
      return [signal("composure-lapse", turn.role, [{ turn: turn.index, from: shouted.index, to: shouted.index + shouted[0].length }])];
    });
  },
};

function listed(talk: Talk, list: string): readonly Signal[] {
  return agentTurns(talk).flatMap(turn => perTurn(list, turn, talk.in(turn.index, list)));
}
