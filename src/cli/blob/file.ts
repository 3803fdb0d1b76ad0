import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { Problem } from "../../model/index.js";
import type { Sealed } from "./sealed.js";
import { SHAPE, type Trailer } from "./trace.js";

/** A blob that was opened: what it says of itself, and its audits, one by one, in its order. */
export interface Blob {
  readonly path: string;
  readonly trailer: Trailer;
  audits(): Iterator<Sealed>;
}

const PIECE = 64 * 1024;
const NEWLINE = 10;

/** Opens a blob and reads its end, or says why it is none. */
export function openBlob(path: string): Blob | { readonly problem: Problem } {
  try {
    const head = firstLine(path);
    const shape = head === undefined ? undefined : fieldOf(head, "attune-blob");
    if (shape === undefined)
      return wrong(path, "Unexpected file, expected a blob (attune audit --report blob=FILE)");
    if (shape !== SHAPE)
      return wrong(
        path,
        `Unexpected blob of shape ${String(shape)}, expected ${SHAPE}: merge it with the attune that wrote it`,
      );
    const trailer = lastLine(path);
    if (trailer === undefined || fieldOf(trailer, "blob") !== SHAPE)
      return wrong(path, "Unexpected end in the middle, expected a whole blob: run its shard again");
    return { path, trailer: JSON.parse(trailer) as Trailer, audits: () => auditsIn(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return wrong(
      path,
      code === "ENOENT"
        ? "Unexpected missing file, expected a blob"
        : `Unexpected error ${code}, expected a readable blob`,
    );
  }
}

function wrong(source: string, message: string): { readonly problem: Problem } {
  return { problem: { source, code: "blob", effect: "unreadable", named: true, message } };
}

function fieldOf(line: string, name: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  } catch {
    return undefined;
  }
}

function firstLine(path: string): string | undefined {
  for (const line of lines(path)) return line;
  return undefined;
}

function lastLine(path: string): string | undefined {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    let tail = Buffer.alloc(0);
    for (let from = size; from > 0; ) {
      const to = from;
      from = Math.max(0, from - PIECE);
      const piece = Buffer.alloc(to - from);
      readSync(file, piece, 0, piece.length, from);
      tail = Buffer.concat([piece, tail]);
      const start = tail.lastIndexOf(NEWLINE, tail.length - 2);
      if (start >= 0)
        return tail.at(-1) === NEWLINE ? tail.subarray(start + 1).toString("latin1") : undefined;
    }
    return undefined;
  } finally {
    closeSync(file);
  }
}

function* auditsIn(path: string): Generator<Sealed> {
  const all = lines(path);
  all.next();
  for (const line of all) yield JSON.parse(line) as Sealed;
}

/** Lines of ASCII, one by one; the file is open for as long as somebody reads. */
function* lines(path: string): Generator<string> {
  const file = openSync(path, "r");
  const piece = Buffer.alloc(PIECE);
  let held = "";
  try {
    while (true) {
      const size = readSync(file, piece, 0, PIECE, null);
      if (size === 0) break;
      const parts = (held + piece.toString("latin1", 0, size)).split("\n");
      held = parts.pop() ?? "";
      yield* parts;
    }
    if (held !== "") yield held;
  } finally {
    closeSync(file);
  }
}
