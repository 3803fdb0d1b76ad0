import { Session } from "node:inspector";

interface Covered {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

// Code counts its blocks only if it was compiled while V8 counts: what is to be measured is imported after this file,
// by `await import()`.
const session = new Session();
session.connect();
post("Profiler.enable");
post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/**
 * How many steps our own code takes: how often each of its blocks ran, as V8 counts them for coverage. The same input
 * takes the same steps, whatever else the machine does. What a regular expression does inside is not counted, but every
 * use of one is.
 */
export function stepsOf(work: () => void): number {
  post("Profiler.takePreciseCoverage");
  work();
  const { result } = post("Profiler.takePreciseCoverage") as Covered;
  let steps = 0;
  for (const { url, functions } of result)
    if (/\/src\/[^?]+\.tsx?/.test(url))
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  return steps;
}

/** On the thread's own session an answer comes before `post` returns. */
function post(method: string, parameters: object = {}): unknown {
  let answer: unknown;
  session.post(method, parameters, (error, given) => {
    if (error) throw error;
    answer = given;
  });
  return answer;
}

/** Steps at a size and at its doublings. */
export const doublings = (
  work: (size: number) => () => void,
  first: number,
  count: number,
): readonly number[] => Array.from({ length: count + 1 }, (_, i) => stepsOf(work(first * 2 ** i)));

/** The worst factor by which steps grew where the input doubled; small counts are noise and left out. */
export function worstGrowth(steps: readonly number[]): number {
  const grown = steps.slice(1).map((count, i) => count / Math.max(500, steps[i] ?? 0));
  return Math.max(...grown);
}
