import type { CheckKind, Opportunity, Place, Scene } from "../model/index.js";
import { firstReached, lacksTimes, type Reach, reach, reachInWords } from "./shared/reach.js";
import { inWords, pick, type Selector, selectors } from "./shared/select.js";
import { byCustomer, onePerTurn } from "./shared/turns.js";

interface Options {
  readonly cues: readonly Selector[];
  readonly answers: readonly Selector[];
  /** A cue calls for nothing where one of these stands in its turn or comes as soon as an answer would have to. */
  readonly unless: readonly Selector[];
  /** How soon the answer must come. */
  readonly within: Reach;
  /** Cues so many customer turns apart are about the same trouble. */
  readonly merge: number;
  readonly what: string;
}

/** Each cue of the customer is answered by an act of the agent, soon. */
export const answer: CheckKind<Options> = {
  name: "answer",
  summary: "Each cue is answered by an act within so many turns of the agent, or seconds",

  parse(fields) {
    const answers = selectors(fields, "answers");
    return {
      cues: selectors(fields, "cues"),
      answers,
      unless: selectors(fields, "unless"),
      within: reach(fields, "within", 2),
      merge: fields.number("merge", 1),
      what: fields.text("what", inWords(answers)),
    };
  },

  asks: ({ cues, answers, unless, within }) =>
    `Each ${inWords(cues)} is answered by ${inWords(answers)} within ${reachInWords(within)}${unless.length ? `, unless ${inWords(unless)} is heard` : ""}`,

  judge(options, scene) {
    if (lacksTimes(scene, options.within))
      return {
        verdict: "unknown",
        message: `This export cannot show ${options.what} within ${reachInWords(options.within)}: it has no times`,
        evidence: [],
      };
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
function opportunitiesIn(options: Options, scene: Scene): readonly Opportunity[] {
  const { cues, answers, unless, within, merge } = options;
  const { turns } = scene.transcript;
  const excuses = firsts(unless, scene);
  const excused = new Set(excuses.map(({ turn }) => turn));
  const places = firsts(cues, scene).filter(
    cue => !excused.has(cue.turn) && firstReached(scene, cue, excuses, within) === undefined,
  );
  const replies = firsts(answers, scene);
  const found: { readonly cue: Place; last: number }[] = [];
  for (const cue of places) {
    const open = found.at(-1);
    const calm = open ? turns.slice(open.last + 1, cue.turn).filter(byCustomer).length : 0;
    if (open && calm <= merge) open.last = cue.turn;
    else found.push({ cue, last: cue.turn });
  }
  return found.map(({ cue }) => {
    const answer = firstReached(scene, cue, replies, within);
    return { cue, ...(answer && { answer }) };
  });
}

const firsts = (list: readonly Selector[], scene: Scene): readonly Place[] =>
  onePerTurn(list.flatMap(selector => pick(scene, selector).flatMap(signal => signal.evidence.slice(0, 1))));
