import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { customerTurns, placeOf, signal, whole, wordCount } from "./shared/turns.js";

const ACTS = ["customer-negative", "customer-hostile", "customer-abusive", "customer-positive"] as const;

/**
 * What each sign of displeasure weighs. Naming a feeling or protesting is enough alone; a report of trouble is, unless
 * the turn is friendly; a capital or an exclamation only adds.
 */
const WEIGHT: Readonly<Record<string, number>> = {
  "cust-feeling": 2,
  "cust-protest": 1.5,
  "cust-trouble": 1,
  "cust-irony": 1,
  "cust-sigh": 1,
  "cust-hostile": 3,
  "cust-abusive": 3,
  hardship: 1.5,
  profane: 1.5,
};
/** Least weight of a turn that counts as negative: out of the blue, and in somebody who was upset a turn ago. */
const NEGATIVE = 1;
const STILL_NEGATIVE = 0.5;
/** What carries a feeling on: words of complaint too weak to begin one. */
const WEAK = 0.5;
/** Turns of the customer that a feeling lasts without a sign of its own. */
const LASTS = 2;
/** Signs of one kind beyond this many add nothing. */
const MOST_OF_A_KIND = 2;
/** Thanks and relief take this off. */
const FRIENDLY = 1;

/** Customer feeling turn by turn, with the words that show it. */
export const customerFeeling: Detector = {
  name: "customer-feeling",
  summary: "Negative, hostile, abusive and content customer turns, with the words that show it",
  unit: "weight",
  acts: ACTS,

  detect(talk) {
    let upset = 0;
    const felt: Signal[] = [];
    const rest: Signal[] = [];
    for (const turn of customerTurns(talk)) {
      const found = negative(talk, turn, upset > 0);
      const relieved = found.length === 0 && talk.in(turn.index, "cust-positive").length > 0;
      upset = found.length ? LASTS : relieved ? 0 : upset - 1;
      felt.push(...found);
      rest.push(...against(talk, turn), ...content(talk, turn));
    }
    const sum = felt.reduce((total, { value }) => total + (value ?? 0), 0);
    const plain = felt.every(({ value }) => (value ?? 0) < PLAIN);
    return plain && sum < DOUBTFUL ? rest : [...felt, ...rest];
  },
};

/** One turn of this weight makes a conversation that has a feeling in it. */
const PLAIN = 2;
/** Without such a turn, signs that do not add up to this are a request told in the words of a complaint. */
const DOUBTFUL = 2.5;

/** A feeling once shown is carried on by weaker words, until relief or a few calm turns end it. */
function negative(talk: Talk, turn: Turn, upset: boolean): readonly Signal[] {
  const shown: Hit[] = [];
  let weight = shouting(turn.text);
  for (const [list, each] of Object.entries(WEIGHT)) {
    const hits = talk.in(turn.index, list).slice(0, MOST_OF_A_KIND);
    weight += hits.length * each;
    shown.push(...hits);
  }
  if (upset && wordCount(turn) >= 4) weight += talk.in(turn.index, "cust-weak").slice(0, MOST_OF_A_KIND).length * WEAK;
  weight -= talk.in(turn.index, "cust-positive").length > 0 ? FRIENDLY : 0;
  if (weight < (upset ? STILL_NEGATIVE : NEGATIVE) || dataOnly(turn)) return [];
  const places = shown.length ? shown.map(placeOf) : [whole(turn)];
  return [signal("customer-negative", "customer", places, { value: weight })];
}

/** Capitals and repeated marks, as far as they may add to other signs. */
function shouting(text: string): number {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  const loud = words.filter(word => word === word.toUpperCase() && word !== word.toLowerCase());
  const capitals = loud.length >= 2 && loud.length * 4 >= words.length ? 1.5 : loud.length ? 0.5 : 0;
  const marks = /[!?]{2,}/u.test(text) ? 1 : text.includes("!") ? 0.25 : 0;
  return capitals + marks + (/[😡🤬😤😠😭😩🙄💔]/u.test(text) ? 1.5 : 0);
}

/** A number, a name, a postcode: nothing is felt. */
const dataOnly = (turn: Turn): boolean => wordCount(turn) <= 2 && !/[!?]/u.test(turn.text);

function against(talk: Talk, turn: Turn): readonly Signal[] {
  const abusive = talk.in(turn.index, "cust-abusive");
  const hostile = talk.in(turn.index, "cust-hostile");
  const found: Signal[] = [];
  if (hostile.length || abusive.length || screams(turn.text)) {
    const hits = [...hostile, ...abusive].map(placeOf);
    found.push(signal("customer-hostile", "customer", hits.length ? hits : [whole(turn)]));
  }
  if (abusive.length) found.push(signal("customer-abusive", "customer", abusive.map(placeOf)));
  return found;
}

/** Whole sentences in capitals. */
function screams(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.length >= 4 && words.filter(word => word === word.toUpperCase() && word !== word.toLowerCase()).length * 10 >= words.length * 7;
}

function content(talk: Talk, turn: Turn): readonly Signal[] {
  const hits = talk.in(turn.index, "cust-positive");
  return hits.length ? [signal("customer-positive", "customer", hits.map(placeOf))] : [];
}
