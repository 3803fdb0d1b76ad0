import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { agentTurns, answered, perTurn, placeOf, signal, wordCount } from "./shared/turns.js";

/** Short signs of listening while the customer explains. */
export const verbalCue: Detector = {
  name: "verbal-cue",
  summary: "Short signs of listening; `bare` where a lone «ok» is the whole reply",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const told = answered(talk, turn);
      if (!told.length || !told.some(cue => wordCount(cue) >= 6)) return [];
      const hits = talk.in(turn.index, "verbal-cue").filter(hit => !turned(talk, turn, hit));
      return perTurn("verbal-cue", turn, hits, { detail: { bare: talk.in(turn.index, "bare-ok").length ? "yes" : "no" } });
    });
  },
};

/** "I see how you feel, but…" is no cue. */
const turned = (talk: Talk, turn: Turn, hit: Hit): boolean =>
  /^[^.!?]{0,40}?\bbut\b/iu.test(turn.text.slice(hit.to)) && talk.in(turn.index, "refusal").some(other => other.from > hit.to);

/** Explores the problem before a solution is given. */
export const probingQuestion: Detector = {
  name: "probing-question",
  summary: "Questions that explore the problem; `fault-seeking` where they look for the customer's mistake",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const other = ["identity-question", "courtesy-question", "alternative"].flatMap(list => talk.in(turn.index, list));
      const hits = talk.in(turn.index, "probe").filter(hit => asks(talk, turn, hit) && !other.some(no => sameSentence(talk, hit, no)));
      const [first] = hits;
      if (!first || !answered(talk, turn).length) return [];
      const seeking = talk.in(turn.index, "fault-seeking").length > 0 ? "fault-seeking" : "open";
      return [signal("probing-question", turn.role, [placeOf(first)], { detail: { kind: seeking } })];
    });
  },
};

const sameSentence = (talk: Talk, a: Hit, b: Hit): boolean => talk.sentence(a.turn, a.from).from === talk.sentence(b.turn, b.from).from;

/** The sentence asks, by its mark; without marks, by beginning as questions begin. */
function asks(talk: Talk, turn: Turn, hit: Hit): boolean {
  const sentence = talk.sentence(turn.index, hit.from);
  if (/^tell|^talk|^walk|^show|^go on/u.test(hit.phrase.replace("(", ""))) return true;
  if (sentence.question) return true;
  const marked = /[?.!]/u.test(turn.text);
  return !marked && hit.from >= 0 && /^(?:what|when|where|which|who|why|how|is|was|are|were|do|does|did|have|has|can|could|would)\b/iu.test(turn.text.slice(hit.from));
}

/** Asks the customer for something they already gave; or the customer says so. */
export const askedAgain: Detector = {
  name: "asked-again",
  summary: "The customer says they already said it, or the same thing is asked for twice",

  detect(talk) {
    return talk.turns.flatMap(turn => (turn.role === "customer" && turn.kind === "speech" ? told(talk, turn) : []));
  },
};

function told(talk: Talk, turn: Turn): readonly Signal[] {
  const [hit] = talk.in(turn.index, "told-already");
  if (!hit) return [];
  const asker = [...talk.turns].slice(0, turn.index).reverse().find(before => before.role === "agent" || before.role === "supervisor");
  if (!asker?.text.includes("?") && !talk.in(asker?.index ?? -1, "identity-question").length && !talk.in(asker?.index ?? -1, "probe").length) return [];
  const after = agentTurns(talk).find(next => next.index > turn.index);
  const mended = after && (talk.in(after.index, "responsibility").length > 0 || talk.in(after.index, "sorry-for").length > 0 || /\byou (?:did|said|have|told)\b/iu.test(after.text));
  return [signal("asked-again", "agent", [{ turn: asker!.index, from: 0, to: asker!.text.length }], { detail: { repaired: mended ? "yes" : "no" } })];
}
