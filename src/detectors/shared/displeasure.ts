import type { Hit, Talk, Turn } from "../../model/index.js";
import { answersFor, capitalsIn, lowerWords, newSpellings, remembering } from "../../text/index.js";
import { STOP } from "./stop-words.js";
import { agentTurns, customerTurns, isAgent, lastBefore, wordCount } from "./turns.js";

/** How displeased one customer turn sounds: log-odds of its own signs, and the words that show it. */
export interface Displeasure {
  readonly turn: Turn;
  readonly odds: number;
  readonly shown: readonly Hit[];
}

/** What each list of signs adds, a sign; the second of a kind counts, more do not. */
const SIGNS: Readonly<Record<string, number>> = {
  "cust-feeling": 1.5,
  "cust-irony": 1.5,
  "cust-sigh": 1.5,
  "cust-protest": 1.3,
  "cust-protest-soft": 1.3,
  "cust-trouble": 0.8,
  "cust-insist": 0.7,
  hardship: 0.6,
  "cust-weak": 0.5,
  "cust-mild": 0.25,
};
const EACH_SIGN = Object.entries(SIGNS);
/** What anybody says, however content («I need a table», «that's great»): it counts as far as the customer is upset besides. */
const ONLY_IF_UPSET = new Set(["cust-protest-soft", "cust-insist", "cust-weak", "cust-mild"]);
/** Odds of plain signs, over all turns, from which the others count in full. */
const UPSET = 2;
/** Too weak to be quoted as what shows the feeling. */
const UNQUOTED = new Set(["cust-weak", "cust-mild"]);
const MOST_OF_A_KIND = 2;
const AGAINST = ["cust-hostile", "cust-abusive"];

/** What the turn and its place add. */
const PLACE = {
  bias: -0.75,
  hostile: 1.8,
  loud: 0.35,
  friendly: -0.9,
  /** A number, a name, a postcode. */
  data: -0.7,
  question: -0.5,
  short: -0.75,
  /** For each kind of brush-off in the agent's turn before. */
  rebuffed: 0.55,
  /** Puts right what the agent gave back, in a calm talk: «that is not right, it was Monday». */
  corrects: -1.2,
  /** The same words again, all of three. */
  insists: 0.85,
  but: 0.55,
  /** From first turn to last. */
  late: -0.85,
  goodbye: -0.5,
} as const;

const BRUSH_OFF = ["refusal", "passing-on", "defensive", "blame", "negative"];
const SHORT = 4;
const DATA = 14;
const REMEMBERED = 4;

/** Weighs every turn of the customer by itself. */
export function displeasures(talk: Talk): readonly Displeasure[] {
  const turns = customerTurns(talk);
  const loud = !agentShouts(talk);
  const said: ReadonlySet<string>[] = [];
  const heat = Math.min(1, turns.reduce((sum, turn) => sum + plainOdds(talk, turn), 0) / UPSET);
  return turns.map((turn, n) => {
    const words = contentIn(turn);
    const again = countAgain(words, said);
    said.push(words);
    const { odds, shown } = signsOf(talk, turn, heat);
    const place =
      placeOdds(talk, turn, n / Math.max(1, turns.length - 1), heat) +
      (n >= turns.length - 2 ? PLACE.goodbye : 0);
    const insists = (Math.min(3, again) / 3) * PLACE.insists;
    return { turn, shown, odds: odds + place + insists + (loud ? loudness(turn.text) * PLACE.loud : 0) };
  });
}

/** Words that stood in one of the last turns too. */
function countAgain(words: ReadonlySet<string>, said: readonly ReadonlySet<string>[]): number {
  let again = 0;
  for (const word of words)
    for (let n = said.length - 1; n >= 0 && n >= said.length - REMEMBERED; n--)
      if (said[n]?.has(word)) {
        again++;
        break;
      }
  return again;
}

/** Signs that nobody content gives. */
function plainOdds(talk: Talk, turn: Turn): number {
  let odds = AGAINST.some(list => talk.in(turn.index, list).length > 0) ? PLACE.hostile : 0;
  for (const [list, each] of EACH_SIGN)
    if (!ONLY_IF_UPSET.has(list)) odds += Math.min(MOST_OF_A_KIND, talk.in(turn.index, list).length) * each;
  return odds;
}

function signsOf(
  talk: Talk,
  turn: Turn,
  heat: number,
): { readonly odds: number; readonly shown: readonly Hit[] } {
  let odds: number = PLACE.bias;
  const shown: Hit[] = [];
  for (const [list, each] of EACH_SIGN) {
    const all = talk.in(turn.index, list);
    if (all.length === 0) continue;
    const hits = all.slice(0, MOST_OF_A_KIND);
    odds += hits.length * each * (ONLY_IF_UPSET.has(list) ? heat : 1);
    if (!UNQUOTED.has(list)) shown.push(...hits);
  }
  const against = AGAINST.flatMap(list => talk.in(turn.index, list));
  if (against.length) odds += PLACE.hostile;
  if (talk.in(turn.index, "cust-positive").length) odds += PLACE.friendly;
  return { odds, shown: [...shown, ...against] };
}

function placeOdds(talk: Talk, turn: Turn, late: number, heat: number): number {
  const before = lastBefore(talk.turns, turn.index, isAgent);
  const length = wordCount(turn);
  let odds = late * PLACE.late;
  if (before)
    odds +=
      Math.min(2, BRUSH_OFF.filter(list => talk.in(before.index, list).length > 0).length) * PLACE.rebuffed;
  const asked = before !== undefined && talk.in(before.index, "identity-question").length > 0;
  if ((asked && length < DATA) || (/\d{3}/u.test(turn.text) && length < DATA / 2)) odds += PLACE.data;
  if (turn.text.trimEnd().endsWith("?")) odds += PLACE.question;
  if (length <= SHORT) odds += PLACE.short;
  if (before && talk.in(before.index, "read-back").length) odds += PLACE.corrects * (1 - heat);
  if (/^\W*(?:but|so|and|well|because)\b/iu.test(turn.text)) odds += PLACE.but;
  return odds;
}

/** A word of substance as it stands, "" for any other. */
const contentOf = (word: string): string => (word.length > 2 && !STOP.has(word) ? word : "");
const contents = newSpellings(contentOf, true);

/** Words of substance in a turn. */
const contentIn = remembering(({ text }: Turn): ReadonlySet<string> => {
  const found = new Set(answersFor(contents, text.toLowerCase()) ?? lowerWords(text).map(contentOf));
  found.delete("");
  return found;
});

/** Capitals and repeated marks, as far as they may add to other signs. */
function loudness(text: string): number {
  const { words, shouted } = capitalsIn(text, 3);
  const capitals = shouted >= 2 && shouted * 4 >= words ? 1.5 : shouted ? 0.5 : 0;
  const marks = /[!?]{2,}/u.test(text) ? 1 : text.includes("!") ? 0.25 : 0;
  return capitals + marks + (/[😡🤬😤😠😭😩🙄💔]/u.test(text) ? 3 : 0);
}

/** Whole sentences in capitals. */
export function screams(text: string): boolean {
  const { words, shouted } = capitalsIn(text, 2);
  return words >= 4 && shouted * 10 >= words * 7;
}

/** An export that writes everybody in capitals shows nobody shouting. */
export const agentShouts = (talk: Talk): boolean => {
  let long = 0;
  let loud = 0;
  for (const turn of agentTurns(talk)) {
    if (wordCount(turn) < 4) continue;
    long++;
    if (screams(turn.text)) loud++;
  }
  return long > 1 && loud * 2 > long;
};
