import type { Problem } from "../../model/index.js";
import { csvRow, terminal } from "../../safety/index.js";
import type { Cell, Table } from "../../store/columns.js";
import { exportStore, type Wanted } from "../../store/export.js";
import { queryStore } from "../../store/query.js";
import { complain } from "../complain.js";
import type { Flags } from "../config/resolve.js";
import { BROKEN, type Ending, WELL } from "../exit.js";
import { createWholeFile } from "../file.js";
import { note, print } from "../output.js";
import { table } from "../table.js";

/** Writes a table of the store as CSV or Parquet, whole or not at all. */
export async function storeExport(file: string, flags: Flags): Promise<Ending> {
  const wanted: Wanted = { table: (flags.table ?? "audits") as Table["name"], older: flags.older === true };
  const csv = (flags.format ?? (/\.parquet$/i.test(file) ? "parquet" : "csv")) === "csv";
  const out = await exportStore(String(flags.store), wanted, async (of, lines) => {
    if (csv) return writeCsv(file, of, lines);
    return (await import("../../store/parquet.js")).writeParquet(file, of, lines);
  });
  if ("problem" in out) return refuse(out.problem);
  note(terminal`attune: ${out.done} line(s) of ${wanted.table} written to ${file}\n`);
  return WELL;
}

function writeCsv(file: string, { columns }: Table, lines: Iterable<readonly Cell[]>): number {
  const whole = createWholeFile(file);
  let count = 0;
  try {
    whole.write(`\uFEFF${columns.map(({ name }) => name).join(",")}\r\n`);
    for (const line of lines) {
      whole.write(csvRow(line.map(cellOf)));
      count++;
    }
    whole.finish();
    return count;
  } catch (error) {
    whole.abandon();
    throw error;
  }
}

const cellOf = (cell: Cell): string | number | undefined => (typeof cell === "boolean" ? String(cell) : cell);

/** Answers SQL over the store's tables, where DuckDB is installed. */
export async function storeQuery(sql: string, flags: Flags): Promise<Ending> {
  const answer = await queryStore(String(flags.store), sql);
  if ("problem" in answer) return refuse(answer.problem);
  const { columns, rows } = answer;
  const words = rows.map(row =>
    row.map(cell => (typeof cell === "object" ? JSON.stringify(cell) : String(cell))),
  );
  if (flags.format === "csv") {
    await print(csvRow([...columns]));
    for (const row of words) await print(csvRow(row));
  } else await print(table(columns, words));
  return WELL;
}

function refuse(problem: Problem): Ending {
  complain([problem]);
  return BROKEN;
}
