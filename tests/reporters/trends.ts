import type { Trend, TrendPoint, TrendVersion } from "../../src/model/index.js";

const versions: readonly TrendVersion[] = [
  { lists: "core 1.0", sha256: "0f409443288b", attune: "0.1.0", change: "" },
  { lists: "core 1.1", sha256: "6c1de2a77f04", attune: "0.1.0", change: "core 1.0 → 1.1" },
];

const points = (
  ...given: readonly (readonly [string, number, number, number, number?])[]
): readonly TrendPoint[] =>
  given.map(([from, version, n, passed, meanScore]) => ({
    ...{ from, version, n, passed, partial: n > passed ? 1 : 0 },
    ...(meanScore !== undefined && { meanScore }),
  }));

/** Six weeks of a team, with a new list in the middle of one. */
export const team: Trend = {
  question: { by: "week" },
  lists: "core",
  others: [{ lists: "complete", audits: 12 }],
  versions,
  audits: 214,
  undated: 3,
  whole: {
    points: points(
      ["2026-10-12", 0, 38, 21, 64.2],
      ["2026-10-19", 0, 41, 25, 66],
      ["2026-10-26", 0, 3, 3, 100],
      ["2026-11-02", 0, 20, 12, 65.5],
      ["2026-11-02", 1, 18, 7, 52.4],
      ["2026-11-09", 1, 44, 20, 55.1],
      ["2026-11-16", 1, 50, 31, 68.9],
    ),
  },
  checks: [
    {
      checklist: "core",
      check: "empathy",
      points: points(
        ["2026-10-12", 0, 30, 12],
        ["2026-10-19", 0, 33, 18],
        ["2026-11-02", 0, 16, 9],
        ["2026-11-02", 1, 15, 4],
        ["2026-11-09", 1, 40, 15],
        ["2026-11-16", 1, 42, 28],
      ),
    },
    { checklist: "core", check: "interruptions", points: [] },
    {
      checklist: "core",
      check: "an-own-check-with-a-rather-long-name",
      points: points(["2026-11-16", 1, 1, 0]),
    },
  ],
  agents: [
    { agent: "Ana Doe", n: 61, passed: 33, meanScore: 61.4 },
    { agent: "bo@example.com", n: 48, passed: 25, meanScore: 58 },
    { agent: "<b>Cleo\u001B[31m</b>", n: 3, passed: 3, meanScore: 100 },
  ],
  loads: [
    { agent: "Ana Doe", day: "2026-11-10", conversations: 4, hostile: 9, abusive: 2, most: 4 },
    { agent: "bo@example.com", day: "2026-11-17", conversations: 1, hostile: 3, abusive: 0, most: 3 },
  ],
  comparison: {
    before: versions[0] as TrendVersion,
    after: versions[1] as TrendVersion,
    conversations: 38,
    meanBefore: 64.2,
    meanAfter: 55.8,
    shifts: [
      { n: 38, passedBefore: 21, passedAfter: 16, won: 2, lost: 7 },
      { checklist: "core", check: "empathy", n: 30, passedBefore: 12, passedAfter: 8, won: 1, lost: 5 },
    ],
  },
};

/** One agent, one check, one month: nothing to join by a line. */
export const agent: Trend = {
  question: { by: "month", agent: "Ana Doe", check: "empathy", since: "2026-11-01", until: "2026-11-30" },
  lists: "core+ours",
  others: [],
  versions: [{ lists: "core 1.1 + ours 2", sha256: "6c1de2a77f04+90ab", attune: "0.1.0", change: "" }],
  audits: 4,
  undated: 0,
  whole: { points: points(["2026-11-01", 0, 4, 2, 60]) },
  checks: [{ checklist: "core", check: "empathy", points: points(["2026-11-01", 0, 3, 1]) }],
  agents: [{ agent: "Ana Doe", n: 4, passed: 2, meanScore: 60 }],
  loads: [],
};

/** Many days, more than are drawn. */
export const long: Trend = {
  ...agent,
  question: { by: "day" },
  lists: "core",
  versions: versions.slice(0, 1),
  whole: {
    points: Array.from({ length: 90 }, (_, i) => ({
      from: new Date(Date.UTC(2026, 8, 1 + i)).toISOString().slice(0, 10),
      ...{ version: 0, n: 10 + (i % 7), passed: i % 10, partial: 0, meanScore: 50 + (i % 10) },
    })),
  },
};

/** All of them by name. */
export const trends: ReadonlyMap<string, Trend> = new Map([
  ["team", team],
  ["agent", agent],
  ["long", long],
]);
