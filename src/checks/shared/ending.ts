import type { Scene, Turn } from "../../model/index.js";
import { fits, pick, type Selector, signalsIn } from "./select.js";

/** By which acts the end of a conversation shows how the customer leaves. */
export interface Ending {
  /** Upset, mildest first. */
  readonly worse: readonly Selector[];
  /** More than a habitual thanks. */
  readonly warm: readonly Selector[];
  /** A bare «no», «fine», «whatever» at the end. */
  readonly curt: readonly Selector[];
  /** The customer takes what is offered. */
  readonly settled: readonly Selector[];
  /** What the agent leaves standing, so that silence after it is no calm. */
  readonly doubt: readonly Selector[];
}

/**
 * What each sign at the end adds to the log-odds that the customer leaves calm, and how many of it count: a logistic
 * regression on the 76 labelled conversations, rounded.
 */
const WEIGHTS = {
  bias: 1.4,
  warm: 2,
  settled: 0.75,
  doubt: -1.5,
  curt: -2,
  lately: -0.6,
  throughout: -2,
} as const;
const MOST = { warm: 2, settled: 3, doubt: 2 } as const;
/** Turns of the customer at the end that are looked at, and those in which a curt one counts. */
const LAST = 3;
const VERY_LAST = 2;

/** Whether the signs at the end of a conversation say that the customer leaves calm. */
export function endsCalm(ending: Ending, scene: Scene, turns: readonly Turn[]): boolean {
  const upset = turnsOf(scene, ending.worse.slice(0, 1));
  const last = turns.slice(-LAST);
  const late = (scene.transcript.turns.length - 1) / 2;
  const after = (list: readonly Selector[]): number =>
    list.flatMap(each => pick(scene, each)).filter(({ evidence }) => (evidence[0]?.turn ?? -1) >= late)
      .length;
  const warm = turnsOf(scene, ending.warm);
  const curt = turnsOf(scene, ending.curt);
  const odds =
    WEIGHTS.bias +
    WEIGHTS.warm *
      Math.min(MOST.warm, last.filter(({ index }) => warm.has(index) && !upset.has(index)).length) +
    WEIGHTS.settled * Math.min(MOST.settled, after(ending.settled)) +
    WEIGHTS.doubt * Math.min(MOST.doubt, after(ending.doubt)) +
    WEIGHTS.curt * Number(turns.slice(-VERY_LAST).some(({ index }) => curt.has(index))) +
    WEIGHTS.lately * last.filter(({ index }) => upset.has(index)).length +
    (WEIGHTS.throughout * turns.filter(({ index }) => upset.has(index)).length) / turns.length;
  return odds > 0;
}

const turnsOf = (scene: Scene, list: readonly Selector[]): ReadonlySet<number> =>
  new Set(list.flatMap(each => pick(scene, each).map(({ evidence }) => evidence[0]?.turn ?? -1)));

/** A level that nothing passes, so that one turn does not stand for all. */
const HIGHEST = 4;

/** Mean level of upset over some turns: the weight of the signal, 1 where it has none. */
export function level(scene: Scene, turns: readonly Turn[], worse: readonly Selector[]): number {
  const each = turns.map(({ index }) =>
    Math.max(
      0,
      ...worse
        .flatMap(({ act, where }) => signalsIn(scene, act, index).filter(signal => fits(signal, where)))
        .map(({ value }) => Math.min(HIGHEST, value ?? 1)),
    ),
  );
  return each.reduce((sum, value) => sum + value, 0) / Math.max(1, each.length);
}
