import type { Detector, Hit, Talk, Turn } from "../model/index.js";
import { agentTurns, overlaps, perTurn, placeOf, signal, whole, wordCount } from "./shared/turns.js";

/** Takes charge in the first person. */
export const ownership: Detector = {
  name: "ownership",
  summary: "Takes charge in the first person, or does it on the spot",
  detect: talk => agentTurns(talk).flatMap(turn => perTurn("ownership", turn, talk.in(turn.index, "ownership").filter(hit => !question(talk, hit) && !talk.in(turn.index, "ownership-not").some(no => overlaps(placeOf(no), placeOf(hit)))))),
};

/** Passes responsibility on, excuses included. */
export const passingOn: Detector = {
  name: "passing-on",
  summary: "Passes responsibility to somebody else, or makes excuses",
  detect: talk => agentTurns(talk).flatMap(turn => perTurn("passing-on", turn, talk.in(turn.index, "passing-on"))),
};

/** A choice or a second way, put to the customer. */
export const alternative: Detector = {
  name: "alternative",
  summary: "A choice or a second way is put to the customer",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const data = talk.in(turn.index, "choice-of-data").map(placeOf);
      const hits = talk.in(turn.index, "alternative").filter(hit => !data.some(other => overlaps(placeOf(hit), other)));
      if (!hits.length) return numbered(turn.text) ? [signal("alternative", turn.role, [whole(turn)], { detail: { ways: "several" } })] : [];
      return perTurn("alternative", turn, hits, { detail: { ways: waysIn(turn, hits) } });
    });
  },
};

/** Two real ways in one turn, or a single one. */
function waysIn(turn: Turn, hits: readonly Hit[]): string {
  const several = /\bor\b|\beither\b|\boptions?\b|\b(?:two|three|couple of|few) (?:things|ways|options)\b|\balternatively\b|\bwhichever\b|\banother\b|\bother (?:thing|way|option)\b/iu;
  return several.test(turn.text) || numbered(turn.text) || hits.length > 1 ? "several" : "one";
}

/** "(1) … (2) …", "A) … B) …": ways written as a list. */
const numbered = (text: string): boolean => /(?:^|\s)\(?(?:1|a)[).]\s/iu.test(text) && /\s\(?(?:2|b)[).]\s/iu.test(text);

/** What will happen, who does it, by when. */
export const nextStep: Detector = {
  name: "next-step",
  summary: "What will happen or has been set going; `timed` where it says when",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const hits = talk.in(turn.index, "next-step").filter(hit => !question(talk, hit));
      const timed = talk.in(turn.index, "time").length > 0 ? "yes" : "no";
      return wordCount(turn) >= 5 ? perTurn("next-step", turn, hits, { detail: { timed } }) : [];
    });
  },
};

/** A promise to come back, or a check that the matter is settled. */
export const followUp: Detector = {
  name: "follow-up",
  summary: "A promise to come back or a check that it is settled; `closing-offer` for «anything else?»",
  acts: ["follow-up"],

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const hits = talk.in(turn.index, "follow-up");
      const weak = talk.in(turn.index, "closing-offer").map(placeOf);
      const strong = hits.filter(hit => !weak.some(other => overlaps(placeOf(hit), other)));
      return perTurn("follow-up", turn, strong.length ? strong : hits, { detail: { kind: strong.length ? "promise" : "closing-offer" } });
    });
  },
};

/** Thanks for patience, for raising it, for time or loyalty. */
export const gratitude: Detector = {
  name: "gratitude",
  summary: "Thanks for patience, for raising it, for time or loyalty",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const formula = talk.in(turn.index, "gratitude-formula").map(placeOf);
      return perTurn("gratitude", turn, talk.in(turn.index, "gratitude").filter(hit => !formula.some(other => overlaps(placeOf(hit), other))));
    });
  },
};

/** The customer's preference is asked, or the plan put to them. */
export const preference: Detector = {
  name: "preference",
  summary: "The customer's preference is asked, or the plan is put to them",
  detect: talk => agentTurns(talk).flatMap(turn => perTurn("preference", turn, talk.in(turn.index, "preference"))),
};

/** The customer takes the solution, or says that it worked. */
export const accepted: Detector = {
  name: "accepted",
  summary: "The customer takes the solution or says that it worked",

  detect(talk) {
    return talk.turns
      .filter(turn => turn.role === "customer" && turn.kind === "speech")
      .flatMap(turn => {
        const [hit] = talk.in(turn.index, "resolved");
        return hit && wordCount(turn) <= 30 ? [signal("accepted", "customer", [placeOf(hit)])] : [];
      });
  },
};

const question = (talk: Talk, hit: Hit): boolean => {
  const sentence = talk.sentence(hit.turn, hit.from);
  return sentence.question && talk.turns[hit.turn]!.text.slice(sentence.from, hit.from).trim() === "" && /^(?:\(?can|could|would|do|did|will)/u.test(hit.phrase);
};
