import type { Breakdown, CheckCount, First, Verdict } from "../model/index.js";
import type { Counted } from "./counted.js";

const NONE: Readonly<Record<Verdict, number>> = { pass: 0, partial: 0, fail: 0, na: 0, unknown: 0 };
/** Audits named as worth opening first. */
const FIRST = 5;

/** Counts a run by score, check and agent, and keeps the few audits worth opening first. */
export interface Counter {
  add(audit: Counted): void;
  breakdown(): Breakdown;
}

/** An empty count. */
export function createCounter(): Counter {
  const scores = new Array<number>(10).fill(0);
  const checks = new Map<string, { title: string; verdicts: Record<Verdict, number> }>();
  const agents = new Map<string, { audits: number; scored: number; sum: number }>();
  const first: First[] = [];
  let index = 0;
  return {
    add(audit) {
      const { score, findings, transcript } = audit;
      if (score !== null) {
        const bin = Math.min(9, Math.floor(score / 10));
        scores[bin] = (scores[bin] as number) + 1;
      }
      for (const { check, title, verdict } of findings) {
        const count = checks.get(check) ?? { title, verdicts: { ...NONE } };
        count.verdicts[verdict]++;
        checks.set(check, count);
      }
      if (transcript.agent) countAgent(agents, transcript.agent, score);
      keepFirst(first, { index: index++, source: transcript.source, score, why: why(audit) });
    },
    breakdown: () => ({
      scores,
      checks: [...checks].map(([check, count]): CheckCount => ({ check, ...count })),
      agents: [...agents]
        .map(([agent, { audits, scored, sum }]) => ({
          agent,
          audits,
          meanScore: scored ? Math.round((10 * sum) / scored) / 10 : null,
        }))
        .sort((a, b) => (a.agent < b.agent ? -1 : 1)),
      first: first.filter(({ why }) => why !== ""),
    }),
  };
}

function countAgent(
  agents: Map<string, { audits: number; scored: number; sum: number }>,
  agent: string,
  score: number | null,
): void {
  const count = agents.get(agent) ?? { audits: 0, scored: 0, sum: 0 };
  count.audits++;
  if (score !== null) {
    count.scored++;
    count.sum += score;
  }
  agents.set(agent, count);
}

/** Auto-fails, then the lowest scores; ties in the order of the run. */
function keepFirst(first: First[], one: First): void {
  first.push(one);
  first.sort((a, b) => rank(a) - rank(b) || a.index - b.index);
  if (first.length > FIRST) first.pop();
}

const rank = ({ why, score }: First): number =>
  why === "" ? 1_000 : why.startsWith("auto-fail") ? -1 : (score ?? 500);

function why({ outcome, score, findings }: Counted): string {
  if (outcome === "auto-fail")
    return `auto-fail: ${findings.find(({ autoFail, verdict }) => autoFail && verdict === "fail")?.title ?? ""}`;
  if (outcome !== "fail" || score === null) return "";
  const missed = findings.filter(({ verdict }) => verdict === "fail").length;
  return `${missed} check${missed === 1 ? "" : "s"} missed`;
}
