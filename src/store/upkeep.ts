import { statSync, truncateSync } from "node:fs";
import type { Forgotten } from "./forgotten.js";
import { macsOf } from "./forgotten.js";
import { encode } from "./record.js";
import type { Row } from "./row.js";
import type { Mac } from "./secret.js";
import { asItIs, type Change, metIn, rewrite, segmentsOf } from "./segments.js";

/** More segments than this are brought together, as far as they stay below the size that one may have, bytes. */
const MOST = 32;
const LARGEST = 64 * 1024 * 1024;

/** Cuts off what was being written when the power went; returns the bytes. Only who holds the lock may. */
export function cutTorn(path: string): number {
  for (const met of metIn(path)) {
    if (met.kind !== "torn") continue;
    truncateSync(path, met.at);
    return met.length;
  }
  return 0;
}

/** Brings many small segments together, in their order. */
export function bringTogether(store: string, most = MOST): void {
  const paths = segmentsOf(store);
  if (paths.length <= most) return;
  let [together, size]: [string[], number] = [[], 0];
  for (const path of paths) {
    const { size: bytes } = statSync(path);
    if (size + bytes > LARGEST) {
      if (together.length > 1) rewrite(together, asItIs);
      [together, size] = [[], 0];
    }
    together.push(path);
    size += bytes;
  }
  if (together.length > 1) rewrite(together, asItIs);
}

/** An audit's line with its row changed, or nothing in its place; other records stay. */
export const changingRows =
  (change: (row: Row) => Row | undefined): Change =>
  met => {
    if (met.kind !== "audit") return asItIs(met);
    const row = rowIn(met.line);
    const changed = change(row);
    if (changed === row) return asItIs(met);
    if (changed === undefined) return undefined;
    const { recorded, ...rest } = changed;
    return encode("audit", recorded, rest);
  };

/** The row of an audit's line. */
export function rowIn(line: Buffer): Row {
  const {
    crc: _,
    kind: __,
    ...row
  } = JSON.parse(line.toString("utf8")) as Row & { crc: string; kind: string };
  return row;
}

/** Gives every agent of older rows a pseudonym, and takes out the names of files, which are often named after them. */
export function pseudonymise(store: string, alias: (name: string) => string): void {
  for (const path of segmentsOf(store))
    rewrite(
      [path],
      changingRows(row => {
        if (row.alias || (row.agent === undefined && row.source === undefined)) return row;
        // In the order in which a row is made: the same audit must be known again by its bytes.
        const kept = Object.entries(row).flatMap(([name, value]) => {
          if (name === "source") return [];
          return name === "agent"
            ? [
                ["agent", alias(String(value))],
                ["alias", true],
              ]
            : [[name, value]];
        });
        return Object.fromEntries(kept) as Row;
      }),
    );
}

/** Takes the rows of conversations whose erasure is under way out of the journal; returns how many there were. */
export function eraseRows(store: string, { pending }: Forgotten, mac: Mac): number {
  const doomed = (row: Row) => macsOf(row, mac).some(one => pending.has(one));
  let erased = 0;
  for (const path of segmentsOf(store)) {
    let here = 0;
    for (const met of metIn(path)) if (met.kind === "audit" && doomed(rowIn(met.line))) here++;
    if (here > 0)
      rewrite(
        [path],
        changingRows(row => (doomed(row) ? undefined : row)),
      );
    erased += here;
  }
  return erased;
}
