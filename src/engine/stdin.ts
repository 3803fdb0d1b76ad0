import { fstatSync, read, readSync } from "node:fs";

/** Standard input, in pieces. */
export interface Stdin {
  /** So many bytes, or as many as there are; the process can be stopped meanwhile. */
  take(count: number): Promise<Buffer>;
  /** All that follows, read only when it is asked for; each chunk is gone when the next is. */
  rest(): Iterable<Uint8Array>;
}

const FD = 0;
const CHUNK = 1024 * 1024;
/** How long to wait for a pipe that has nothing yet and does not wait by itself, ms. */
const PAUSE = 5;

/**
 * Standard input by its file descriptor: `process.stdin` can only be had as a whole or asynchronously, and a JSONL of a
 * gigabyte is to be neither held nor awaited line by line. What a person types is left to `process.stdin`.
 */
export function openStandardInput(): Stdin {
  return fstatSync(FD).isCharacterDevice() ? typed() : { take, rest };
}

async function take(count: number): Promise<Buffer> {
  const into = Buffer.alloc(count);
  let held = 0;
  while (held < count) {
    const got = await readOnce(into, held);
    if (got === 0) break;
    held += got;
  }
  return into.subarray(0, held);
}

function readOnce(into: Buffer, from: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(FD, into, from, into.length - from, null, (error, got) => {
      if (error === null) resolve(got);
      else if (isEnd(error)) resolve(0);
      else if (isEmpty(error)) setTimeout(() => resolve(readOnce(into, from)), PAUSE);
      else reject(error);
    });
  });
}

function* rest(): Generator<Uint8Array> {
  const chunk = Buffer.alloc(CHUNK);
  for (let got = readNow(chunk); got > 0; got = readNow(chunk)) yield chunk.subarray(0, got);
}

function readNow(into: Buffer): number {
  for (;;) {
    try {
      return readSync(FD, into, 0, into.length, null);
    } catch (error) {
      if (isEnd(error)) return 0;
      if (!isEmpty(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

const isEnd = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EOF";
const isEmpty = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EAGAIN";

function typed(): Stdin {
  let after: Buffer = Buffer.alloc(0);
  return {
    async take(count) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of process.stdin)
        chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
      const all = Buffer.concat(chunks);
      after = all.subarray(count);
      return all.subarray(0, count);
    },
    rest: () => [after],
  };
}
