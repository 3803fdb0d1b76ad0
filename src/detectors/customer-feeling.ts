import type { Detector, Signal, Talk, Turn } from "../model/index.js";
import { agentShouts, type Displeasure, displeasures, screams } from "./shared/displeasure.js";
import { customerTurns, placeOf, signal, whole, wordCount } from "./shared/turns.js";

const ACTS = [
  "customer-negative",
  "customer-hostile",
  "customer-abusive",
  "customer-positive",
  "customer-curt",
] as const;

/** Log-odds from which a turn counts as negative. */
const NEGATIVE = 0;
/** How far the turns around it, and the conversation as a whole, colour a turn; and what a calm one takes off. */
const AROUND = 1;
const WHOLE = 0.6;
const CALM = 0.3;

/** Customer feeling turn by turn, with the words that show it. */
export const customerFeeling: Detector = {
  name: "customer-feeling",
  summary: "Negative, hostile, abusive, content and curt customer turns, with the words that show it",
  unit: "weight",
  acts: ACTS,

  detect(talk) {
    const shouting = !agentShouts(talk);
    return [
      ...negative(displeasures(talk)),
      ...customerTurns(talk).flatMap(turn => [...against(talk, turn, shouting), ...content(talk, turn)]),
    ];
  },
};

/** A feeling colours the turns beside it, and a conversation full of it every turn; data alone has none. */
function negative(turns: readonly Displeasure[]): readonly Signal[] {
  const share = turns.map(({ odds }) => 1 / (1 + Math.exp(-odds)));
  const mean = share.reduce((sum, value) => sum + value, 0) / Math.max(1, share.length);
  return turns.flatMap(({ turn, odds, shown }, n) => {
    const around = ((share[n - 1] ?? mean) + (share[n + 1] ?? mean)) / 2;
    const value = odds + around * AROUND + mean * WHOLE - CALM;
    if (value < NEGATIVE || dataOnly(turn)) return [];
    return [
      signal("customer-negative", "customer", shown.length ? shown.map(placeOf) : [whole(turn)], {
        value: Math.round(value * 100) / 100,
        detail: { shown: shown.length ? "yes" : "no" },
      }),
    ];
  });
}

/** A number, a name, a postcode: nothing is felt. */
const dataOnly = (turn: Turn): boolean => wordCount(turn) <= 1 && !/[!?]/u.test(turn.text);

function against(talk: Talk, turn: Turn, shouting: boolean): readonly Signal[] {
  const abusive = talk.in(turn.index, "cust-abusive");
  const hostile = talk.in(turn.index, "cust-hostile");
  const found: Signal[] = [];
  if (hostile.length || abusive.length || (shouting && screams(turn.text))) {
    const hits = [...hostile, ...abusive].map(placeOf);
    found.push(signal("customer-hostile", "customer", hits.length ? hits : [whole(turn)]));
  }
  if (abusive.length) found.push(signal("customer-abusive", "customer", abusive.map(placeOf)));
  return found;
}

/** Content; `warm` where it is more than a habitual thanks. */
function content(talk: Talk, turn: Turn): readonly Signal[] {
  const hits = talk.in(turn.index, "cust-positive");
  const warm = talk.in(turn.index, "cust-warm").length > 0 ? "yes" : "no";
  if (hits.length || warm === "yes")
    return [
      signal(
        "customer-positive",
        "customer",
        (hits.length ? hits : talk.in(turn.index, "cust-warm")).map(placeOf),
        {
          detail: { warm },
        },
      ),
    ];
  const curt = wordCount(turn) <= CURT && talk.in(turn.index, "cust-curt").length > 0;
  return curt ? [signal("customer-curt", "customer", [whole(turn)])] : [];
}

/** Most words of a curt turn. */
const CURT = 5;
