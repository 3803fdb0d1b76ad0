import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { asks } from "./shared/asks.js";
import { unless } from "./shared/lists.js";
import { agentTurns, overlaps, perTurn, placeOf, signal, wordCount } from "./shared/turns.js";

/** Fewer words than this announce nothing. */
const SAYS = 5;

/**
 * What will happen, who does it, by when. An offer that is not taken up, or one of several without a time, is no step.
 */
export const nextStep: Detector = {
  name: "next-step",
  summary: "What will happen or has been set going; `timed` where it says when, `kind` done or to come",
  after: ["alternative", "ownership", "follow-up"],

  detect(talk, earlier) {
    const offers = [...earlier("alternative"), ...earlier("remedy")];
    const turnsOf = (found: readonly Signal[]) => new Set(found.map(({ evidence }) => evidence[0]!.turn));
    const several = turnsOf(offers.filter(({ detail }) => detail?.ways === "several"));
    const left = turnsOf(offers.filter(({ detail }) => detail?.ways === "one" && detail.taken === "no"));
    const begun = Math.min(
      ...["alternative", "remedy", "ownership"]
        .flatMap(act => earlier(act))
        .map(found => found.evidence[0]!.turn),
    );
    const promises = earlier("follow-up")
      .filter(({ detail }) => detail?.kind === "promise")
      .map(({ evidence }) => evidence[0]!)
      .filter(({ turn, from, to }) => COMES.test(talk.turns[turn]!.text.slice(from, to)));
    return agentTurns(talk).flatMap(turn => {
      const timed = talk.in(turn.index, "time").length > 0;
      const held = left.has(turn.index) || (!timed && several.has(turn.index));
      const found = held ? [] : stepsIn(talk, turn);
      const steps = found.filter(({ phrase }) => begun <= turn.index || !TIME_ALONE.test(phrase));
      const hits = timed || steps.some(({ phrase }) => !DONE.test(phrase)) ? steps : [];
      const kind = hits.every(({ phrase }) => DONE.test(phrase)) ? "done" : "to-come";
      const detail = { timed: timed ? "yes" : "no", kind };
      if (wordCount(turn) < SAYS) return [];
      const comes = hits.length || held ? [] : promises.filter(at => at.turn === turn.index);
      return hits.length
        ? perTurn("next-step", turn, hits, { detail })
        : comes.map(at => signal("next-step", turn.role, [at], { detail: { ...detail, kind: "to-come" } }));
    });
  },
};

/** A promise to come back, where a check that it is settled is none. */
const COMES = /(?:['’]ll|\bwill|\bshall|going to)\b/iu;

/** Phrases in which it has been done already. */
const DONE = /<done>|\^ \(done|\(sent\|emailed/u;

/** "Within 30 days": a time, which is a step once somebody set out to help, and the terms of the house before. */
const TIME_ALONE = /^\((?:by|within|give|<number>)|^\(it\|that\) \(is\|was\)/u;
/** What the customer is told to do: a step of the plan, and none where they are sent elsewhere. */
const THEIRS = /^(?:\^ \(then|you \(ring)/u;

/** Steps that are announced: not asked about, and not part of a no. */
function stepsIn(talk: Talk, turn: Turn): readonly Hit[] {
  const sent = talk.in(turn.index, "passing-on").length > 0;
  const refused = unless(talk, turn, "refusal", "refusal-technical").map(placeOf);
  return unless(talk, turn, "next-step", "next-step-not").filter(
    hit =>
      !asks(talk, hit) &&
      !(sent && THEIRS.test(hit.phrase)) &&
      !refused.some(no => overlaps(no, placeOf(hit))),
  );
}
