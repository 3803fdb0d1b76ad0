import type { Burden } from "../model/index.js";
import { isHardDay } from "../model/load.js";
import type { Counted } from "./counted.js";

/** Agents and days shown, and remembered. */
const SHOWN = 10;
const REMEMBERED = 50_000;

type Count = { -readonly [K in keyof Burden]: Burden[K] } & { most: number };

/** Counts what agents had to bear, by day. */
export interface Burdens {
  add(counted: Counted): void;
  /** Those days that ask for care, the hardest first. */
  result(): readonly Burden[];
}

/** An empty count. */
export function createBurdens(): Burdens {
  const counts = new Map<string, Count>();
  return {
    add({ transcript: { agent }, day, load }) {
      if (agent === undefined || !load) return;
      const key = `${day ?? ""} ${agent}`;
      const before = counts.get(key);
      if (!before && counts.size >= REMEMBERED) return;
      const count = before ?? { agent, ...(day !== undefined && { day }), ...NONE };
      counts.set(key, count);
      count.conversations++;
      count.hostile += load.hostile;
      count.abusive += load.abusive;
      count.most = Math.max(count.most, load.hostile);
    },
    result: () =>
      [...counts.values()]
        .filter(isHardDay)
        .sort(
          (a, b) => b.hostile - a.hostile || compare(a.day ?? "", b.day ?? "") || compare(a.agent, b.agent),
        )
        .slice(0, SHOWN)
        .map(({ most, ...burden }) => burden),
  };
}

const NONE = { conversations: 0, hostile: 0, abusive: 0, most: 0 };
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
