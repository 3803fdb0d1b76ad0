import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "../model/index.js";
import { TABLES } from "./columns.js";
import { exportStore } from "./export.js";
import { storeProblem } from "./folder.js";
import { writeParquet } from "./parquet.js";

/** What a query gave: names of columns, and rows as JSON can hold them. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Nothing is fetched, whatever a query names: extensions that are not built in are not there. */
const OFFLINE = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" };

/** Asks SQL of a store, where DuckDB is installed: tables audits, findings and signals, older versions included. */
export async function queryStore(
  store: string,
  sql: string,
): Promise<Answer | { readonly problem: Problem }> {
  const duckdb = await import("@duckdb/node-api").catch(() => undefined);
  if (duckdb === undefined) {
    const message =
      "Unexpected lack of DuckDB, expected it installed beside attune: npm install @duckdb/node-api (export to Parquet or CSV needs none)";
    return { problem: storeProblem("store query", message, "no-duckdb") };
  }
  const folder = mkdtempSync(join(tmpdir(), "attune-query-"));
  try {
    const instance = await duckdb.DuckDBInstance.create(":memory:", OFFLINE);
    const connection = await instance.connect();
    for (const { name } of TABLES) {
      const path = join(folder, `${name}.parquet`);
      const out = await exportStore(store, { table: name, older: true }, (table, lines) =>
        writeParquet(path, table, lines),
      );
      if ("problem" in out) return out;
      await connection.run(
        `CREATE TABLE ${name} AS SELECT * FROM read_parquet('${path.replaceAll("'", "''")}')`,
      );
      rmSync(path);
    }
    // From here on the query sees these tables and nothing else of the machine.
    await connection.run("SET enable_external_access = false; SET lock_configuration = true");
    try {
      const reader = await connection.runAndReadAll(sql);
      return { columns: reader.columnNames(), rows: reader.getRowsJson() };
    } catch (error) {
      const [line = ""] = (error as Error).message.split("\n");
      return { problem: storeProblem("store query", `Unexpected SQL, expected DuckDB's: ${line}`, "sql") };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
