import type { Complaint } from "../../model/index.js";
import { type Limits, limitReached } from "../limits.js";
import { type Packing, packingOf, TELLING } from "../packing.js";
import { Refusal } from "../refusal.js";
import { gunzip } from "./inflate.js";
import { createMeter, type Meter } from "./meter.js";
import { bufferOf, peek } from "./pull.js";
import { tarFiles } from "./tar.js";
import { bytesIn, type Extent, type ZipEntry, zipEntries } from "./zip.js";

/** A file in an archive, or what was wrong with one. Its chunks are gone when the next member is asked for. */
export type Member =
  | { readonly name: string; readonly file: string; readonly chunks: () => Iterable<Uint8Array> }
  | { readonly name: string; readonly complaint: Complaint };

/** What an archive is opened with. */
export interface Archive {
  readonly name: string;
  readonly named: boolean;
  readonly packing: Packing;
  /** For ZIP, which is read from its end; the others come in chunks. */
  readonly extent: Extent;
  readonly chunks: () => Iterable<Uint8Array>;
  readonly limits: Limits;
}

/** The files of an archive, those of archives inside it too, in order; `archive.zip!inner/call.json` is their name. */
export function* membersOf({ name, named, packing, extent, chunks, limits }: Archive): Generator<Member> {
  const meter = createMeter(() => extent.size, limits, named);
  try {
    yield* open({ name, file: lastName(name), meter, depth: 1 }, packing, chunks, extent);
  } catch (error) {
    yield refused(name, error);
  }
}

interface Place {
  /** As shown. */
  readonly name: string;
  /** Its own name, without what it lies in. */
  readonly file: string;
  readonly meter: Meter;
  readonly depth: number;
}

function* open(
  place: Place,
  packing: Packing,
  chunks: () => Iterable<Uint8Array>,
  extent?: Extent,
): Generator<Member> {
  if (packing === "gzip") yield* inGzip(place, chunks());
  else if (packing === "tar") yield* inTar(place, chunks());
  else yield* inZip(place, extent ?? held(chunks(), place));
}

/** A gzip holds one file, named like it without the ending; or a tar, which makes one archive with it. */
function* inGzip(place: Place, chunks: Iterable<Uint8Array>): Generator<Member> {
  const { head, all } = peek(gunzip(chunks, place.meter), TELLING);
  if (packingOf(head) === "tar") return yield* inTar(place, all());
  const file = place.file.replace(/\.gz$/i, "");
  yield* member({ ...place, file }, place.name, head, all);
}

function* inTar(place: Place, chunks: Iterable<Uint8Array>): Generator<Member> {
  for (const entry of tarFiles(chunks)) {
    if (isNoise(entry.path)) continue;
    place.meter.entry();
    const { head, all } = peek(entry.chunks(), TELLING);
    yield* member(
      { ...place, file: lastName(entry.path) },
      `${place.name}!${shownPath(entry.path)}`,
      head,
      all,
    );
    if (place.meter.tripped) return;
  }
}

function* inZip(place: Place, zip: Extent): Generator<Member> {
  for (const entry of zipEntries(zip)) {
    if (entry.path.endsWith("/") || isNoise(entry.path)) continue;
    place.meter.entry();
    const name = `${place.name}!${shownPath(entry.path)}`;
    const closed = closedEntry(entry);
    if (closed !== undefined) yield { name, complaint: closed };
    else yield* zipMember(place, name, zip, entry);
    if (place.meter.tripped) return;
  }
}

/** A damaged entry costs itself alone: the next one is where the directory says. */
function* zipMember(place: Place, name: string, zip: Extent, entry: ZipEntry): Generator<Member> {
  try {
    const { head, all } = peek(bytesIn(zip, entry, place.meter), TELLING);
    yield* member({ ...place, file: lastName(entry.path) }, name, head, all);
  } catch (error) {
    if (place.meter.tripped) throw error;
    yield refused(name, error);
  }
}

/** A file as it is; an archive in its turn, unless it is an Office document, which is a file. */
function* member(
  place: Place,
  name: string,
  head: Uint8Array,
  all: () => Iterable<Uint8Array>,
): Generator<Member> {
  const packing = packingOf(head);
  if (packing === undefined) return yield { name, file: place.file, chunks: all };
  const inner: Place = { ...place, name, depth: place.depth + 1 };
  const extent = packing === "zip" ? held(all(), inner) : undefined;
  if (extent !== undefined && isOffice(extent))
    return yield { name, file: place.file, chunks: () => [extent.slice(0, extent.size)] };
  try {
    place.meter.nested(inner.depth);
    yield* open(inner, packing, all, extent);
  } catch (error) {
    if (place.meter.tripped) throw error;
    yield refused(name, error);
  }
}

/** A ZIP in an archive must be held as a whole, since it is read from its end. */
function held(chunks: Iterable<Uint8Array>, { meter }: Place): Extent {
  const parts: Buffer[] = [];
  let size = 0;
  for (const chunk of chunks) {
    size += chunk.length;
    if (size > meter.limits.document)
      throw new Refusal(limitReached("document", meter.limits, "ZIP inside an archive"));
    parts.push(Buffer.from(chunk));
  }
  return extentOf(Buffer.concat(parts));
}

/** Bytes that are held, to be looked into anywhere. */
export function extentOf(bytes: Uint8Array): Extent {
  const buffer = bufferOf(bytes);
  return { size: buffer.length, slice: (from, to) => buffer.subarray(from, to) };
}

/** Whether a ZIP is an Office document: its first entries say so. */
export function isOffice(zip: Extent): boolean {
  let looked = 0;
  try {
    for (const { path } of zipEntries(zip)) {
      if (path === "[Content_Types].xml") return true;
      if (++looked >= 200) return false;
    }
  } catch {
    return false;
  }
  return false;
}

function closedEntry({ encrypted, method }: ZipEntry): Complaint | undefined {
  if (encrypted)
    return {
      code: "encrypted-entry",
      message: "Unexpected entry behind a password, expected one that can be read",
      effect: "unreadable",
    };
  if (method === 0 || method === 8) return undefined;
  return {
    code: "unknown-packing",
    message: `Unexpected packing method ${method}, expected stored or deflate`,
    effect: "unreadable",
  };
}

function refused(name: string, error: unknown): Member {
  if (error instanceof Refusal) return { name, complaint: error.complaint };
  throw error;
}

/** What archivers leave beside the files, and what `ls` would not show. */
function isNoise(path: string): boolean {
  return path.split(/[\\/]/).some(part => part === "__MACOSX" || /^\.[^./\\]/.test(part));
}

/** Nothing is ever written, so a path may say what it likes; it is only shown, and not at any length. */
function shownPath(path: string): string {
  return path.length > 500 ? `${path.slice(0, 500)}…` : path;
}

function lastName(path: string): string {
  return path.slice(path.search(/[^/\\]*$/));
}
