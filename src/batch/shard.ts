import { createHash } from "node:crypto";
import type { Met } from "./walk.js";

/** Which share of a run is read: the first of eight is `{ index: 1, of: 8 }`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** More shards than anybody has machines. */
const MOST = 10_000;

/** `3/8` → the third of eight shards; undefined for anything else. */
export function shardOf(written: string): Shard | undefined {
  const [, index = 0, of = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(written) ?? []).map(Number);
  return index >= 1 && index <= of && of <= MOST ? { index, of } : undefined;
}

/**
 * The inputs of a shard, each with its place among all: to which it belongs is decided by its name alone, seen from the
 * folder that was named, so that every machine decides alike wherever it has the files.
 */
export async function* sharded(met: AsyncIterable<Met>, { index, of }: Shard): AsyncGenerator<Met> {
  let ordinal = 0;
  let folder = "";
  for await (const one of met) {
    if ("folder" in one) {
      folder = one.folder;
      yield one;
      continue;
    }
    const name = "path" in one ? seenFrom(one.within, one.path) : seenFrom(folder, one.problem.source);
    if (hashOf(name) % of === index - 1) yield { ...one, ordinal };
    ordinal++;
  }
}

function seenFrom(folder: string | undefined, path: string): string {
  const inside = folder !== undefined && path.startsWith(folder) ? path.slice(folder.length) : path;
  return inside.replaceAll("\\", "/").replace(/^\/+/, "");
}

const hashOf = (name: string): number => createHash("sha256").update(name).digest().readUInt32BE(0);
