import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { agentTurns, answered, perTurn, placeOf, signal, wordCount } from "./shared/turns.js";

/** Short signs of listening while the customer explains. */
export const verbalCue: Detector = {
  name: "verbal-cue",
  summary: "Short signs of listening; `bare` where a lone «ok» is the whole reply",

  after: ["customer-feeling"],

  detect(talk, earlier) {
    const upset = new Set(earlier("customer-negative").map(found => found.evidence[0]!.turn));
    return agentTurns(talk).flatMap(turn => {
      const told = answered(talk, turn);
      if (!told.some(cue => wordCount(cue) >= 5)) return [];
      const worth = told.some(cue => wordCount(cue) >= LONG || (upset.has(cue.index) && wordCount(cue) >= 8));
      const strong = talk.in(turn.index, "verbal-cue");
      const hits = (strong.length || !worth ? strong : talk.in(turn.index, "verbal-cue-weak")).filter(hit => !turned(talk, turn, hit));
      return perTurn("verbal-cue", turn, hits, { detail: { bare: talk.in(turn.index, "bare-ok").length ? "yes" : "no" } });
    });
  },
};

/** Words of a customer's turn after which even a mere "okay" says that it was heard. */
const LONG = 18;

/** "I see how you feel, but…" is no cue. */
const turned = (talk: Talk, turn: Turn, hit: Hit): boolean =>
  /^[^.!?]{0,60}?\b(?:but|however)\b/iu.test(turn.text.slice(hit.to)) || talk.in(turn.index, "sorry").some(other => other.from - hit.to < 12 && other.from >= hit.to);

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

/** The sentence asks, by its mark; speech without marks asks where a clause begins as questions begin. */
function asks(talk: Talk, turn: Turn, hit: Hit): boolean {
  if (/^\^? ?\(?(?:tell|go on)/u.test(hit.phrase)) return true;
  if (/[?]/u.test(turn.text)) return talk.sentence(turn.index, hit.from).question;
  const before = turn.text.slice(0, hit.from).trim();
  return !/[.!]/u.test(turn.text) && (before === "" || CONNECTOR.test(before));
}

const CONNECTOR = /\b(?:and|so|okay|ok|right|but|yeah|oh|well|sorry|now|then|normally|pardon|there|side|like that|alright|sir|madam|all right|uh|um)$/iu;

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
