import { mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { expect, test } from "vitest";
import { exportStore, type Wanted } from "../../src/store/export.js";
import { writeParquet } from "../../src/store/parquet.js";
import { queryStore } from "../../src/store/query.js";
import { auditOf, emptyStore, keep } from "./audits.js";

/** Two conversations, one of them by two versions. */
async function filled(): Promise<string> {
  const store = emptyStore();
  const started = "2026-11-03T09:15:00.000Z";
  await keep(store, [
    auditOf({
      id: "a",
      agent: "Ana “A.” Doe",
      started,
      hostile: 3,
      abusive: 1,
      metadata: { team: "Returns" },
    }),
    auditOf({ id: "b", verdict: "fail" }),
  ]);
  await keep(store, [auditOf({ id: "b", version: "1.1" })]);
  return store;
}

async function parquet(store: string, wanted: Wanted): Promise<readonly Record<string, unknown>[]> {
  const folder = mkdtempSync(join(tmpdir(), "attune-export-"));
  const path = join(folder, "out.parquet");
  const out = await exportStore(store, wanted, (table, lines) => writeParquet(path, table, lines));
  if ("problem" in out) throw new Error(out.problem.message);
  expect(readdirSync(folder)).toEqual(["out.parquet"]);
  if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  const rows = await parquetReadObjects({ file: await asyncBufferFromFile(path) });
  expect(rows).toHaveLength(out.done);
  return rows;
}

test("Parquet: audits, a line a conversation, types and empty cells as they are", async () => {
  const rows = await parquet(await filled(), { table: "audits", older: false });
  expect(rows).toMatchObject([
    {
      ...{ id: "a", agent: "Ana “A.” Doe", team: "Returns", queue: null, day: "2026-11-03", lists: "core" },
      ...{ versions: "1.0", current: true, outcome: "pass", score: 100, pass_mark: 70, band: null },
      ...{ hostile_turns: 3, abusive_turns: 1, words: 9, started: "2026-11-03T09:15:00.000Z" },
    },
    { id: "b", agent: null, versions: "1.1", current: true, score: 100, started: null, day: "2026-11-25" },
  ]);
});

test("Parquet: older versions are marked, findings and signals are tables of their own", async () => {
  const store = await filled();
  const findings = await parquet(store, { table: "findings", older: true });
  expect(findings.map(({ id, check, verdict, current }) => [id, check, verdict, current])).toEqual([
    ["a", "empathy", "pass", true],
    ["b", "empathy", "fail", false],
    ["b", "empathy", "pass", true],
  ]);
  expect(findings[0]).toMatchObject({
    weight: 10,
    called: 1,
    answered: 0,
    evidence: 1,
    turn: 1,
    auto_fail: false,
  });
  const signals = await parquet(store, { table: "signals", older: false });
  expect(signals.map(({ detector, role, count }) => [detector, role, count])).toEqual([
    ["customer-abusive", "customer", 1],
    ["customer-hostile", "customer", 3],
  ]);
});

test("Parquet: an empty store is a table without lines", async () => {
  const store = emptyStore();
  await keep(store, []);
  expect(await parquet(store, { table: "audits", older: false })).toEqual([]);
});

test("Parquet: more lines than one group holds", async () => {
  const store = emptyStore();
  await keep(
    store,
    Array.from({ length: 20_001 }, (_, i) => auditOf({ id: `c-${i}` })),
  );
  const rows = await parquet(store, { table: "audits", older: false });
  expect(rows.map(({ id }) => id)).toEqual(Array.from({ length: 20_001 }, (_, i) => `c-${i}`));
});

const duckdb = await import("@duckdb/node-api").catch(() => undefined);

test("SQL, where DuckDB is installed", async context => {
  if (duckdb === undefined)
    return context.skip("DuckDB is not installed: npm install --no-save @duckdb/node-api");
  const store = await filled();
  expect(await queryStore(store, "SELECT id, score FROM audits WHERE current ORDER BY id")).toEqual({
    columns: ["id", "score"],
    rows: [
      ["a", 100],
      ["b", 100],
    ],
  });
  const join_ =
    "SELECT sum(s.count) FROM signals s JOIN audits a USING (transcript) WHERE a.team = 'Returns'";
  expect(await queryStore(store, join_)).toMatchObject({ rows: [["4"]] });
  for (const sql of [
    "SELECT * FROM read_csv('/etc/passwd')",
    "COPY audits TO '/tmp/x.csv'",
    "SELEC 1",
    "INSTALL sqlite",
  ])
    expect(await queryStore(store, sql), sql).toMatchObject({ problem: { code: "sql" } });
});

test("without DuckDB a query says what is missing", async context => {
  if (duckdb !== undefined) return context.skip("DuckDB is installed here");
  expect(await queryStore(await filled(), "SELECT 1")).toMatchObject({
    problem: { message: expect.stringContaining("npm install @duckdb/node-api") },
  });
});
