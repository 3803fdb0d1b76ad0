import type { Problem } from "../model/index.js";
import { type Cell, TABLES, type Table } from "./columns.js";
import { diskProblem } from "./folder.js";
import { openSnapshot } from "./snapshot.js";

/** What of a store is exported. */
export interface Wanted {
  readonly table: Table["name"];
  /** Older versions too; `current` tells them apart. */
  readonly older: boolean;
}

/** Gives the lines of a table to whoever writes them; returns what that returned. */
export async function exportStore<T>(
  store: string,
  { table, older }: Wanted,
  write: (table: Table, lines: Iterable<readonly Cell[]>) => T | Promise<T>,
): Promise<{ readonly done: T } | { readonly problem: Problem }> {
  const snapshot = openSnapshot(store);
  if ("problem" in snapshot) return snapshot;
  const wanted = TABLES.find(({ name }) => name === table) as Table;
  function* lines() {
    if ("problem" in snapshot) return;
    for (const kept of snapshot.rows()) if (kept.last || older) yield* wanted.lines(kept);
  }
  try {
    return { done: await write(wanted, lines()) };
  } catch (error) {
    return { problem: diskProblem(store, error, "a place that can be written") };
  } finally {
    snapshot.close();
  }
}
