import { closeSync, constants, fstatSync, openSync, read, readSync } from "node:fs";

/** What comes once and in its own time: standard input, or a pipe. */
export interface Pipe {
  /** So many bytes, or as many as there are; the process can be stopped meanwhile. */
  take(count: number): Promise<Buffer>;
  /** All that follows, read only when it is asked for; each chunk is gone when the next is. */
  rest(): Iterable<Uint8Array>;
  /** Waits until a line of the rest is at hand; undefined where it is. Who waits here can be stopped, who waits in `rest` cannot. */
  ready(): Promise<void> | undefined;
}

const STDIN = 0;
const CHUNK = 1024 * 1024;
/** As much as a pipe gives at once. */
const GULP = 64 * 1024;
/** Read ahead at most, where no line ends. */
const AHEAD = 64;
/** How long to wait for a pipe that has nothing yet and does not wait by itself, ms. */
const PAUSE = 5;
/** How long a named pipe may lie there without anybody who writes to it, ms. */
const PATIENCE = 10_000;
/** A pipe that a shell made and handed over: its writer was there first. */
const HANDED_OVER = /^\/(?:dev\/(?:fd\/\d+|stdin)|proc\/[^/]+\/fd\/\d+)$/;

/**
 * Standard input by its file descriptor: `process.stdin` can only be had as a whole or asynchronously, and a JSONL of a
 * gigabyte is to be neither held nor awaited line by line. What a person types is left to `process.stdin`.
 */
export function openStandardInput(): Pipe {
  const about = fstatSync(STDIN);
  if (about.isCharacterDevice()) return typed();
  return pipeOf(STDIN, about.isFile());
}

/**
 * A named pipe, once somebody writes to it; undefined where nobody does. Opened without waiting: an `open` that waits for
 * a writer hears no signal.
 */
export async function openNamedPipe(
  path: string,
  patience = HANDED_OVER.test(path) ? 0 : PATIENCE,
): Promise<(Pipe & { close(): void }) | undefined> {
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const first = Buffer.alloc(GULP);
  const until = Date.now() + patience;
  let got = await readOnce(fd, first, 0);
  for (; got === 0 && Date.now() < until; got = await readOnce(fd, first, 0)) await pause(PAUSE * 4);
  if (got > 0 || patience === 0)
    return { ...pipeOf(fd, false, first.subarray(0, got)), close: () => closeSync(fd) };
  closeSync(fd);
  return undefined;
}

/** `still`: a file, which never keeps anybody waiting. */
function pipeOf(fd: number, still: boolean, first: Buffer = Buffer.alloc(0)): Pipe {
  const held: Buffer[] = first.length > 0 ? [first] : [];
  let over = false;
  const more = async (): Promise<void> => {
    while (!over && held.length < AHEAD && !held.some(hasLine)) {
      const chunk = Buffer.alloc(GULP);
      const got = await readOnce(fd, chunk, 0);
      over = got === 0;
      if (!over) held.push(chunk.subarray(0, got));
    }
  };
  return {
    async take(count) {
      const into = Buffer.alloc(count);
      const begun = Buffer.concat(held.splice(0));
      let size = begun.copy(into);
      if (size < begun.length) held.push(begun.subarray(size));
      while (size < count && !over) {
        const got = await readOnce(fd, into, size);
        over = got === 0;
        size += got;
      }
      return into.subarray(0, size);
    },
    ready: () => (still || over || held.some(hasLine) ? undefined : more()),
    *rest() {
      const chunk = Buffer.alloc(CHUNK);
      while (true) {
        const ahead = held.shift();
        if (ahead === undefined && over) return;
        const now = ahead ?? chunk.subarray(0, readNow(fd, chunk));
        if (now.length === 0) return;
        yield now;
      }
    },
  };
}

const hasLine = (chunk: Buffer): boolean => chunk.includes(10);

async function readOnce(fd: number, into: Buffer, from: number): Promise<number> {
  while (true) {
    const got = await new Promise<number | undefined>((resolve, reject) => {
      read(fd, into, from, into.length - from, null, (error, count) => {
        if (error === null) resolve(count);
        else if (isEnd(error)) resolve(0);
        else if (isEmpty(error)) resolve(undefined);
        else reject(error);
      });
    });
    if (got !== undefined) return got;
    await pause(PAUSE);
  }
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

function readNow(fd: number, into: Buffer): number {
  for (;;) {
    try {
      return readSync(fd, into, 0, into.length, null);
    } catch (error) {
      if (isEnd(error)) return 0;
      if (!isEmpty(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

const isEnd = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EOF";
const isEmpty = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "EAGAIN";

function typed(): Pipe {
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
    ready: () => undefined,
  };
}
