import { type Read, type ReadOptions, readSource } from "../engine/read.js";
import type { Source } from "../engine/source.js";

/** So long at most nobody is heard while calls of usual length are judged, ms. */
const BREATH = 50;
let last = 0;

/** Now and then, a wait in which Ctrl-C and a reader that has gone away are noticed; call it after each piece of work. */
export function breath(): Promise<void> | undefined {
  if (performance.now() - last < BREATH) return undefined;
  return new Promise(resolve =>
    setImmediate(() => {
      last = performance.now();
      resolve();
    }),
  );
}

/**
 * Every conversation of a source, each when it can be had without blocking: a signal is heard while a pipe keeps us
 * waiting.
 */
export function readInTime(source: Source, options: ReadOptions): Iterable<Read> | AsyncIterable<Read> {
  const each = readSource(source, options);
  return source.ready === undefined ? each : awaited(each, source.ready);
}

async function* awaited(each: Generator<Read>, ready: NonNullable<Source["ready"]>): AsyncGenerator<Read> {
  while (true) {
    const more = ready();
    if (more !== undefined) await more;
    const next = each.next();
    if (next.done) return;
    yield next.value;
  }
}
