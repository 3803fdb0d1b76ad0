import type { Breakdown, CheckCount, Verdict } from "../model/index.js";
import { createSentences } from "./boilerplate.js";
import { createBurdens } from "./burdens.js";
import type { Counted } from "./counted.js";
import { createFirsts } from "./first.js";
import { createGroups } from "./groups.js";

const NONE: Readonly<Record<Verdict, number>> = { pass: 0, partial: 0, fail: 0, na: 0, unknown: 0 };

/** Counts a run by score, check, agent, team, queue and day, and keeps the few audits worth opening first. */
export interface Counter {
  add(audit: Counted): void;
  breakdown(): Breakdown;
}

/** An empty count. */
export function createCounter(): Counter {
  const scores = new Array<number>(10).fill(0);
  const checks = new Map<string, { title: string; verdicts: Record<Verdict, number> }>();
  const [groups, burdens, sentences, firsts] = [
    createGroups(),
    createBurdens(),
    createSentences(),
    createFirsts(),
  ];
  return {
    add(audit) {
      const { score, findings } = audit;
      if (score !== null) {
        const bin = Math.min(9, Math.floor(score / 10));
        scores[bin] = (scores[bin] as number) + 1;
      }
      for (const { check, title, verdict } of findings) {
        const count = checks.get(check) ?? { title, verdicts: { ...NONE } };
        count.verdicts[verdict]++;
        checks.set(check, count);
      }
      for (const each of [groups, burdens, sentences, firsts]) each.add(audit);
    },
    breakdown: () => ({
      scores,
      checks: [...checks].map(([check, count]): CheckCount => ({ check, ...count })),
      groups: groups.result(),
      burdens: burdens.result(),
      boilerplate: sentences.result(),
      first: firsts.result(),
    }),
  };
}
