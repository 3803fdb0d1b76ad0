import type { CheckKind, Judgement, Place, Scene, Turn } from "../model/index.js";
import { type Ending, endsCalm, level } from "./shared/ending.js";
import { inWords, type Selector, selectors, signalsIn } from "./shared/select.js";
import { byCustomer } from "./shared/turns.js";

interface Options extends Ending {
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
    warm: selectors(fields, "warm"),
    curt: selectors(fields, "curt"),
    settled: selectors(fields, "settled"),
    doubt: selectors(fields, "doubt"),
    what: fields.text("what", "a customer who ends calmer than they began"),
  }),

  asks: ({ worse, better }) =>
    `From the first third of the customer's turns to the last, less ${inWords(worse)} and more ${inWords(better)}`,

  judge(options, scene) {
    const { worse, better, what } = options;
    const turns = scene.transcript.turns.filter(byCustomer);
    if (turns.length < 3)
      return { verdict: "unknown", message: `Too few turns of the customer to see ${what}`, evidence: [] };
    const third = Math.max(1, Math.floor(turns.length / 3));
    const [begin, end] = [turns.slice(0, third), turns.slice(-third)];
    const move = turns.length < FEW ? compare(options, scene, begin, end) : weigh(options, scene, turns);
    return said(what, placesIn(scene, end, move === "calmer" ? better : worse), move);
  },
};

type Move = "calmer" | "same" | "worse";

/** Fewer turns of the customer than this are too thin to weigh an end by: the thirds are compared, no more. */
const FEW = 6;

function said(what: string, evidence: readonly Place[], move: Move): Judgement {
  if (move === "calmer")
    return {
      verdict: "pass",
      message: `Expected ${what}, heard the customer calmer or content at the end`,
      evidence,
    };
  return move === "worse"
    ? { verdict: "fail", message: `Expected ${what}, heard the customer grow more upset`, evidence }
    : {
        verdict: "partial",
        message: `Expected ${what}, heard the customer upset from beginning to end`,
        evidence,
      };
}

/** A mood from which nobody is upset; how much better is better in spite of it; how little worse is worse. */
const CALM = 0;
const CLEARLY = 1;
const WORSE = 0.15;

function compare(
  { worse, better }: Options,
  scene: Scene,
  begin: readonly Turn[],
  end: readonly Turn[],
): Move {
  const [first, last] = [mood(scene, begin, worse, better), mood(scene, end, worse, better)];
  if (last >= CALM || last > first + CLEARLY) return "calmer";
  return last < first - WORSE ? "worse" : "same";
}

/** Mean level of upset in the last third from which a customer leaves upset, not merely cool. */
const UPSET = 0.42;
/** Share of the first turns at their worst from which nothing can grow worse. */
const WORST = 0.5;

/** Of a long conversation the end is weighed; a customer who leaves uncalmed leaves cool or upset. */
function weigh(options: Options, scene: Scene, turns: readonly Turn[]): Move {
  if (endsCalm(options, scene, turns)) return "calmer";
  const third = Math.max(2, Math.floor(turns.length / 3));
  const [begin, end] = [turns.slice(0, third), turns.slice(-third)];
  if (risen(options, scene, turns)) return "worse";
  const worst = begin.filter(turn => options.worse.every(one => has(scene, turn, [one]) > 0)).length;
  return level(scene, end, options.worse) > UPSET && worst < begin.length * WORST ? "worse" : "same";
}

/** How much higher the worst of the second half must stand than the worst of the first. */
const RISE = 0.5;

/** Hostile in the second half, and worse than ever in the first: nothing was taken off the heat. */
function risen({ worse }: Options, scene: Scene, turns: readonly Turn[]): boolean {
  const half = Math.floor(turns.length / 2);
  const peak = (part: readonly Turn[]): number =>
    part.reduce((most, turn) => Math.max(most, level(scene, [turn], worse)), Number.NEGATIVE_INFINITY);
  const later = turns.slice(-half);
  const hostile = later.some(turn => worse.length > 1 && has(scene, turn, worse.slice(1)) > 0);
  return hostile && peak(later) > peak(turns.slice(0, -half)) + RISE;
}

const has = (scene: Scene, turn: Turn, list: readonly Selector[]): number =>
  list.filter(({ act }) => signalsIn(scene, act, turn.index).length > 0).length;

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

/** Most turns that a verdict points to. */
const SHOWN = 3;

const placesIn = (scene: Scene, turns: readonly Turn[], list: readonly Selector[]): readonly Place[] =>
  turns
    .filter(turn => has(scene, turn, list) > 0)
    .slice(0, SHOWN)
    .map(turn => ({ turn: turn.index, from: 0, to: turn.text.length }));
