import type { GroupCount } from "../model/index.js";
import type { Counted } from "./counted.js";

/** Groups of one kind counted apart; what comes later goes uncounted, for a run may hold more names than memory. */
const MOST = 5_000;

type By = GroupCount["by"];
const KINDS: readonly By[] = ["agent", "team", "queue", "day"];

interface Count {
  audits: number;
  scored: number;
  passed: number;
  sum: number;
}

/** Counts how conversations came out, by agent, team, queue and day. */
export interface Groups {
  add(counted: Counted): void;
  /** By kind, then by name. */
  result(): readonly GroupCount[];
}

/** An empty count. */
export function createGroups(): Groups {
  const counts = new Map<By, Map<string, Count>>(KINDS.map(by => [by, new Map()]));
  return {
    add(counted) {
      for (const [by, names] of counts) {
        const name = by === "agent" ? counted.transcript.agent : counted[by];
        if (name !== undefined && (names.has(name) || names.size < MOST)) addTo(names, name, counted);
      }
    },
    result: () =>
      KINDS.flatMap(by =>
        [...counts.get(by)!]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, { audits, scored, passed, sum }]) => ({
            by,
            name,
            audits,
            scored,
            passed,
            meanScore: scored ? Math.round((10 * sum) / scored) / 10 : null,
          })),
      ),
  };
}

function addTo(names: Map<string, Count>, name: string, { score, outcome }: Counted): void {
  const count = names.get(name) ?? { audits: 0, scored: 0, passed: 0, sum: 0 };
  names.set(name, count);
  count.audits++;
  if (score === null) return;
  count.scored++;
  count.sum += score;
  if (outcome === "pass") count.passed++;
}
