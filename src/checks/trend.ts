import type { CheckKind, Scene, Turn } from "../model/index.js";
import { inWords, type Selector, selectors } from "./shared/select.js";
import { byCustomer } from "./shared/turns.js";

interface Options {
  readonly worse: readonly Selector[];
  readonly better: readonly Selector[];
  readonly what: string;
}

/** How a role's feeling moves from the first third of its turns to the last. */
export const trend: CheckKind<Options> = {
  name: "trend",
  summary:
    "The customer's feeling, first third against last third: better or calm passes, the same and negative is partial, worse fails",

  parse: fields => ({
    worse: selectors(fields, "worse"),
    better: selectors(fields, "better"),
    what: fields.text("what", "a customer who ends calmer than they began"),
  }),

  asks: ({ worse, better }) =>
    `From the first third of the customer's turns to the last, less ${inWords(worse)} and more ${inWords(better)}`,

  judge({ worse, better, what }, scene) {
    const turns = scene.transcript.turns.filter(byCustomer);
    if (turns.length < 3)
      return { verdict: "unknown", message: `Too few turns of the customer to see ${what}`, evidence: [] };
    const third = Math.max(1, Math.floor(turns.length / 3));
    const begin = mood(scene, turns.slice(0, third), worse, better);
    const end = mood(scene, turns.slice(-third), worse, better);
    const low = lowest(scene, turns.slice(-third), worse);
    const evidence = low.map(turn => ({ turn: turn.index, from: 0, to: turn.text.length }));
    if (end >= CALM || end > begin + CLEARLY)
      return {
        verdict: "pass",
        message: `Expected ${what}, heard the customer calmer or content at the end`,
        evidence: [],
      };
    if (end < begin - WORSE)
      return { verdict: "fail", message: `Expected ${what}, heard the customer grow more upset`, evidence };
    return {
      verdict: "partial",
      message: `Expected ${what}, heard the customer upset from beginning to end`,
      evidence,
    };
  },
};

const has = (scene: Scene, turn: Turn, list: readonly Selector[]): number =>
  list.filter(({ act }) => scene.of(act).some(signal => signal.evidence[0]?.turn === turn.index)).length;

/** A mood from which nobody is upset; how much better is better in spite of it; how little worse is worse. */
const CALM = 0;
const CLEARLY = 1;
const WORSE = 0.15;
/** What a kind word weighs against a bad one: people thank by habit. */
const KIND = 0.5;

/** Mean feeling of some turns, from kind down to hostile; the last turn counts twice. */
function mood(
  scene: Scene,
  turns: readonly Turn[],
  worse: readonly Selector[],
  better: readonly Selector[],
): number {
  const each = turns.map(
    turn =>
      (has(scene, turn, better) > 0 && has(scene, turn, worse) === 0 ? KIND : 0) - has(scene, turn, worse),
  );
  const last = each.at(-1) ?? 0;
  return (each.reduce((sum, value) => sum + value, 0) + last) / (each.length + 1);
}

const lowest = (scene: Scene, turns: readonly Turn[], worse: readonly Selector[]): readonly Turn[] =>
  turns.filter(turn => has(scene, turn, worse) > 0).slice(0, 3);
