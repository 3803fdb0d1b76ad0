import { createHash, type Hash } from "node:crypto";
import type { Channel, Written } from "../model/index.js";

/** Room for the bytes to be hashed next. */
const BYTES = Buffer.alloc(64 * 1024);
/** Longer texts are hashed by themselves; a character takes six bytes at most. */
const LONGEST = 8 * 1024;
/** Between texts: names, times and marks. */
const BETWEEN = 2 * 1024;

/** A quarter of a hash of the rows as JSON: the same words have the same id wherever the file lies. */
export function fingerprint(channel: Channel, rows: readonly Written[]): string {
  const hash = createHash("sha256");
  const names = new Map<string, string>();
  let at = BYTES.write(`["${channel}",[`);
  for (let i = 0; i < rows.length; i++) {
    const { speaker, role, kind, text, start, end } = rows[i] as Written;
    const name = names.get(speaker) ?? JSON.stringify(speaker);
    names.set(speaker, name);
    at = put(hash, at, `${i === 0 ? "[" : ",["}${name},${quoted(role)},${quoted(kind)},`);
    at = putText(hash, at, text);
    at = put(hash, at, `,${start ?? null},${end ?? null}]`);
  }
  at = put(hash, at, "]]");
  return hash.update(BYTES.subarray(0, at)).digest("hex").slice(0, 12);
}

function quoted(word: string | undefined): string {
  return word === undefined ? "null" : `"${word}"`;
}

function put(hash: Hash, from: number, text: string): number {
  const at = from + text.length * 3 > BYTES.length ? emptied(hash, from) : from;
  if (text.length <= BETWEEN) return at + BYTES.write(text, at);
  hash.update(BYTES.subarray(0, at)).update(text);
  return 0;
}

/** Plain text is its own JSON between quotation marks, unless it holds what must be escaped. */
function putText(hash: Hash, from: number, text: string): number {
  if (text.length > LONGEST) return put(hash, from, JSON.stringify(text));
  const at = from + text.length * 6 + 2 > BYTES.length ? emptied(hash, from) : from;
  const bytes = BYTES;
  const length = bytes.write(text, at + 1);
  if (length !== text.length || !isPlain(bytes, at + 1, at + 1 + length))
    return at + bytes.write(JSON.stringify(text), at);
  bytes[at] = QUOTE;
  bytes[at + 1 + length] = QUOTE;
  return at + length + 2;
}

const QUOTE = 34;
const BACKSLASH = 92;

function isPlain(bytes: Buffer, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = bytes[i] as number;
    if (code < 32 || code === QUOTE || code === BACKSLASH) return false;
  }
  return true;
}

function emptied(hash: Hash, at: number): number {
  hash.update(BYTES.subarray(0, at));
  return 0;
}
