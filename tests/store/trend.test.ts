import { describe, expect, test } from "vitest";
import type { Trend } from "../../src/model/index.js";
import { periodOf } from "../../src/store/period.js";
import { type Asked, trendOf } from "../../src/store/trend.js";
import { auditOf, emptyStore, keep, type Told } from "./audits.js";

const at = (day: string) => ({ started: `${day}T09:00:00.000Z` });

async function kept(...runs: readonly (readonly Told[])[]): Promise<string> {
  const store = emptyStore();
  for (const run of runs)
    await keep(
      store,
      run.map((told, i) => auditOf({ id: `${told.started ?? ""}-${i}`, ...told })),
    );
  return store;
}

function asked(store: string, more: Partial<Asked> = {}): Trend {
  const trend = trendOf(store, { by: "week", compare: false, ...more });
  if ("problem" in trend) throw new Error(trend.problem.message);
  return trend;
}

const refused = (store: string, more: Partial<Asked>) => {
  const trend = trendOf(store, { by: "week", compare: false, ...more });
  return "problem" in trend ? trend.problem.message : "";
};

describe("periods are UTC, and weeks begin on Monday", () => {
  test.each([
    ["2026-11-25", "day", "2026-11-25"],
    ["2026-11-25", "week", "2026-11-23"],
    ["2026-11-23", "week", "2026-11-23"],
    ["2026-11-29", "week", "2026-11-23"],
    ["2026-01-01", "week", "2025-12-29"],
    ["2024-02-29", "month", "2024-02-01"],
  ] as const)("%s by %s: %s", (day, by, first) => expect(periodOf(day, by)).toBe(first));
});

describe("a trend", () => {
  test("counts what passed by week; na and unknown are no answers", async () => {
    const store = await kept([
      { ...at("2026-11-02"), verdict: "pass" },
      { ...at("2026-11-03"), verdict: "fail" },
      { ...at("2026-11-04"), verdict: "partial", score: 50 },
      { ...at("2026-11-05"), verdict: "na", score: 80 },
      { ...at("2026-11-10"), verdict: "pass" },
    ]);
    const { whole, checks, audits } = asked(store);
    expect(audits).toBe(5);
    expect(whole.points).toEqual([
      { from: "2026-11-02", version: 0, n: 4, passed: 2, partial: 0, meanScore: 57.5 },
      { from: "2026-11-09", version: 0, n: 1, passed: 1, partial: 0, meanScore: 100 },
    ]);
    expect(checks).toEqual([
      {
        checklist: "core",
        check: "empathy",
        points: [
          { from: "2026-11-02", version: 0, n: 3, passed: 1, partial: 1 },
          { from: "2026-11-09", version: 0, n: 1, passed: 1, partial: 0 },
        ],
      },
    ]);
  });

  test("counts a conversation without a date on the day of its audit, and says how many", async () => {
    expect(asked(await kept([{}]), { by: "day" })).toMatchObject({
      undated: 1,
      whole: { points: [{ from: "2026-11-25" }] },
    });
  });

  test("parts versions, and names what changed: number, wording, attune", async () => {
    const store = await kept(
      [at("2026-11-02")],
      [{ ...at("2026-11-03"), version: "1.1" }],
      [{ ...at("2026-11-04"), version: "1.1", sha256: "f".repeat(64) }],
    );
    await keep(store, [auditOf({ ...at("2026-11-05"), id: "x", version: "1.1", sha256: "f".repeat(64) })], {
      attune: "0.2.0",
    });
    const { versions, whole } = asked(store);
    expect(versions.map(({ change }) => change)).toEqual([
      "",
      "core 1.0 → 1.1",
      "core 1.1 reworded",
      "attune 0.1.0 → 0.2.0",
    ]);
    expect(whole.points.map(({ version }) => version)).toEqual([0, 1, 2, 3]);
  });

  test("counts a conversation once, by the version that judged it last", async () => {
    const store = await kept([at("2026-11-02")], [{ ...at("2026-11-02"), version: "1.1", verdict: "fail" }]);
    expect(asked(store)).toMatchObject({ audits: 1, versions: [{ lists: "core 1.1" }] });
  });

  test("of one agent, by name, also where the store knows pseudonyms alone", async () => {
    for (const pseudonyms of [false, true]) {
      const store = emptyStore();
      const audits = ["Ana Doe", "Bo Lee", "Bo Lee"].map((agent, i) =>
        auditOf({ id: `${i}`, agent, ...at("2026-11-02") }),
      );
      await keep(store, audits, { pseudonyms });
      expect(asked(store, { agent: "Bo Lee" }).audits).toBe(2);
      expect(
        asked(store)
          .agents.map(({ n }) => n)
          .sort(),
      ).toEqual([1, 2]);
      expect(JSON.stringify(asked(store, { agent: "Bo Lee" })).includes("Bo Lee")).toBe(!pseudonyms);
      expect(refused(store, { agent: "Nobody" })).toMatch(
        pseudonyms
          ? /lack of audits of agent-\w{10}, expected some$/
          : /lack of audits of Nobody, expected some$/,
      );
    }
  });

  test("since and until are days of the conversation, both counted", async () => {
    const store = await kept(["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"].map(at));
    expect(asked(store, { since: "2026-11-02", until: "2026-11-03" }).audits).toBe(2);
    expect(refused(store, { since: "2027-01-01" })).toContain("since 2027-01-01");
  });

  test("a check that nobody asked is a mistake that names those there are", async () => {
    const store = await kept([at("2026-11-01")]);
    expect(asked(store, { check: "core/empathy" }).checks).toHaveLength(1);
    expect(refused(store, { check: "empaty" })).toBe("Unexpected check `empaty`, expected one of empathy");
    expect(refused(store, { lists: "ours" })).toContain("by ours, expected some; there are some by core");
  });

  test("hard days: three in one conversation, or six on a day; never who was spared", async () => {
    const store = await kept([
      { ...at("2026-11-02"), agent: "Ana", hostile: 3 },
      { ...at("2026-11-03"), agent: "Ana", hostile: 2 },
      { ...at("2026-11-04"), agent: "Bo", hostile: 2, abusive: 1, id: "a" },
      { ...at("2026-11-04"), agent: "Bo", hostile: 2, id: "b" },
      { ...at("2026-11-04"), agent: "Bo", hostile: 2, id: "c" },
    ]);
    expect(asked(store).loads).toEqual([
      { agent: "Bo", day: "2026-11-04", conversations: 3, hostile: 6, abusive: 1, most: 2 },
      { agent: "Ana", day: "2026-11-02", conversations: 1, hostile: 3, abusive: 0, most: 3 },
    ]);
  });
});

describe("--compare", () => {
  test("the same conversations by the last two versions: what the list changed, not the calls", async () => {
    const day = at("2026-11-02");
    const store = await kept(
      [
        { ...day, id: "a", verdict: "pass" },
        { ...day, id: "b", verdict: "pass" },
        { ...day, id: "c", verdict: "fail" },
        { ...day, id: "only-old", verdict: "fail" },
        { ...day, id: "na-later", verdict: "pass" },
      ],
      [
        { ...day, id: "b", verdict: "fail", version: "1.1" },
        { ...day, id: "a", verdict: "pass", version: "1.1" },
        { ...day, id: "c", verdict: "pass", version: "1.1" },
        { ...day, id: "only-new", verdict: "pass", version: "1.1" },
        { ...day, id: "na-later", verdict: "na", score: 100, version: "1.1" },
      ],
    );
    expect(asked(store, { compare: true }).comparison).toMatchObject({
      before: { lists: "core 1.0" },
      after: { lists: "core 1.1", change: "core 1.0 → 1.1" },
      conversations: 4,
      meanBefore: 75,
      meanAfter: 75,
      shifts: [
        { n: 4, passedBefore: 3, passedAfter: 3, won: 1, lost: 1 },
        { check: "empathy", n: 3, passedBefore: 2, passedAfter: 2, won: 1, lost: 1 },
      ],
    });
  });

  test("with one version there is nothing to compare, and this says so", async () => {
    expect(refused(await kept([at("2026-11-02")]), { compare: true })).toContain("Unexpected single version");
  });
});
