import type { First } from "../model/index.js";
import type { Counted } from "./counted.js";

/** Audits named as worth opening first, and of them those far below their agent's own mean. */
const MOST = 6;
const DROPS = 2;
/** A mean is one from so many scored conversations on, and a drop from so many points. */
const FEWEST = 5;
const FAR = 20;
/** Agents whose means are kept. */
const AGENTS = 5_000;

interface Own {
  n: number;
  sum: number;
  low: First;
}

/** Keeps the few audits worth opening first: auto-fails, the lowest scores, the biggest drops against an agent's own mean. */
export interface Firsts {
  add(counted: Counted): void;
  result(): readonly First[];
}

/** Nothing kept yet. */
export function createFirsts(): Firsts {
  const worst: First[] = [];
  const agents = new Map<string, Own>();
  let index = 0;
  return {
    add(counted) {
      const { score, transcript } = counted;
      const one = { index: index++, source: transcript.source, score, why: why(counted) };
      keep(worst, one);
      if (score !== null && transcript.agent !== undefined) addOwn(agents, transcript.agent, one, score);
    },
    result() {
      const missed = worst.filter(({ why: reason }) => reason !== "");
      const drops = dropsOf(agents).filter(({ index: at }) => missed.every(one => one.index !== at));
      const fall = drops.slice(0, DROPS);
      return [...missed.slice(0, MOST - fall.length), ...fall];
    },
  };
}

/** Auto-fails, then the lowest scores; ties in the order of the run. */
function keep(first: First[], one: First): void {
  first.push(one);
  first.sort((a, b) => rank(a) - rank(b) || a.index - b.index);
  if (first.length > MOST) first.pop();
}

const rank = ({ why: reason, score }: First): number =>
  reason === "" ? 1_000 : reason.startsWith("auto-fail") ? -1 : (score ?? 500);

function why({ outcome, score, findings, worst }: Counted): string {
  if (outcome === "auto-fail")
    return `auto-fail: ${findings.find(({ autoFail, verdict }) => autoFail && verdict === "fail")?.title ?? ""}`;
  if (outcome !== "fail" || score === null) return "";
  const missed = findings.filter(({ verdict }) => verdict === "fail").length;
  const turn = worst === undefined ? "" : `, the customer's worst moment in turn ${worst}`;
  return `${missed} check${missed === 1 ? "" : "s"} missed${turn}`;
}

function addOwn(agents: Map<string, Own>, agent: string, one: First, score: number): void {
  const own = agents.get(agent);
  if (!own) {
    if (agents.size < AGENTS) agents.set(agent, { n: 1, sum: score, low: one });
    return;
  }
  own.n++;
  own.sum += score;
  if (score < (own.low.score ?? 0)) own.low = one;
}

/** Each agent's lowest conversation where it lies far below the mean of their others, the farthest first. */
function dropsOf(agents: ReadonlyMap<string, Own>): readonly First[] {
  return [...agents]
    .flatMap(([agent, { n, sum, low }]) => {
      const score = low.score ?? 0;
      const mean = Math.round((10 * (sum - score)) / Math.max(1, n - 1)) / 10;
      const fall = mean - score;
      if (n - 1 < FEWEST || fall < FAR) return [];
      const reason = `${Math.round(fall)} points below the mean of ${agent}'s ${n - 1} other conversations`;
      return [{ fall, first: { ...low, why: reason } }];
    })
    .sort((a, b) => b.fall - a.fall || a.first.index - b.first.index)
    .map(({ first }) => first);
}
