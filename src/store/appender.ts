import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync } from "node:fs";
import { basename, join } from "node:path";
import type { Problem } from "../model/index.js";
import { PRIVATE, syncFolder, writeAll } from "./disk.js";
import { diskProblem, storeProblem } from "./folder.js";
import type { Lock } from "./lock.js";
import { journalOf, segmentName, segmentsOf } from "./segments.js";

/** Lines are gathered up to so many bytes, and a segment goes on up to so many. */
const GATHER = 256 * 1024;
const LARGEST = 64 * 1024 * 1024;
/** Nothing waits longer for the disk, ms. */
const PATIENCE = 1_000;

/** The end of the journal. What is counted as written is on the disk. */
export interface Appender {
  add(line: Buffer, what?: "row" | "note"): void;
  /** Puts on the disk what waits. */
  flush(): void;
  /** Rows on the disk. */
  readonly rows: number;
  /** Why nothing more can be written. */
  readonly problem: Problem | undefined;
  close(): void;
}

/**
 * Appends to a segment of its own: whatever another writer does, or did when the power went, two never write to the same
 * file. A line counts once it is synced and the lock is still ours.
 */
export function createAppender(store: string, lock: Lock): Appender {
  let waiting: Buffer[] = [];
  let [gathered, gatheredRows, size, rows, last] = [0, 0, 0, 0, performance.now()];
  let fd: number | undefined;
  let problem: Problem | undefined;

  const flush = () => {
    last = performance.now();
    if (waiting.length === 0 || problem !== undefined) return;
    const [lines, more] = [waiting, gatheredRows];
    [waiting, gathered, gatheredRows] = [[], 0, 0];
    try {
      if (!lock.isHeld()) problem = lost(store);
      else {
        fd ??= openSegment(store);
        const bytes = Buffer.concat(lines);
        writeAll(fd, bytes);
        fsyncSync(fd);
        size += bytes.length;
        if (lock.isHeld()) rows += more;
        else problem = lost(store);
      }
    } catch (error) {
      problem = diskProblem(store, error, "a store that can be written");
      cutOff();
    }
    if (size >= LARGEST) end();
  };
  /** What was written in part must not stand before what comes later. */
  const cutOff = () => {
    try {
      if (fd !== undefined) ftruncateSync(fd, size);
    } catch {
      // It is recognised as torn when it is read.
    }
  };
  const end = () => {
    if (fd !== undefined) closeSync(fd);
    [fd, size] = [undefined, 0];
  };
  return {
    add(line, what = "row") {
      waiting.push(line);
      if (what === "row") gatheredRows++;
      gathered += line.length;
      if (gathered >= GATHER || performance.now() - last >= PATIENCE) flush();
    },
    flush,
    get rows() {
      return rows;
    },
    get problem() {
      return problem;
    },
    close() {
      flush();
      end();
    },
  };
}

const lost = (store: string): Problem =>
  storeProblem(store, "Unexpected other writer, expected the lock to be ours until the end of the run");

/** A segment that nobody else has. */
function openSegment(store: string): number {
  const newest = segmentsOf(store).at(-1);
  for (let number = newest === undefined ? 1 : Number.parseInt(basename(newest), 10) + 1; ; number++) {
    const path = join(journalOf(store), segmentName(number));
    try {
      const fd = openSync(path, "ax", PRIVATE);
      syncFolder(journalOf(store));
      return fd;
    } catch (error) {
      if (!existsSync(path)) throw error;
    }
  }
}
