import type { Detector, Hit, Place, Signal, Talk, Turn } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { isProvoked } from "./shared/rebuttal.js";
import { agentTurns, placeOf, signal } from "./shared/turns.js";

/** What a turn does for the customer: a word of fault in it is sympathy, advice or candour. */
const HELPS = [
  "empathy",
  "apology",
  "bare-sorry",
  "ownership",
  "positive",
  "alternative",
  "remedy",
  "gratitude",
  "humour",
] as const;

/** Puts the fault on the customer, or attacks the person. */
export const blame: Detector = {
  name: "blame",
  summary: "Puts the fault on the customer, or attacks the person, in a turn that does nothing for them",
  after: ["customer-feeling", ...HELPS],

  detect(talk, earlier) {
    const at = (act: string): ReadonlySet<number> =>
      new Set(earlier(act).map(found => found.evidence[0]!.turn));
    const upset = at("customer-negative");
    const helps = new Set(HELPS.flatMap(act => [...at(act)]));
    return agentTurns(talk).flatMap(turn => {
      const hits = unless(talk, turn, "blame", "blame-not").filter(hit => !wonders(talk, hit));
      const plain = hits.filter(hit => OUTRIGHT.test(turn.text.slice(hit.from, hit.to)));
      if (plain.length) return blames(turn, placeOf(plain[0] as Hit));
      if (helps.has(turn.index) || AGREES.test(turn.text)) return [];
      if (hits[0]) return blames(turn, placeOf(hits[0]));
      return isProvoked(talk, turn, upset) ? blames(turn, byGrammar(turn)) : [];
    });
  },
};

const blames = (turn: Turn, place: Place | undefined): readonly Signal[] =>
  place ? [signal("blame", turn.role, [place])] : [];

/** Blame whatever stands beside it. */
const OUTRIGHT =
  /\b(?:fault|blame|stupid|silly|common sense|learn to|you people|your (?:mistake|error|carelessness)|should(?:n['’]?t)? (?:really )?(?:have|of|['’]ve)|ought to have)\b/iu;
/** «You're right about the bill», «please confirm: you have opted out»: what follows corrects or reads back. */
const AGREES =
  /\bconfirm(?:ing|ed)?\b|\byou(?:['’]?re| are| were) (?:absolutely |quite |completely )?(?:right|correct)\b/iu;

/** How a complaint is turned round without a word for fault. */
const TURNS_ROUND: readonly RegExp[] = [
  // The customer's own consent is thrown back: «you ticked the box», «it's in the contract you signed».
  /\byou (?:\p{L}+ )?(?:signed|ticked|agreed to|accepted|clicked|opted)\b/iu,
  // People are like that: «most people drown them», «some folk ride the clutch», «ninety per cent of it is tenants…».
  /\b(?:most|some|half the) (?:of (?:the|our) )?(?:people|folks?|customers|tenants|users|guests|passengers|drivers|patients|owners)\b|\bpeople (?:just |always |never )?(?:do ?n['’]?t|forget|leave|never|ca ?n['’]?t|won['’]?t)\b|\b(?:\p{L}+|\d+) ?(?:per ?cent|%) of \p{L}+/iu,
  // A question that looks for the customer's slip, with what follows from it: «was it out by six? because if it wasn't…».
  /\b(?:did|was|were|have|had) (?:you|the|it|your)\b[^.!]{1,60}?\b(?:because|cause|cos) if\b/iu,
  // «It's you that's at fault», «that's you, not us».
  /\bit(?:['’]?s| is| was) you (?:that|who)\b|\byou(?:,| and)? not us\b/iu,
  // «Somebody who can't read their own bill».
  /\bsome(?:one|body) who (?:ca ?n['’]?t|cannot|could ?n['’]?t|does ?n['’]?t|did ?n['’]?t|never)\b/iu,
];

/** The words in which it is turned round. */
function byGrammar(turn: Turn): Place | undefined {
  for (const each of TURNS_ROUND) {
    const found = each.exec(turn.text);
    if (found) return { turn: turn.index, from: found.index, to: found.index + found[0].length };
  }
  return undefined;
}

const TAGGED = /\b(?:did|do|have|had|were|are|could|should)(?:n'?t| not)? you\W*$/iu;

/** «And you didn't notice any swelling?» asks; «you didn't read it, did you?» does not. */
function wonders(talk: Talk, hit: Hit): boolean {
  const { text } = talk.turns[hit.turn]!;
  const sentence = talk.sentence(hit.turn, hit.from);
  return (
    sentence.question &&
    NOTHING_DONE.test(text.slice(hit.from, hit.to)) &&
    !TAGGED.test(text.slice(hit.to, sentence.to))
  );
}

/** What somebody did not do, said of them. */
const NOTHING_DONE = /^you (?:did|have|had|were)(?:n['’]?t| not)\b/iu;
