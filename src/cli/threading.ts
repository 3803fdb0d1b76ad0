import type { News } from "../batch/heard.js";
import { type Met, STDIN, walk } from "../batch/walk.js";
import { threadsHere } from "../engine/crew.js";
import { sizeOf } from "../engine/folder.js";
import { terminal } from "../safety/index.js";
import { note } from "./output.js";
import { type Plan, runOver } from "./run.js";
import type { Told } from "./worker.js";

declare const ATTUNE_BUNDLED: boolean | undefined;

/** Bytes below which starting threads costs more than they save: src/engine/threads.md. */
const PAYS_FROM = 2 * 1024 * 1024;
/** Text takes about so many times the room that it takes packed. */
const PACKED = 6;

/** What decides how a run is shared out. */
export interface Work {
  readonly plan: Plan;
  /** What was named, to see whether threads pay. */
  readonly paths: readonly string[];
  readonly threads: "auto" | number;
  readonly told: Omit<Told, "turnstile">;
  /** Is told how many audits of a thread were known from an earlier run. */
  known?(count: number): void;
}

/** All news of what was met, by one thread or several: the same. */
export async function* newsOf(
  met: AsyncIterable<Met>,
  { plan, paths, threads, told, known }: Work,
): AsyncGenerator<News> {
  const count = threads === "auto" ? await worthwhile(paths) : threads;
  // Sources that are not built have no module that a thread could run.
  if (count < 2 || typeof ATTUNE_BUNDLED === "undefined") return yield* runOver(met, plan);
  const { runThreaded } = await import("./threaded.js");
  yield* runThreaded(met, plan, {
    count,
    told,
    script: new URL("./worker.js", import.meta.url),
    lost: why => note(terminal`attune: a thread gave back what it held (${why}); it is judged again\n`),
    known: known ?? (() => {}),
  });
}

/** As many threads as there are cores for, where the inputs are large enough; looks no further than it must. */
async function worthwhile(paths: readonly string[]): Promise<number> {
  const cores = threadsHere();
  if (cores < 2 || paths.includes(STDIN)) return 1;
  let bytes = 0;
  for await (const met of walk(paths)) {
    if (!("path" in met)) continue;
    bytes += sizeOf(met.path) * (/\.(?:t?gz|zip)$/i.test(met.path) ? PACKED : 1);
    if (bytes >= PAYS_FROM) return cores;
  }
  return 1;
}
