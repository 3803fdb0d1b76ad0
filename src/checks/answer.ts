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
    const given = firsts(options.answers, scene);
    const verdict = met === all || (first && met * 2 >= all) ? "pass" : given.length > 0 ? "partial" : "fail";
    const missed = opportunities.flatMap(({ cue, answer }) => (answer ? [] : [cue]));
    const message = `Expected ${options.what} at ${all} moment${all === 1 ? "" : "s"} that called for it, heard it at ${met}`;
    return {
      verdict,
      message,
      evidence: verdict === "pass" ? given : verdict === "fail" ? missed : [...given, ...missed],
      opportunities,
    };
  },
};

/**
 * Neighbouring cues, with no more than `merge` calm turns of the customer between, are one opportunity; it is answered
 * where an answer comes soon after its first cue.
 */
function opportunitiesIn({ cues, answers, within, merge }: Options, scene: Scene): readonly Opportunity[] {
  const { turns } = scene.transcript;
  const places = firsts(cues, scene);
  const replies = firsts(answers, scene);
  const found: { readonly cue: Place; last: number }[] = [];
  for (const cue of places) {
    const open = found.at(-1);
    const calm = open
      ? turns.filter(turn => byCustomer(turn) && turn.index > open.last && turn.index < cue.turn).length
      : 0;
    if (open && calm <= merge) open.last = cue.turn;
    else found.push({ cue, last: cue.turn });
  }
  return found.map(({ cue }) => {
    const answer = replies.find(
      ({ turn }) => turn > cue.turn && runsBetween(turns, cue.turn, turn) <= within,
    );
    return { cue, ...(answer && { answer }) };
  });
}

const firsts = (list: readonly Selector[], scene: Scene): readonly Place[] =>
  onePerTurn(list.flatMap(selector => pick(scene, selector).flatMap(signal => signal.evidence.slice(0, 1))));
