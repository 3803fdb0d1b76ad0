import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import type { Problem } from "../model/index.js";
import type { Extent } from "./containers/zip.js";
import { LARGE } from "./documents.js";
import { failure } from "./failure.js";
import { chunksOf, HEAD, headOf, type Opened, openFile, toSource } from "./files.js";
import { LIMITS, type Limits } from "./limits.js";
import { type Packing, packingOf, TELLING } from "./packing.js";
import type { Pipe } from "./pipe.js";

/** Opens a file; of an archive every file in it, one by one: each is gone when the next is asked for. */
export async function* openEach(
  path: string,
  named: boolean,
  limits: Limits = LIMITS,
): AsyncGenerator<Opened> {
  let packing: Packing | undefined;
  try {
    const about = statSync(path);
    if (about.isFIFO()) return yield* openFifo(path, named, limits);
    if (!about.isFile() && !about.isDirectory())
      return yield { problem: noFile(path, named, "device or socket") };
    const { size } = about;
    if (size <= LARGE) return yield* openBytes(path, named, readFileSync(path), limits);
    packing = packingOf(headOf(path, TELLING));
  } catch (error) {
    return yield { problem: failure(path, named, error) };
  }
  if (packing === undefined) yield await openFile(path, named, limits);
  else yield* openLargeArchive(path, named, packing, limits);
}

/** A device may never end: `/dev/zero` is read for ever. */
const noFile = (source: string, named: boolean, met: string): Problem => ({
  source,
  named,
  code: "not-a-file",
  effect: "unreadable",
  message: `Unexpected ${met}, expected a file, a folder, or \`-\` for standard input`,
});

async function* openFifo(path: string, named: boolean, limits: Limits): AsyncGenerator<Opened> {
  const { openNamedPipe } = await import("./pipe.js");
  const pipe = await openNamedPipe(path);
  if (pipe === undefined) return yield { problem: noFile(path, named, "pipe that nobody writes to") };
  try {
    yield* openPipe(path, named, pipe, limits);
  } finally {
    pipe.close();
  }
}

/** Standard input, under the name given for it; it may be an archive too. What is long is not held where it need not be. */
export async function* openStdin(name = "-", limits: Limits = LIMITS): AsyncGenerator<Opened> {
  const { openStandardInput } = await import("./pipe.js");
  try {
    yield* openPipe(name, true, openStandardInput(), limits);
  } catch (error) {
    yield { problem: failure(name, true, error) };
  }
}

async function* openPipe(name: string, named: boolean, pipe: Pipe, limits: Limits): AsyncGenerator<Opened> {
  const head = await pipe.take(HEAD);
  if (head.length < HEAD) return yield* openBytes(name, named, head, limits);
  for await (const opened of openLongInput(name, named, head, pipe.rest(), limits))
    yield "source" in opened ? { source: { ...opened.source, ready: pipe.ready } } : opened;
}

async function* openLongInput(
  name: string,
  named: boolean,
  head: Buffer,
  rest: Iterable<Uint8Array>,
  limits: Limits,
): AsyncGenerator<Opened> {
  const packing = packingOf(head);
  if (packing === undefined) {
    const [{ openPieces }, { pullFrom }] = await Promise.all([
      import("./stream.js"),
      import("./containers/pull.js"),
    ]);
    return yield await openPieces(name, named, pullFrom(rest), limits, head);
  }
  const { openArchive } = await import("./containers/archive.js");
  if (packing === "zip") return yield* openBytes(name, named, Buffer.concat([head, ...copies(rest)]), limits);
  const seen = { size: head.length };
  yield* openArchive({
    name,
    named,
    packing,
    extent: unseen(seen),
    chunks: () => counted(head, rest, seen),
    limits,
  });
}

/** A ZIP is read from its end, and so must be held. */
function* copies(chunks: Iterable<Uint8Array>): Generator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

/** An archive that comes in a pipe is as large as what has come of it. */
function unseen(seen: { readonly size: number }): Extent {
  return {
    get size() {
      return seen.size;
    },
    slice: () => Buffer.alloc(0),
  };
}

function* counted(head: Buffer, rest: Iterable<Uint8Array>, seen: { size: number }): Generator<Uint8Array> {
  yield head;
  for (const chunk of rest) {
    seen.size += chunk.length;
    yield chunk;
  }
}

/** The same for bytes that are held. */
export async function* openBytes(
  name: string,
  named: boolean,
  bytes: Uint8Array,
  limits: Limits = LIMITS,
): AsyncGenerator<Opened> {
  const packing = packingOf(bytes.subarray(0, TELLING));
  if (packing === undefined) return yield await toSource(name, named, bytes, limits);
  const { openArchive } = await import("./containers/archive.js");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const extent: Extent = { size: buffer.length, slice: (from, to) => buffer.subarray(from, to) };
  yield* openArchive({ name, named, packing, extent, chunks: () => [buffer], limits });
}

async function* openLargeArchive(
  path: string,
  named: boolean,
  packing: Packing,
  limits: Limits,
): AsyncGenerator<Opened> {
  const file = openSync(path, "r");
  try {
    const { openArchive } = await import("./containers/archive.js");
    const chunks = () => chunksOf(path, 0);
    yield* openArchive({ name: path, named, packing, extent: extentOf(file), chunks, limits });
  } catch (error) {
    yield { problem: failure(path, named, error) };
  } finally {
    closeSync(file);
  }
}

/** A file to be looked into anywhere; small looks share one piece of it. */
function extentOf(file: number): Extent {
  const { size } = fstatSync(file);
  const piece = Buffer.alloc(PIECE);
  let at = 0;
  let held = 0;
  return {
    size,
    slice(from, to) {
      const length = Math.max(0, Math.min(to, size) - from);
      if (length > PIECE) return readAt(file, Buffer.alloc(length), from);
      if (from < at || from + length > at + held) {
        at = from;
        held = readAt(file, piece, from).length;
      }
      return piece.subarray(from - at, from - at + length);
    },
  };
}

const PIECE = 256 * 1024;

function readAt(file: number, into: Buffer, from: number): Buffer {
  let read = 0;
  while (read < into.length) {
    const count = readSync(file, into, read, into.length - read, from + read);
    if (count === 0) break;
    read += count;
  }
  return into.subarray(0, read);
}
