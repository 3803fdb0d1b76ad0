import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Cell, Table } from "./columns.js";
import { PRIVATE, renameOver, syncFolder } from "./disk.js";

/** Lines of a row group: as many as are held in memory at a time. */
const GROUP = 20_000;

/** Writes lines as a Parquet file, whole or not at all; returns how many there were. */
export function writeParquet(path: string, { columns }: Table, lines: Iterable<readonly Cell[]>): number {
  const waiting = join(dirname(path), `.${basename(path)}.${process.pid}.attune-tmp`);
  try {
    writeFileSync(waiting, "", { mode: PRIVATE });
    const writer = fileWriter(waiting);
    const empty = columns.map(({ name, type }) => ({ name, type, data: [] as Cell[], nullable: true }));
    const parquet = new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData: empty }) });
    let count = 0;
    let data = columns.map(() => [] as Cell[]);
    const put = () => {
      if (data[0]?.length)
        parquet.write({ columnData: empty.map((one, i) => ({ ...one, data: data[i] as Cell[] })) });
      data = columns.map(() => []);
    };
    for (const line of lines) {
      for (let i = 0; i < data.length; i++) data[i]?.push(line[i]);
      if (++count % GROUP === 0) put();
    }
    put();
    parquet.finish();
    const fd = openSync(waiting, "r+");
    fsyncSync(fd);
    closeSync(fd);
    renameOver(waiting, path);
    syncFolder(dirname(path));
    return count;
  } catch (error) {
    rmSync(waiting, { force: true });
    throw error;
  }
}
