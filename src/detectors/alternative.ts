import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { agentTurns, isAgent, overlaps, perTurn, placeOf, signal, whole } from "./shared/turns.js";

/** A choice or a second way, put to the customer. */
export const alternative: Detector = {
  name: "alternative",
  summary: "A choice or a second way is put to the customer",
  after: ["customer-feeling"],

  detect(talk, earlier) {
    const upset = new Set(earlier("customer-negative").map(found => found.evidence[0]!.turn));
    return agentTurns(talk).flatMap(turn => found(talk, turn, upset));
  },
};

function found(talk: Talk, turn: Turn, upset: ReadonlySet<number>): readonly Signal[] {
  const data = talk.in(turn.index, "choice-of-data").map(placeOf);
  const named = unless(talk, turn, "alternative", "alternative-not").filter(
    hit => !data.some(other => overlaps(placeOf(hit), other)),
  );
  const hits =
    named.length || !calledFor(talk, turn, upset) ? named : unless(talk, turn, "offer", "offer-not");
  if (hits.length) return perTurn("alternative", turn, hits, { detail: { ways: waysIn(turn, hits) } });
  if (!numbered(turn.text)) return [];
  return [signal("alternative", turn.role, [whole(turn)], { detail: { ways: "several" } })];
}

/** An offer is a second way after a refusal, or once the customer has told of trouble. */
const calledFor = (talk: Talk, turn: Turn, upset: ReadonlySet<number>): boolean =>
  refusedBefore(talk, turn) || [...upset].some(at => at < turn.index);

/** An offer in the breath of a refusal is a second way: the refusal stands in this turn or in the one before. */
function refusedBefore(talk: Talk, turn: Turn): boolean {
  const before = talk.turns.slice(0, turn.index).reverse().find(isAgent);
  return [turn, ...(before ? [before] : [])].some(
    each => unless(talk, each, "refusal", "refusal-technical").length > 0,
  );
}

const SEVERAL =
  /\bor\b|\beither\b|\boptions?\b|\b(?:two|three|couple of|few) (?:things|ways|options)\b|\balternatively\b|\bwhichever\b|\banother\b|\bother (?:thing|way|option)\b/iu;

/** Two real ways in one turn, or a single one. */
const waysIn = (turn: Turn, hits: readonly Hit[]): string =>
  SEVERAL.test(turn.text) || numbered(turn.text) || hits.length > 1 ? "several" : "one";

/** "(1) … (2) …", "A) … B) …": ways written as a list. */
const numbered = (text: string): boolean =>
  /(?:^|\s)\(?(?:1|a)[).:]\s/iu.test(text) && /\s\(?(?:2|b)[).:]\s/iu.test(text);
