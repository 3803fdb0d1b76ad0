import { type FSWatcher, watch as watchFolder } from "node:fs";

/** Rings when something may have changed in a folder, and at the latest after a while. */
export interface Bell {
  next(atLatest: number): Promise<void>;
  close(): void;
}

/** Told of a change, we still wait so long: a file that grows changes often, ms. */
const CALM = 100;

/** A bell for folders; where the system has no watchers left, or the disk is far away, it rings by time alone. */
export function watch(folders: readonly string[], over: AbortSignal): Bell {
  let ring = (): void => {};
  const watchers = folders.flatMap((folder): FSWatcher[] => {
    try {
      const watcher = watchFolder(folder, { persistent: false }, () => ring());
      return [watcher.on("error", () => watcher.close())];
    } catch {
      return [];
    }
  });
  return {
    next: atLatest =>
      new Promise(resolve => {
        const end = (): void => {
          clearTimeout(timer);
          over.removeEventListener("abort", end);
          ring = () => {};
          resolve();
        };
        const timer = setTimeout(end, atLatest);
        over.addEventListener("abort", end);
        if (over.aborted) end();
        // Never sooner than a look takes to mean something: stable is what two looks apart agree on.
        else ring = () => void setTimeout(end, Math.min(atLatest, Math.max(CALM, atLatest / 2)));
      }),
    close: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}
