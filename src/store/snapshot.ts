import { closeSync, fstatSync, openSync } from "node:fs";
import { basename } from "node:path";
import type { Problem } from "../model/index.js";
import { diskProblem, type Mark, readMark } from "./folder.js";
import { createForgotten, type Forgotten, macsOf } from "./forgotten.js";
import { createKeyTable } from "./key-table.js";
import { GROUP, KEY } from "./record.js";
import type { Row } from "./row.js";
import { macOf } from "./secret.js";
import { metIn, segmentsOf } from "./segments.js";
import { rowIn } from "./upkeep.js";

/** Bytes of a journal that are no record. */
export interface Damage {
  readonly segment: string;
  /** Where they begin, and how many they are. */
  readonly at: number;
  readonly length: number;
  /** Torn: a record that was being written, at the end of its segment. */
  readonly kind: "torn" | "damaged";
}

/** What a store holds at one moment; others may go on writing to it. */
export interface Snapshot {
  readonly mark: Mark;
  readonly segments: number;
  readonly bytes: number;
  readonly damage: readonly Damage[];
  /** Rows: the last word on each conversation by its lists, and those of other versions before it. */
  readonly current: number;
  readonly older: number;
  readonly forgotten: Forgotten;
  /** Rows in the order of their writing. `last` is no more by another version of the same lists. */
  rows(): Generator<{ readonly row: Row; readonly last: boolean }>;
  close(): void;
}

/** Opens a store for reading, without a lock. */
export function openSnapshot(store: string): Snapshot | { readonly problem: Problem } {
  try {
    const mark = readMark(store);
    return "problem" in mark ? mark : snapshotOf(store, mark);
  } catch (error) {
    return { problem: diskProblem(store, error, "a store that can be read") };
  }
}

interface Segment {
  readonly name: string;
  readonly fd: number;
}

/** Opened all at once: what is written anew meanwhile stays readable as it was. */
function openAll(store: string, tries = 3): readonly Segment[] {
  const open: Segment[] = [];
  try {
    for (const path of segmentsOf(store)) open.push({ name: basename(path), fd: openSync(path, "r") });
    return open;
  } catch (error) {
    for (const { fd } of open) closeSync(fd);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || tries === 0) throw error;
    return openAll(store, tries - 1);
  }
}

function snapshotOf(store: string, mark: Mark): Snapshot {
  const segments = openAll(store);
  const [keys, groups, forgotten] = [createKeyTable(), createKeyTable(), createForgotten()];
  const damage: Damage[] = [];
  let [count, bytes] = [0, 0];
  for (const { name, fd } of segments) {
    bytes += fstatSync(fd).size;
    for (const met of metIn(fd)) {
      if ("length" in met) damage.push({ segment: name, at: met.at, length: met.length, kind: met.kind });
      else if (met.kind !== "audit") forgotten.heed(met);
      else {
        keys.set(met.line, KEY, count);
        groups.set(met.line, GROUP, count++);
      }
    }
  }
  const mac = forgotten.pending.size > 0 ? macOf(store) : undefined;
  const doomed = (row: Row) => mac !== undefined && macsOf(row, mac).some(one => forgotten.pending.has(one));

  function* rows() {
    let number = 0;
    for (const { fd } of segments)
      for (const met of metIn(fd)) {
        if (met.kind !== "audit" || number >= count) continue;
        const here = number++;
        if (keys.get(met.line, KEY) !== here) continue;
        const row = rowIn(met.line);
        if (!doomed(row)) yield { row, last: groups.get(met.line, GROUP) === here };
      }
  }
  return {
    mark,
    segments: segments.length,
    bytes,
    damage,
    current: groups.size,
    older: keys.size - groups.size,
    forgotten,
    rows,
    close() {
      for (const { fd } of segments) closeSync(fd);
    },
  };
}
