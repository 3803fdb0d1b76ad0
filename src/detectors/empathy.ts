import type { Detector, Hit, Place, Signal, Talk, Turn } from "../model/index.js";
import { compassionIn, grantsNeed } from "./shared/compassion.js";
import { agentTurns, answered, customersBefore, overlaps, perTurn, placeOf, signal } from "./shared/turns.js";

/** "…, but": what follows takes back what was said. */
const TURNED = /^[^.!?\n]{0,80}?\b(?:but|however|although|unfortunately)\b/iu;

/** "I understand how frustrating…": said to anybody. */
const STOCK = /^\(i\|we\) \(can\|could/u;
/** What makes good a "but" after such a phrase. */
const HELPS = ["positive", "ownership", "empathy", "sorry-for", "responsibility", "repair"];
/** What a customer may have told that calls for it, without having sounded upset. */
const TROUBLE = ["cust-trouble", "cust-feeling", "cust-protest", "cust-mild"];
/** Customer turns back that a feeling may lie which empathy answers. */
const RECENT = 4;

/** Names, validates or normalises the customer's feeling or its cause. */
export const empathy: Detector = {
  name: "empathy",
  summary: "Names, validates or normalises the customer's feeling, or condoles",
  after: ["customer-feeling"],

  detect(talk, earlier) {
    const upset = new Set(earlier("customer-negative").map(found => found.evidence[0]!.turn));
    return agentTurns(talk).flatMap(turn => {
      const hits = felt(talk, turn, upset).filter(hit => !takenBack(talk, turn, hit) && !denied(talk, hit));
      if (hits.length) return perTurn("empathy", turn, hits, { detail: { step: step(talk, turn) } });
      const heavy = burdens(talk, turn, upset);
      if (heavy.length) return perTurn("empathy", turn, heavy, { detail: { step: "names-fact" } });
      const place = answersUpset(talk, turn, upset) ? compassionIn(talk, turn) : granted(talk, turn);
      if (place) return [signal("empathy", turn.role, [place], { detail: { step: step(talk, turn) } })];
      return condolence(talk, turn);
    });
  },
};

/** A stock phrase in answer to a neutral request is none; reassurance in general words must answer a worry at once. */
function felt(talk: Talk, turn: Turn, upsets: ReadonlySet<number>): readonly Hit[] {
  const troubled = (told: Turn): boolean =>
    upsets.has(told.index) || talk.in(told.index, "hardship").length > 0;
  const recent = customersBefore(talk, turn.index, RECENT);
  if (!recent.some(told => troubled(told) || TROUBLE.some(list => talk.in(told.index, list).length > 0)))
    return [];
  const soon = answered(talk, turn).slice(-2).some(troubled);
  const soft = soon ? talk.in(turn.index, "empathy-soft").filter(hit => !echoed(talk, turn, hit)) : [];
  const upset = recent.some(troubled);
  const named = talk.in(turn.index, "empathy").filter(hit => upset || !STOCK.test(hit.phrase));
  return [...named, ...soft].sort((a, b) => a.from - b.from);
}

/** «No pressure nine days»: the very word that the customer told of is no comfort. */
function echoed(talk: Talk, turn: Turn, { from, to }: Hit): boolean {
  const [word] = /\bpressure\b/iu.exec(turn.text.slice(from, to)) ?? [];
  return (
    word !== undefined &&
    customersBefore(talk, turn.index, RECENT).some(({ text }) => /\bpressure\b/iu.test(text))
  );
}

/** The customer was upset in one of the last two turns that this one answers. */
const answersUpset = (talk: Talk, turn: Turn, upset: ReadonlySet<number>): boolean =>
  answered(talk, turn)
    .slice(-2)
    .some(told => upset.has(told.index));

/** A need stated just before, granted in the turn that answers it, with nothing against it. */
function granted(talk: Talk, turn: Turn): Place | undefined {
  const place = grantsNeed(answered(talk, turn).at(-1), turn);
  const against = ["refusal", "negative", "defensive", "passing-on", "sorry-courtesy"];
  return against.some(list => talk.in(turn.index, list).length > 0) ? undefined : place;
}

const YOURS = /\b(?:you|your|yours|you(?:'re|'ve|re|ve))\b/iu;
/** So many burdens in one sentence about the customer are named as hard to bear, not as data. */
const HEAVY = 2;

/** «So you're at the desk with two children and no way to pay»: the fact, named as something hard to bear. */
function burdens(talk: Talk, turn: Turn, upset: ReadonlySet<number>): readonly Hit[] {
  if (!answersUpset(talk, turn, upset)) return [];
  const hits = talk.in(turn.index, "burden");
  return hits.filter(hit => {
    const { from, to, question } = talk.sentence(turn.index, hit.from);
    const together = hits.filter(other => other.from >= from && other.from < to);
    return !question && together.length >= HEAVY && YOURS.test(turn.text.slice(from, to));
  });
}

/** The words are about a thing, about the agent, or ask instead of granting. */
function denied(talk: Talk, hit: Hit): boolean {
  return talk.in(hit.turn, "empathy-not").some(other => other.from < hit.to && hit.from < other.to);
}

/** «I understand your frustration, but that's our policy»: the clause after turns against the customer, or offers nothing. */
function takenBack(talk: Talk, turn: Turn, hit: Hit): boolean {
  const after = turn.text.slice(hit.to);
  const turned = TURNED.exec(after);
  if (!turned) return false;
  const from = hit.to + turned[0].length;
  if (
    STOCK.test(hit.phrase) &&
    !HELPS.some(list => talk.in(turn.index, list).some(other => other.to >= from))
  )
    return true;
  const against = ["refusal", "defensive", "blame", "passing-on"].flatMap(list => talk.in(turn.index, list));
  return (
    against.some(other => other.from >= hit.to - 1 && other.from < from + 60) &&
    !talk.in(turn.index, "positive").some(other => other.from >= hit.to)
  );
}

/** "I'm so sorry" to somebody bereaved or in hardship is condolence, not apology. */
function condolence(talk: Talk, turn: Turn): readonly Signal[] {
  const sorry = talk
    .in(turn.index, "sorry")
    .filter(
      hit =>
        !["sorry-courtesy", "sorry-none"]
          .flatMap(list => talk.in(turn.index, list))
          .some(other => overlaps(placeOf(hit), placeOf(other))),
    );
  if (!sorry.length) return [];
  const told = answered(talk, turn).slice(-3);
  const grieved = told.some(cue => talk.in(cue.index, "hardship").length > 0);
  const ours = ["sorry-for", "responsibility"].some(list => talk.in(turn.index, list).length > 0);
  return grieved && !ours ? perTurn("empathy", turn, sorry, { detail: { step: "condolence" } }) : [];
}

/** The ladder: a formula, the feeling named, the customer's own fact, that fact with something done about it. */
function step(talk: Talk, turn: Turn): string {
  const theirs = new Set(
    answered(talk, turn)
      .flatMap(cue => talk.words(cue.index))
      .filter(word => word.length > 4),
  );
  const fact = talk.words(turn.index).filter(word => theirs.has(word)).length >= 1;
  const action = talk.in(turn.index, "ownership").length + talk.in(turn.index, "positive").length > 0;
  if (fact) return action ? "fact-with-action" : "names-fact";
  return talk.in(turn.index, "empathy").some(hit => /<felt>|<hard>|<feeling>/u.test(hit.phrase))
    ? "names-feeling"
    : "formula";
}
