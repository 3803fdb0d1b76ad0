import type { CheckKind, Opportunity, Place, Scene } from "../model/index.js";
import { pick, type Selector, selectors } from "./shared/select.js";
import { byCustomer, onePerTurn, runsBetween } from "./shared/turns.js";

interface Options {
  readonly cues: readonly Selector[];
  readonly answers: readonly Selector[];
  /** The answer must stand in the agent's next so many turns. */
  readonly within: number;
  /** Cues so many customer turns apart are about the same trouble. */
  readonly merge: number;
  readonly what: string;
}

/** Each cue of the customer is answered by an act of the agent, soon. */
export const answer: CheckKind<Options> = {
  name: "answer",
  summary: "Each cue is answered by an act within so many agent turns",

  parse: fields => ({
    cues: selectors(fields, "cues"),
    answers: selectors(fields, "answers"),
    within: fields.number("within", 2),
    merge: fields.number("merge", 1),
    what: fields.text("what", ""),
  }),

  judge(options, scene) {
    const opportunities = opportunitiesIn(options, scene);
    const all = opportunities.length;
    if (!all) return { verdict: "na", message: `Nothing here called for ${options.what}`, evidence: [] };
    const met = opportunities.filter(({ answer }) => answer).length;
    const first = opportunities[0]?.answer !== undefined;
    const verdict = met === all || (first && met * 2 >= all) ? "pass" : met > 0 ? "partial" : "fail";
    const missed = opportunities.flatMap(({ cue, answer }) => (answer ? [] : [cue]));
    const given = onePerTurn(opportunities.flatMap(({ answer }) => answer ?? []));
    const message = `Expected ${options.what} at ${all} moment${all === 1 ? "" : "s"} that called for it, heard it at ${met}`;
    return { verdict, message, evidence: verdict === "pass" ? given : verdict === "fail" ? missed : [...given, ...missed], opportunities };
  },
};

/** Neighbouring cues are one opportunity until one is answered; an answer may stand in the cue's wake or the next. */
function opportunitiesIn({ cues, answers, within, merge }: Options, scene: Scene): readonly Opportunity[] {
  const { turns } = scene.transcript;
  const places = onePerTurn(cues.flatMap(selector => pick(scene, selector).flatMap(signal => signal.evidence.slice(0, 1))));
  const replies = onePerTurn(answers.flatMap(selector => pick(scene, selector).flatMap(signal => signal.evidence.slice(0, 1))));
  const found: { cue: Place; last: number; answer?: Place }[] = [];
  for (const cue of places) {
    const reply = replies.find(({ turn }) => turn > cue.turn && runsBetween(turns, cue.turn, turn) <= within);
    const open = found.at(-1);
    const apart = open ? turns.filter(turn => byCustomer(turn) && turn.index > open.last && turn.index < cue.turn).length : Number.POSITIVE_INFINITY;
    if (open && apart < merge && (open.answer === undefined || open.answer.turn > cue.turn)) {
      open.last = cue.turn;
      if (open.answer === undefined && reply) open.answer = reply;
    } else if (!(open?.answer && reply && open.answer.turn === reply.turn)) found.push({ cue, last: cue.turn, ...(reply && { answer: reply }) });
  }
  return found.map(({ cue, answer }) => ({ cue, ...(answer && { answer }) }));
}
