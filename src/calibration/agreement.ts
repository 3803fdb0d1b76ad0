import type { Verdict } from "../model/index.js";
import { MACHINE, type Pair, pairsOf, questionsOf, type Rating } from "./rating.js";

/** How far judges agree about one check. A figure that cannot be worked out is left out: without variation there is no kappa. */
export interface Agreement {
  readonly check: string;
  readonly between: "machine-human" | "human-human";
  /** Pairs of answers compared, and conversations they come from. */
  readonly pairs: number;
  readonly units: number;
  /** Share of pairs that agree, with Wilson's 95 % interval. */
  readonly agreement: number;
  readonly low: number;
  readonly high: number;
  readonly kappa?: number;
  readonly alpha?: number;
  readonly ac1?: number;
  /** One verdict so common that kappa says little: read AC1. */
  readonly prevalent?: Verdict;
}

/** From this share on, one verdict rules the table and kappa collapses although people agree. */
const PREVALENT = 0.8;

/** Agreement check by check, in the order in which checks first occur. */
export function agreementsOf(
  ratings: readonly Rating[],
  between: Agreement["between"],
): readonly Agreement[] {
  const questions = [...questionsOf(ratings).values()];
  const checks = new Set(ratings.map(({ check }) => check));
  return [...checks].flatMap(check => {
    const of = questions.filter(([first]) => first?.check === check);
    const pairs = of.flatMap(answers => pairsOf(answers, between));
    if (pairs.length === 0) return [];
    const alone = between === "human-human" ? of.flatMap(onlyPerson) : [];
    return [agreementOf(check, between, pairs, alone)];
  });
}

/** What one person answered where nobody else did: it says nothing of agreement, and how common the verdict is. */
function onlyPerson(answers: readonly Rating[]): readonly Verdict[] {
  const people = answers.filter(({ judge }) => judge !== MACHINE);
  return people.length === 1 ? people.map(({ verdict }) => verdict) : [];
}

function agreementOf(
  check: string,
  between: Agreement["between"],
  pairs: readonly Pair[],
  alone: readonly Verdict[],
): Agreement {
  const agreed = pairs.filter(agrees).length;
  const kappa = kappaOf(pairs);
  const alpha = alphaOf(pairs);
  const ac1 = ac1Of(pairs, alone);
  const prevalent = prevalentIn(pairs);
  return {
    check,
    between,
    pairs: pairs.length,
    units: new Set(pairs.map(({ a }) => a.unit)).size,
    agreement: agreed / pairs.length,
    ...wilson(agreed, pairs.length),
    ...(kappa !== undefined && { kappa }),
    ...(alpha !== undefined && { alpha }),
    ...(ac1 !== undefined && { ac1 }),
    ...(prevalent && { prevalent }),
  };
}

/** Whether two answers are the same verdict. */
export const agrees = ({ a, b }: Pair): boolean => a.verdict === b.verdict;

/** Cohen's kappa of each two judges, weighted by how many questions they share (Light 1971 for more than two). */
export function kappaOf(pairs: readonly Pair[]): number | undefined {
  const judges = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = `${pair.a.judge}\0${pair.b.judge}`;
    const some = judges.get(key);
    if (some) some.push(pair);
    else judges.set(key, [pair]);
  }
  const each = [...judges.values()].flatMap(some => {
    const kappa = cohen(some);
    return kappa === undefined ? [] : [{ kappa, n: some.length }];
  });
  const n = each.reduce((sum, one) => sum + one.n, 0);
  return n === 0 ? undefined : each.reduce((sum, one) => sum + one.kappa * one.n, 0) / n;
}

/** Cohen 1960: each judge has habits of their own; undefined where chance alone would agree always. */
function cohen(pairs: readonly Pair[]): number | undefined {
  const n = pairs.length;
  const first = shares(pairs.map(({ a }) => a.verdict));
  const second = shares(pairs.map(({ b }) => b.verdict));
  const expected = [...first].reduce((sum, [verdict, share]) => sum + share * (second.get(verdict) ?? 0), 0);
  return beyond(pairs.filter(agrees).length / n, expected);
}

/** Krippendorff's alpha for names, in the correction for small numbers; a question's pairs share the weight of its answers. */
export function alphaOf(pairs: readonly Pair[]): number | undefined {
  const answers = byQuestion(pairs);
  const n = answers.reduce((sum, some) => sum + some.length, 0);
  const counts = countsOf(answers.flat());
  let differing = 0;
  for (const some of answers) {
    const own = [...countsOf(some).values()];
    const same = own.reduce((sum, count) => sum + count * (count - 1), 0);
    differing += (some.length * (some.length - 1) - same) / (some.length - 1);
  }
  const expected = n * n - [...counts.values()].reduce((sum, count) => sum + count * count, 0);
  if (n < 2 || expected === 0) return undefined;
  return 1 - ((n - 1) * differing) / expected;
}

/**
 * Gwet's AC1 (2008): steady where one verdict is far more common than the others. Questions that one person answered
 * alone count for how common a verdict is.
 */
export function ac1Of(pairs: readonly Pair[], alone: readonly Verdict[] = []): number | undefined {
  const answers = byQuestion(pairs);
  const heard = [...answers, ...alone.map(verdict => [verdict])];
  const categories = new Set(heard.flat());
  if (categories.size < 2) return answers.length > 0 ? 1 : undefined;
  const mean = [...categories].map(
    verdict =>
      heard.reduce((sum, some) => sum + some.filter(one => one === verdict).length / some.length, 0) /
      heard.length,
  );
  const expected = mean.reduce((sum, share) => sum + share * (1 - share), 0) / (categories.size - 1);
  const agreement =
    answers.reduce((sum, some) => {
      const same = [...countsOf(some).values()].reduce((all, count) => all + count * (count - 1), 0);
      return sum + same / (some.length * (some.length - 1));
    }, 0) / answers.length;
  return beyond(agreement, expected);
}

const beyond = (agreement: number, expected: number): number | undefined =>
  expected >= 1 - 1e-12 ? undefined : (agreement - expected) / (1 - expected);

/** Answers of each question that has two or more. Machine and human: each pair is a question of its own. */
function byQuestion(pairs: readonly Pair[]): readonly (readonly Verdict[])[] {
  const machine =
    pairs.every(({ a }) => a.judge === pairs[0]?.a.judge) && pairs.some(({ a }) => a.judge === MACHINE);
  if (machine) return pairs.map(({ a, b }) => [a.verdict, b.verdict]);
  const questions = new Map<string, Map<string, Verdict>>();
  for (const { a, b } of pairs)
    for (const one of [a, b]) {
      const judges = questions.get(one.unit) ?? new Map<string, Verdict>();
      questions.set(one.unit, judges.set(one.judge, one.verdict));
    }
  return [...questions.values()].map(judges => [...judges.values()]);
}

function countsOf(verdicts: readonly Verdict[]): ReadonlyMap<Verdict, number> {
  const counts = new Map<Verdict, number>();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return counts;
}

const shares = (verdicts: readonly Verdict[]): ReadonlyMap<Verdict, number> =>
  new Map([...countsOf(verdicts)].map(([verdict, count]) => [verdict, count / verdicts.length]));

function prevalentIn(pairs: readonly Pair[]): Verdict | undefined {
  const all = shares(pairs.flatMap(({ a, b }) => [a.verdict, b.verdict]));
  return [...all].find(([, share]) => share >= PREVALENT)?.[0];
}

/** Of a normal curve, 95 % lie within so many deviations. */
const Z = 1.959964;

function wilson(hits: number, n: number): { readonly low: number; readonly high: number } {
  const rate = hits / n;
  const spread = 1 + Z ** 2 / n;
  const middle = (rate + Z ** 2 / (2 * n)) / spread;
  const reach = (Z * Math.sqrt((rate * (1 - rate)) / n + Z ** 2 / (4 * n ** 2))) / spread;
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
