import { headerSum } from "../packing.js";
import { damaged } from "../refusal.js";
import { type Pull, pullFrom } from "./pull.js";

/** A file in a tar, its bytes in chunks. They are gone when the next file is asked for. */
export interface TarFile {
  readonly path: string;
  readonly size: number;
  chunks(): Generator<Uint8Array>;
}

const BLOCK = 512;
/** Longer names and headers are nobody's. */
const LONG = 1024 * 1024;

/** The plain files of a tar (ustar, GNU and pax names), in order, one pass. */
export function* tarFiles(chunks: Iterable<Uint8Array>): Generator<TarFile> {
  const pull = pullFrom(chunks);
  let longName: string | undefined;
  let longSize: number | undefined;
  for (;;) {
    const header = pull.take(BLOCK);
    if (header.length === 0 || header.every(byte => byte === 0)) return;
    if (header.length < BLOCK || !sound(header))
      throw damaged("tar header that is cut off or damaged", "an archive that is whole");
    const size: number = longSize ?? numberIn(header, 124, 12);
    const type = header.toString("latin1", 156, 157);
    if (type === "x" || type === "L") {
      const long = extended(take(pull, size, LONG), type);
      longName = long.path ?? longName;
      longSize = long.size ?? longSize;
      continue;
    }
    if (type === "0" || type === "\0" || type === "7") yield* file(pull, longName ?? nameOf(header), size);
    else pass(pull, padded(size));
    longName = undefined;
    longSize = undefined;
  }
}

function* file(pull: Pull, path: string, size: number): Generator<TarFile> {
  let left = size;
  yield {
    path,
    size,
    *chunks() {
      while (left > 0) {
        const part = pull.some(left);
        if (part.length === 0) throw damaged("tar that ends inside a file", "an archive that is whole");
        left -= part.length;
        yield part;
      }
    },
  };
  pass(pull, left + padded(size) - size);
}

function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

function pass(pull: Pull, count: number): void {
  let left = count;
  while (left > 0) {
    const part = pull.some(left);
    if (part.length === 0) return;
    left -= part.length;
  }
}

function take(pull: Pull, size: number, most: number): Buffer {
  if (size > most) throw damaged("tar header of more than a megabyte", "names and sizes");
  const bytes = pull.take(size);
  pass(pull, padded(size) - size);
  return bytes;
}

function sound(header: Buffer): boolean {
  return headerSum(header) === numberIn(header, 148, 8);
}

/** Octal digits, or a number in base 256 where the first bit says so. */
function numberIn(header: Buffer, from: number, length: number): number {
  const first = header[from] as number;
  if (first < 128) {
    const digits = /^[ \0]*([0-7]+)/.exec(header.toString("latin1", from, from + length))?.[1];
    return digits === undefined ? 0 : Number.parseInt(digits, 8);
  }
  let value = first & 0x7f;
  for (let at = from + 1; at < from + length; at++) value = value * 256 + (header[at] as number);
  if (!Number.isSafeInteger(value)) throw damaged("tar entry without a believable size", "a number of bytes");
  return value;
}

function textIn(header: Buffer, from: number, length: number): string {
  const end = header.indexOf(0, from);
  return header.toString("utf8", from, end < 0 || end > from + length ? from + length : end);
}

function nameOf(header: Buffer): string {
  const prefix = header.toString("latin1", 257, 262) === "ustar" ? textIn(header, 345, 155) : "";
  const name = textIn(header, 0, 100);
  return prefix === "" ? name : `${prefix}/${name}`;
}

interface Extended {
  readonly path?: string | undefined;
  readonly size?: number | undefined;
}

/** What a pax header (`27 path=…`) or a GNU long name says of the file behind it. */
function extended(bytes: Buffer, type: string): Extended {
  if (type === "L") return { path: bytes.toString("utf8").replace(/\0[\s\S]*$/, "") };
  const facts = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const length = space < 0 ? 0 : Number(bytes.toString("latin1", at, Math.min(space, at + 12)));
    if (!Number.isInteger(length) || length <= space - at + 1) break;
    const [, key = "", value = ""] =
      /^([^=]{1,100})=([\s\S]*)\n$/.exec(bytes.toString("utf8", space + 1, at + length)) ?? [];
    facts.set(key, value);
    at += length;
  }
  const size = Number(facts.get("size"));
  return {
    path: facts.get("path"),
    size: facts.has("size") && Number.isSafeInteger(size) ? size : undefined,
  };
}
