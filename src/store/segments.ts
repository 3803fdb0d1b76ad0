import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { besides, PRIVATE, renameOver, syncFolder, writeAll } from "./disk.js";
import { type Kind, kindOf } from "./record.js";

/** Something met in a segment of the journal. */
export type Met =
  | { readonly kind: Kind; readonly line: Buffer; readonly at: number }
  /** Bytes that are no record: at the end they were being written when the power went, elsewhere they were spoilt. */
  | { readonly kind: "torn" | "damaged"; readonly at: number; readonly length: number };

/** The folder of the journal within a store. */
export const journalOf = (store: string): string => join(store, "journal");

/** A segment's name. */
export const segmentName = (number: number): string => `${String(number).padStart(8, "0")}.ndjson`;

/** Paths of the segments, the oldest first. */
export function segmentsOf(store: string): readonly string[] {
  const folder = journalOf(store);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter(name => /^\d{8}\.ndjson$/.test(name));
  return names.sort().map(name => join(folder, name));
}

const PIECE = 1024 * 1024;
const NEWLINE = 10;

/** Everything in one segment (a path, or a file that is open and stays so), in order; a line lies in a buffer that the next one uses again. */
export function* metIn(path: string | number): Generator<Met> {
  const fd = typeof path === "number" ? path : openSync(path, "r");
  try {
    let buffer = Buffer.allocUnsafe(Math.min(PIECE, fstatSync(fd).size + 1));
    let [filled, start] = [0, 0];
    for (;;) {
      if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
      const read = readSync(fd, buffer, filled, buffer.length - filled, start + filled);
      if (read === 0) break;
      filled += read;
      let from = 0;
      for (let to = buffer.indexOf(NEWLINE); to >= 0 && to < filled; to = buffer.indexOf(NEWLINE, from)) {
        yield metOf(buffer.subarray(from, to), start + from);
        from = to + 1;
      }
      buffer.copyWithin(0, from, filled);
      [filled, start] = [filled - from, start + from];
    }
    if (filled > 0) yield { kind: "torn", at: start, length: filled };
  } finally {
    if (fd !== path) closeSync(fd);
  }
}

function metOf(line: Buffer, at: number): Met {
  const kind = kindOf(line);
  return kind === undefined ? { kind: "damaged", at, length: line.length + 1 } : { kind, line, at };
}

/** What becomes of a record when a segment is written anew: the same, another line, or nothing. */
export type Change = (met: Met & { readonly line: Buffer }) => Uint8Array | undefined;

/** The line with its end, as it is. */
export const asItIs: Change = ({ line }) => Buffer.concat([line, Buffer.from("\n")]);

/**
 * Writes segments anew as one, in the place of the last of them, and takes the others away: beside its place, synced,
 * renamed. Until the others are gone the same records stand twice, which says nothing new. What is no record stays out.
 */
export function rewrite(paths: readonly string[], change: Change): void {
  const place = paths.at(-1) as string;
  const waiting = besides(place);
  const fd = openSync(waiting, "w", PRIVATE);
  let size = 0;
  try {
    for (const path of paths)
      for (const one of metIn(path)) {
        const bytes = "line" in one ? change(one) : undefined;
        if (bytes === undefined) continue;
        writeAll(fd, bytes);
        size += bytes.length;
      }
    fsyncSync(fd);
  } catch (error) {
    closeSync(fd);
    rmSync(waiting, { force: true });
    throw error;
  }
  closeSync(fd);
  if (size > 0) renameOver(waiting, place);
  for (const path of size > 0 ? paths.slice(0, -1) : [...paths, waiting]) rmSync(path, { force: true });
  syncFolder(join(place, ".."));
}
