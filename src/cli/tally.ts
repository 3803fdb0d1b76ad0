import { createCounter } from "../batch/breakdown.js";
import type { Counted } from "../batch/counted.js";
import type { Outcome, Problem, Totals } from "../model/index.js";

/** What is simply no transcript, as opposed to one that is broken. */
const NO_TRANSCRIPT: ReadonlySet<string> = new Set([
  "empty-file",
  "binary-file",
  "unknown-format",
  "unsure-format",
  "not-a-file",
]);

/** Counts a run as it goes. */
export interface Tally {
  input(): void;
  audit(audit: Counted): void;
  problem(problem: Problem): void;
  readonly problems: readonly Problem[];
  totals(): Totals;
}

/** Whether a problem is about something met in a folder that is no transcript. */
export const isSkipped = ({ named, effect, code }: Problem): boolean =>
  named !== true && effect === "unreadable" && NO_TRANSCRIPT.has(code);

/** An empty tally. */
export function createTally(): Tally {
  const problems: Problem[] = [];
  const outcomes: Record<Outcome, number> = { pass: 0, fail: 0, "auto-fail": 0, "not-scorable": 0 };
  let inputs = 0;
  let audits = 0;
  let scored = 0;
  let sum = 0;
  const counter = createCounter();
  return {
    problems,
    input: () => void inputs++,
    problem: problem => void problems.push(problem),
    audit(audit) {
      const { outcome, score } = audit;
      counter.add(audit);
      audits++;
      outcomes[outcome]++;
      if (score === null) return;
      scored++;
      sum += score;
    },
    totals() {
      const skipped = problems.filter(isSkipped).length;
      const unreadable = problems.filter(({ effect }) => effect === "unreadable").length - skipped;
      const meanScore = scored === 0 ? null : Math.round((sum / scored) * 10) / 10;
      return { audits, inputs, skipped, unreadable, outcomes, meanScore, breakdown: counter.breakdown() };
    },
  };
}
