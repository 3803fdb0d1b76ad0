import { isUtf8 } from "node:buffer";
import { compose } from "./decode.js";

/** One line of a source. */
export interface Line {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  /** False where its bytes were no UTF-8 and some characters are lost. */
  readonly sound: boolean;
  /** Longer than lines may be; `text` is empty then. */
  readonly tooLong?: boolean;
}

const NEWLINE = 10;

/**
 * Lines of a source that comes in chunks, one at a time, blank ones left out. A chunk is not kept when the next is asked
 * for. `first` is the number of the first.
 */
export function* linesOf(
  chunks: Iterable<Uint8Array>,
  longest = Number.POSITIVE_INFINITY,
  first = 1,
): Generator<Line> {
  let number = first - 1;
  let held: Held = { parts: [], size: 0 };
  for (const chunk of chunks) {
    const bytes = bufferOf(chunk);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      number++;
      const line = lineOf(held, bytes.subarray(from, end), number, longest);
      if (held.size > 0) held = { parts: [], size: 0 };
      from = end + 1;
      if (line !== undefined) yield line;
    }
    if (from < bytes.length) hold(held, bytes.subarray(from), longest);
  }
  const last = lineOf(held, Buffer.alloc(0), number + 1, longest);
  if (last !== undefined) yield last;
}

interface Held {
  parts: Buffer[];
  size: number;
}

/** A copy, because the reader may fill the same memory again; of a line that is too long already only the length. */
function hold(held: Held, bytes: Buffer, longest: number): void {
  held.size += bytes.length;
  if (held.size > longest) held.parts = [];
  else held.parts.push(Buffer.from(bytes));
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function lineOf(held: Held, rest: Buffer, number: number, longest: number): Line | undefined {
  if (held.size + rest.length > longest) return { text: "", number, sound: true, tooLong: true };
  const bytes = held.size === 0 ? rest : Buffer.concat([...held.parts, rest]);
  const text = bytes.toString("utf8");
  // As many characters as bytes: plain ASCII with nothing to compose, unless a byte was lost for each of them.
  if (text.length === bytes.length && !text.includes("\uFFFD"))
    return isBlank(text) ? undefined : { text, number, sound: true };
  const bare = number === 1 ? text.replace(/^\uFEFF/, "") : text;
  return isBlank(bare) ? undefined : { text: compose(bare), number, sound: isUtf8(bytes) };
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}
