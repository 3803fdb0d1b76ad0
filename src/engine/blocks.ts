import { encodingOf } from "./decode.js";
import { isJsonLines } from "./documents.js";
import { chunksOf, HEAD, headOf } from "./files.js";
import type { Limits } from "./limits.js";
import { linesOf } from "./lines.js";
import { bytesOf, type Source } from "./source.js";
import { isTurnLine } from "./turn-line.js";

/** Some whole lines of a JSONL. */
export interface Block {
  /** Number of its first line, 1-based. */
  readonly first: number;
  /** Bytes of the source, [from, to). */
  readonly from: number;
  readonly to: number;
  /** The bytes themselves, where they cannot be read again from a file. */
  readonly bytes?: Uint8Array;
}

/** Bytes of a block: figures in threads.md. */
export const BLOCK = 256 * 1024;
const NEWLINE = 10;

/** Whether a source is a JSONL, a conversation a line: then its lines can be judged apart from each other. */
export function isCuttable(source: Source, limits: Limits, formats: readonly object[] | undefined): boolean {
  const { bytes, rest, parts } = source;
  if (parts !== undefined || (rest === undefined && bytes.length < 2 * BLOCK)) return false;
  if (encodingOf(bytes.subarray(0, BLOCK)) !== "utf-8") return false;
  if (!isJsonLines(bytes, rest !== undefined, limits.document)) return false;
  const [first] = linesOf([bytes.subarray(0, bytes.indexOf(NEWLINE, leading(bytes)))]);
  return first !== undefined && !isTurnLine(first.text, formats);
}

/** Whether the bytes of a file that is not held are those of its source: older encodings are brought into UTF-8. */
export function isAsItLies({ name, rest, within }: Source): boolean {
  return rest !== undefined && within === undefined && encodingOf(headOf(name, HEAD)) === "utf-8";
}

/** Bytes before the first line that holds anything. */
function leading(bytes: Uint8Array): number {
  const at = bytes.findIndex(byte => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  return Math.max(0, at);
}

/**
 * A source in blocks. `hold` keeps the bytes: of a line that is too long only as many as show that it is. Where the
 * source breaks off with an error, the whole lines before it come first.
 */
export function* blocksOf(source: Source, hold: boolean, longest: number): Generator<Block> {
  const cutter = createCutter(hold ? longest + BLOCK + 1 : 0);
  try {
    for (const chunk of bytesOf(source)) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      for (let at = 0; at < bytes.length; ) {
        const end = bytes.indexOf(NEWLINE, at + Math.max(0, BLOCK - cutter.size() - 1));
        cutter.take(bytes.subarray(at, end < 0 ? bytes.length : end + 1));
        at = end < 0 ? bytes.length : end + 1;
        if (end >= 0) yield cutter.cut();
      }
    }
  } catch (error) {
    if (cutter.whole() > 0) yield cutter.cut(cutter.whole());
    throw error;
  }
  if (cutter.size() > 0) yield cutter.cut();
}

interface Cutter {
  take(piece: Buffer): void;
  size(): number;
  /** Bytes of the lines that are whole so far. */
  whole(): number;
  cut(length?: number): Block;
}

function createCutter(most: number): Cutter {
  let [first, from, size, kept, lines, whole] = [1, 0, 0, 0, 0, 0];
  let held: Uint8Array[] = [];
  return {
    size: () => size,
    whole: () => whole,
    take(piece) {
      if (kept < most) {
        held.push(Buffer.from(piece));
        kept += piece.length;
      }
      const last = piece.lastIndexOf(NEWLINE);
      if (last >= 0) whole = size + last + 1;
      size += piece.length;
      lines += newlinesIn(piece);
    },
    cut(length = size) {
      const bytes = most > 0 ? { bytes: new Uint8Array(Buffer.concat(held)).subarray(0, length) } : {};
      const block = { first, from, to: from + length, ...bytes };
      [first, from, size, kept, lines, whole] = [first + lines, from + size, 0, 0, 0, 0];
      held = [];
      return block;
    },
  };
}

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** A block as a source of its own; `unsound` is told of lines that are no UTF-8. */
export function sourceOfBlock(
  { name, named, file, within }: Pick<Source, "name" | "named" | "file" | "within">,
  { first, from, to, bytes }: Block,
  unsound: (count: number) => void,
): Source {
  return {
    name,
    named,
    ...(file !== undefined && { file }),
    ...(within !== undefined && { within }),
    bytes: bytes ?? new Uint8Array(0),
    ...(bytes === undefined && { rest: () => chunksOf(name, from, to) }),
    lines: { first, unsound },
  };
}
