import { type Read, type ReadOptions, readSource } from "../engine/read.js";
import type { Source } from "../engine/source.js";

/** Without a breath now and then neither Ctrl-C nor a reader that has gone away is noticed. */
export const OFTEN = 32;
/** Lets everything else have its turn. */
export const breath = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

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
