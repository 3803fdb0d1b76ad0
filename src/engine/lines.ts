import { isUtf8 } from "node:buffer";
import { compose } from "./decode.js";

/** One line of a source. */
export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  /** False where its bytes were no UTF-8 and some characters are lost. */
  readonly sound: boolean;
}

const NEWLINE = 10;

/** Lines of a source that comes in chunks, one at a time, blank ones left out. A chunk is not kept when the next is asked for. */
export function* linesOf(chunks: Iterable<Uint8Array>): Generator<Line> {
  let number = 0;
  let held: Buffer[] = [];
  for (const chunk of chunks) {
    const bytes = bufferOf(chunk);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      number++;
      const line = lineOf(held, bytes.subarray(from, end), number);
      held = [];
      from = end + 1;
      if (line !== undefined) yield line;
    }
    // A copy, because the reader may fill the same memory again.
    if (from < bytes.length) held.push(Buffer.from(bytes.subarray(from)));
  }
  const last = lineOf(held, Buffer.alloc(0), number + 1);
  if (last !== undefined) yield last;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function lineOf(held: readonly Buffer[], rest: Buffer, number: number): Line | undefined {
  const bytes = held.length === 0 ? rest : Buffer.concat([...held, rest]);
  const text = bytes.toString("utf8");
  // As many characters as bytes: plain ASCII, with nothing to compose or to doubt.
  if (text.length === bytes.length) return isBlank(text) ? undefined : { text, number, sound: true };
  const bare = number === 1 ? text.replace(/^\uFEFF/, "") : text;
  return isBlank(bare) ? undefined : { text: compose(bare), number, sound: isUtf8(bytes) };
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
