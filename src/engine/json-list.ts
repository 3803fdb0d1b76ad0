import { isUtf8 } from "node:buffer";
import { compose } from "./decode.js";

/** An element of a JSON list: its text, and the line it begins at, 1-based. */
export interface Element {
  readonly text: string;
  readonly line: number;
  /** False where its bytes were no UTF-8 and some characters are lost. */
  readonly sound: boolean;
  /** Longer than elements may be; `text` is empty then. */
  readonly tooLong?: boolean;
}

/** What a list that comes in chunks gives: its elements, and last a word about how it breaks, if it does. */
export type ListPart = Element | { readonly broken: string; readonly line: number };

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 44;
const NEWLINE = 10;

/** Whether bytes begin a JSON list of objects or lists. */
export function isJsonList(bytes: Uint8Array): boolean {
  const from = bytes.findIndex(byte => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  if (bytes[from] !== 0x5b) return false;
  const next = bytes.subarray(from + 1).find(byte => byte > 32);
  return next === 0x7b || next === 0x5b;
}

interface Scan {
  depth: number;
  quoted: boolean;
  escaped: boolean;
  line: number;
  /** Line at which the element begins; 0 before it does. */
  begun: number;
  parts: Buffer[];
  size: number;
  ended: boolean;
}

/** The elements of a JSON list, one by one: a list of half a gigabyte needs no more memory than its largest element. */
export function* elementsOf(chunks: Iterable<Uint8Array>, longest: number): Generator<ListPart> {
  const scan: Scan = {
    depth: 0,
    quoted: false,
    escaped: false,
    line: 1,
    begun: 0,
    parts: [],
    size: 0,
    ended: false,
  };
  for (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (scan.quoted) {
        at = endOfString(scan, bytes, at);
        continue;
      }
      if (scan.ended && byte > 32) return yield { broken: "text after the end of the list", line: scan.line };
      const before = scan.depth;
      step(scan, byte);
      if (before === 0 && scan.depth === 1) from = at + 1;
      const over = (before === 1 && byte === COMMA) || (before === 1 && scan.depth === 0);
      if (!over) continue;
      hold(scan, bytes.subarray(from, at), longest);
      from = at + 1;
      if (scan.begun > 0) yield element(scan, longest);
      scan.ended = scan.depth === 0;
    }
    if (scan.depth > 0) hold(scan, bytes.subarray(from), longest);
  }
  if (!scan.ended) yield { broken: "end of file inside the list", line: scan.line };
}

function step(scan: Scan, byte: number): void {
  if (byte === NEWLINE) scan.line++;
  if (byte <= 32) return;
  const atTop = scan.depth === 1;
  if (byte === QUOTE) scan.quoted = true;
  else if (byte === 0x7b || byte === 0x5b) scan.depth++;
  else if (byte === 0x7d || byte === 0x5d) scan.depth--;
  if (atTop && scan.begun === 0 && byte !== COMMA && scan.depth > 0) scan.begun = scan.line;
}

/** The last byte of a string, or of the chunk; an escaped quotation mark does not end it. */
function endOfString(scan: Scan, bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (scan.escaped) scan.escaped = false;
    else if (byte === BACKSLASH) scan.escaped = true;
    else if (byte === QUOTE) {
      scan.quoted = false;
      return at;
    }
  }
  return bytes.length;
}

function hold(scan: Scan, bytes: Buffer, longest: number): void {
  scan.size += bytes.length;
  if (scan.size > longest) scan.parts = [];
  else scan.parts.push(Buffer.from(bytes));
}

function element(scan: Scan, longest: number): Element {
  const { begun: line, size, parts } = scan;
  scan.parts = [];
  scan.size = 0;
  scan.begun = 0;
  if (size > longest) return { text: "", line, sound: true, tooLong: true };
  const bytes = Buffer.concat(parts);
  return { text: compose(bytes.toString("utf8").trim()), line, sound: isUtf8(bytes) };
}
