import { stateOf } from "../engine/folder.js";
import { watch } from "../engine/watching.js";
import { type Met, walk } from "./walk.js";

/** How a folder is watched. */
export interface Landing {
  /** A file is whole that has not changed for so long; also how often is looked at the latest, ms. */
  readonly every: number;
  /** Ends it: what is whole by then is still read. */
  readonly over: AbortSignal;
}

/** Names of files that are still being copied or downloaded. */
const UNFINISHED = /\.(?:part|partial|tmp|temp|crdownload|filepart|download|swp)$|~$/i;

/**
 * What is in folders and what lands in them, each file once and as soon as it is whole: it has had the same size and time
 * for a while. Looking is what decides; where the system tells of changes, a look comes sooner.
 */
export async function* landing(names: readonly string[], { every, over }: Landing): AsyncGenerator<Met> {
  const told = new Set<string>();
  const whole = wholeness(every);
  const bell = watch(names, over);
  try {
    while (true) {
      const last = over.aborted;
      for await (const met of walk(names)) {
        const key = keyOf(met);
        if (told.has(key) || ("path" in met && (UNFINISHED.test(met.path) || !whole(met.path, Date.now()))))
          continue;
        told.add(key);
        yield met;
      }
      if (last) return;
      await bell.next(every);
    }
  } finally {
    bell.close();
  }
}

function keyOf(met: Met): string {
  if ("path" in met) return met.path;
  return "folder" in met ? `folder ${met.folder}` : `${met.problem.code} ${met.problem.source}`;
}

/** Tells whether a file has kept its state for so long, by the looks that were taken at it. An empty one is still to come. */
function wholeness(calm: number): (path: string, now: number) => boolean {
  const seen = new Map<string, { readonly state: string; readonly since: number }>();
  return (path, now) => {
    const { size, written } = stateOf(path);
    const state = `${size} ${written}`;
    const before = seen.get(path);
    if (before?.state !== state) seen.set(path, { state, since: now });
    else if (size > 0 && now - before.since >= calm) return seen.delete(path);
    return false;
  };
}
