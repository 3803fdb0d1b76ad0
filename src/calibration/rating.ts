import type { Verdict } from "../model/index.js";

/** The judge that is no person. */
export const MACHINE = "machine";

/** One judge's answer to one check of one conversation. */
export interface Rating {
  /** What was judged: the conversation's hash or name. */
  readonly unit: string;
  readonly check: string;
  readonly judge: string;
  readonly verdict: Verdict;
  /** Words that the answer rests on, where they are known. */
  readonly quote?: string;
  readonly comment?: string;
}

/** Two answers to one question. */
export interface Pair {
  readonly a: Rating;
  readonly b: Rating;
}

/** Questions (a check of a conversation) → the answers that judges gave; a judge's later answer replaces an earlier one. */
export function questionsOf(ratings: readonly Rating[]): ReadonlyMap<string, readonly Rating[]> {
  const questions = new Map<string, Map<string, Rating>>();
  for (const rating of ratings) {
    const key = `${rating.unit}\0${rating.check}`;
    const judges = questions.get(key) ?? new Map<string, Rating>();
    questions.set(key, judges.set(rating.judge, rating));
  }
  return new Map([...questions].map(([key, judges]) => [key, [...judges.values()].sort(byJudge)]));
}

const byJudge = (a: Rating, b: Rating): number => (a.judge < b.judge ? -1 : a.judge > b.judge ? 1 : 0);

/** All pairs of answers to one question: of the machine with each person, or of people among themselves. */
export function pairsOf(
  answers: readonly Rating[],
  between: "machine-human" | "human-human",
): readonly Pair[] {
  const people = answers.filter(({ judge }) => judge !== MACHINE);
  if (between === "machine-human") {
    const machine = answers.find(({ judge }) => judge === MACHINE);
    return machine === undefined ? [] : people.map(b => ({ a: machine, b }));
  }
  return people.flatMap((a, i) => people.slice(i + 1).map(b => ({ a, b })));
}
