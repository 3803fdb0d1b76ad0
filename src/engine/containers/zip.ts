import { crc32 } from "node:zlib";
import { damaged } from "../refusal.js";
import { inflate } from "./inflate.js";
import type { Meter } from "./meter.js";

/** Bytes that can be looked into anywhere: a file, or what is held of one. */
export interface Extent {
  readonly size: number;
  /** Bytes [from, to); may be memory that the next call fills again. */
  slice(from: number, to: number): Buffer;
}

/** An entry of a ZIP as its central directory lists it. */
export interface ZipEntry {
  readonly path: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly crc: number;
  readonly at: number;
}

const CHUNK = 256 * 1024;
const FOLDER = 0xffffffff;

/** The entries of a ZIP, in the order of its directory. Only what the directory lists counts, whatever lies between. */
export function* zipEntries(zip: Extent): Generator<ZipEntry> {
  const { at, size, count } = directoryOf(zip);
  const end = at + size;
  for (let n = 0, from = at; n < count; n++) {
    const fixed = Buffer.from(zip.slice(from, from + 46));
    if (fixed.length < 46 || fixed.readUInt32LE(0) !== 0x02014b50 || from >= end)
      throw damaged("ZIP directory that is cut off or damaged", "a list of entries");
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(place => fixed.readUInt16LE(place)) as [
      number,
      number,
      number,
    ];
    const variable = Buffer.from(zip.slice(from + 46, from + 46 + nameLength + extraLength));
    yield entryOf(fixed, variable.subarray(0, nameLength), variable.subarray(nameLength));
    from += 46 + nameLength + extraLength + commentLength;
  }
}

/** The unpacked bytes of an entry, in chunks, held to the check sum that the directory gives. */
export function* bytesIn(zip: Extent, entry: ZipEntry, meter: Meter): Generator<Uint8Array> {
  const local = zip.slice(entry.at, entry.at + 30);
  if (local.length < 30 || local.readUInt32LE(0) !== 0x04034b50)
    throw damaged("ZIP entry that is not where the directory says", "an archive that is whole");
  const from = entry.at + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = slices(zip, from, entry.packed);
  let sum = 0;
  for (const chunk of entry.method === 0 ? stored(packed, meter) : inflate(packed, meter)) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc) throw damaged("ZIP entry whose check sum differs", "what was packed: it is damaged");
}

function* slices(zip: Extent, from: number, length: number): Generator<Uint8Array> {
  for (let at = from; at < from + length; ) {
    const chunk = zip.slice(at, Math.min(at + CHUNK, from + length));
    if (chunk.length === 0) throw damaged("ZIP that ends inside an entry", "an archive that is whole");
    at += chunk.length;
    yield chunk;
  }
}

function* stored(chunks: Iterable<Uint8Array>, meter: Meter): Generator<Uint8Array> {
  for (const chunk of chunks) {
    meter.bytes(chunk.length);
    yield chunk;
  }
}

interface Directory {
  readonly at: number;
  readonly size: number;
  readonly count: number;
}

/** Where the directory lies, as the end record (or its 64-bit form) says. */
function directoryOf(zip: Extent): Directory {
  const tailFrom = Math.max(0, zip.size - 65_557);
  const tail = Buffer.from(zip.slice(tailFrom, zip.size));
  let found = -1;
  for (let at = tail.length - 22; at >= 0 && found < 0; at--)
    if (tail.readUInt32LE(at) === 0x06054b50) found = at;
  if (found < 0) throw damaged("ZIP without its directory", "an archive that is whole");
  const short = {
    count: tail.readUInt16LE(found + 10),
    size: tail.readUInt32LE(found + 12),
    at: tail.readUInt32LE(found + 16),
  };
  const long = short.count === 0xffff || short.size === FOLDER || short.at === FOLDER;
  const directory = long ? longDirectory(zip, tailFrom + found - 20) : short;
  if (directory.at + directory.size > zip.size)
    throw damaged("ZIP directory that lies outside the file", "an archive that is whole");
  return directory;
}

function longDirectory(zip: Extent, locatorAt: number): Directory {
  const locator = Buffer.from(zip.slice(Math.max(0, locatorAt), Math.max(0, locatorAt) + 20));
  const at = locator.length === 20 && locator.readUInt32LE(0) === 0x07064b50 ? large(locator, 8) : -1;
  const record = at < 0 ? Buffer.alloc(0) : Buffer.from(zip.slice(at, at + 56));
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50)
    throw damaged("ZIP without its 64-bit directory", "an archive that is whole");
  return { count: large(record, 32), size: large(record, 40), at: large(record, 48) };
}

function large(bytes: Buffer, at: number): number {
  const value = Number(bytes.readBigUInt64LE(at));
  if (!Number.isSafeInteger(value)) throw damaged("ZIP of no believable size", "an archive that is whole");
  return value;
}

function entryOf(fixed: Buffer, name: Buffer, extra: Buffer): ZipEntry {
  const flags = fixed.readUInt16LE(8);
  const size = fixed.readUInt32LE(24);
  const packed = fixed.readUInt32LE(20);
  const at = fixed.readUInt32LE(42);
  const wide = wideNumbers(extra);
  if (size === FOLDER) wide();
  return {
    // Without the mark of UTF-8 a name is in some old alphabet: letters of ours are the same in all of them.
    path: name.toString(flags & 0x800 || isPlain(name) ? "utf8" : "latin1"),
    method: fixed.readUInt16LE(10),
    encrypted: (flags & 1) === 1,
    crc: fixed.readUInt32LE(16),
    packed: packed === FOLDER ? wide() : packed,
    at: at === FOLDER ? wide() : at,
  };
}

function isPlain(name: Buffer): boolean {
  return name.every(byte => byte < 128);
}

/** The 64-bit numbers of an entry, in their order: size, packed size, place. */
function wideNumbers(extra: Buffer): () => number {
  let field = Buffer.alloc(0);
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1)
      field = Buffer.from(extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2)));
  }
  let next = 0;
  return () => {
    if (next + 8 > field.length)
      throw damaged("ZIP entry without its 64-bit sizes", "an archive that is whole");
    next += 8;
    return large(field, next - 8);
  };
}
