import type { Trend, TrendAgent, TrendLoad, TrendPoint, TrendQuestion, TrendSeries } from "../model/index.js";
import { isHardDay } from "../model/load.js";
import { periodOf } from "./period.js";
import type { Row, RowFinding } from "./row.js";
import { dayOf, shownVersion, versionOf } from "./version.js";

/** Counts rows of the same lists as they come; its size is that of the answer, however many rows. */
export interface Counts {
  add(row: Row): void;
  size(): number;
  /** Ids of all checks that were answered. */
  checks(): readonly string[];
  result(): Pick<Trend, "versions" | "audits" | "undated" | "whole" | "checks" | "agents" | "loads">;
}

/** More days than these nobody reads. */
const MOST_DAYS = 10;

interface Tally {
  n: number;
  passed: number;
  partial: number;
  sum: number;
}
interface Version {
  readonly row: Row;
  /** Its first conversation's day, and when it was first met. */
  first: string;
  readonly met: number;
  readonly whole: Map<string, Tally>;
  readonly checks: Map<string, Map<string, Tally>>;
  readonly agents: Map<string, Tally>;
}

/** An empty count. */
export function createCounts({ by, check }: TrendQuestion): Counts {
  const versions = new Map<string, Version>();
  const loads = new Map<string, { -readonly [K in keyof TrendLoad]: TrendLoad[K] }>();
  const titles = new Map<string, { checklist: string; check: string }>();
  let [audits, undated] = [0, 0];
  return {
    size: () => audits,
    checks: () => [...new Set([...titles.values()].map(one => one.check))],
    add(row) {
      const day = dayOf(row);
      const period = periodOf(day, by);
      const version = versionIn(versions, row, day);
      audits++;
      if (row.started === undefined) undated++;
      addAudit(row, version, period);
      for (const finding of row.findings) {
        const key = `${finding.checklist}/${finding.check}`;
        if (!titles.has(key)) titles.set(key, { checklist: finding.checklist, check: finding.check });
        if (check === undefined || finding.check === check || key === check)
          addAnswer(finding, version, key, period);
      }
      addLoad(loads, row, day);
    },
    result() {
      const order = [...versions.values()].sort((a, b) => compare(a.first, b.first) || a.met - b.met);
      const newest = order.at(-1);
      return {
        versions: order.map(({ row }, i) => shownVersion(row, order[i - 1]?.row)),
        audits,
        undated,
        whole: {
          points: pointsOf(
            order.map(({ whole }) => whole),
            true,
          ),
        },
        checks: [...titles].flatMap(([key, title]) => seriesOf(order, key, title)),
        agents: newest === undefined ? [] : agentsOf(newest),
        loads: [...loads.values()].filter(isHardDay).sort(heaviest).slice(0, MOST_DAYS),
      };
    },
  };
}

function versionIn(versions: Map<string, Version>, row: Row, day: string): Version {
  const key = versionOf(row);
  let version = versions.get(key);
  if (version === undefined) {
    const [whole, checks, agents] = [new Map(), new Map(), new Map()];
    version = { row, first: day, met: versions.size, whole, checks, agents };
    versions.set(key, version);
  }
  if (day < version.first) version.first = day;
  return version;
}

function addAudit({ score, outcome, agent }: Row, version: Version, period: string): void {
  if (score === null) return;
  const to = [
    tallyIn(version.whole, period),
    ...(agent === undefined ? [] : [tallyIn(version.agents, agent)]),
  ];
  for (const tally of to) {
    tally.n++;
    tally.sum += score;
    if (outcome === "pass") tally.passed++;
  }
}

function addAnswer({ verdict }: RowFinding, version: Version, key: string, period: string): void {
  const periods = version.checks.get(key) ?? new Map<string, Tally>();
  version.checks.set(key, periods);
  if (verdict === "na" || verdict === "unknown") return;
  const tally = tallyIn(periods, period);
  tally.n++;
  if (verdict === "pass") tally.passed++;
  if (verdict === "partial") tally.partial++;
}

function addLoad(
  loads: Map<string, { -readonly [K in keyof TrendLoad]: TrendLoad[K] }>,
  { agent, load: { hostile, abusive } }: Row,
  day: string,
): void {
  if (agent === undefined || hostile === 0) return;
  const key = `${day} ${agent}`;
  const before = loads.get(key) ?? { agent, day, conversations: 0, hostile: 0, abusive: 0, most: 0 };
  before.conversations++;
  before.hostile += hostile;
  before.abusive += abusive;
  before.most = Math.max(before.most, hostile);
  loads.set(key, before);
}

function tallyIn(tallies: Map<string, Tally>, key: string): Tally {
  const tally = tallies.get(key) ?? { n: 0, passed: 0, partial: 0, sum: 0 };
  tallies.set(key, tally);
  return tally;
}

function seriesOf(
  versions: readonly Version[],
  key: string,
  title: { readonly checklist: string; readonly check: string },
): readonly TrendSeries[] {
  if (versions.every(({ checks }) => !checks.has(key))) return [];
  return [
    {
      ...title,
      points: pointsOf(
        versions.map(({ checks }) => checks.get(key) ?? new Map()),
        false,
      ),
    },
  ];
}

/** Points in order of time; those of one period by their version. */
function pointsOf(versions: readonly ReadonlyMap<string, Tally>[], scored: boolean): readonly TrendPoint[] {
  return versions
    .flatMap((periods, version) =>
      [...periods].map(([from, { n, passed, partial, sum }]) => ({
        ...{ from, version, n, passed, partial },
        ...(scored && { meanScore: oneDecimal(sum / n) }),
      })),
    )
    .sort((a, b) => compare(a.from, b.from) || a.version - b.version);
}

const agentsOf = ({ agents }: Version): readonly TrendAgent[] =>
  [...agents]
    .map(([agent, { n, passed, sum }]) => ({ agent, n, passed, meanScore: oneDecimal(sum / n) }))
    .sort((a, b) => compare(a.agent, b.agent));

const heaviest = (a: TrendLoad, b: TrendLoad): number =>
  b.hostile - a.hostile || compare(b.day, a.day) || compare(a.agent, b.agent);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const oneDecimal = (value: number): number => Math.round(value * 10) / 10;
