import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import type { Problem } from "../model/index.js";
import { encodingOf } from "./decode.js";
import { isStreamable, LARGE } from "./documents.js";
import { failure } from "./failure.js";
import { LIMITS, type Limits } from "./limits.js";
import type { Source } from "./source.js";

/** What opening a file gave. */
export type Opened = { readonly source: Source } | { readonly problem: Problem };

/** What is looked at of a source that may be too large to hold. */
export const HEAD = 4 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/** Opens a file that is no archive as a source, or says what is wrong with it. */
export async function openFile(path: string, named: boolean, limits: Limits = LIMITS): Promise<Opened> {
  try {
    const { size } = statSync(path);
    if (size > LARGE) {
      const head = headOf(path, HEAD);
      if (size > limits.document || isStreamable(head, limits)) {
        const { piecemeal } = await import("./stream.js");
        return { source: await piecemeal(path, named, head, () => chunksOf(path, head.length)) };
      }
    }
    return await toSource(path, named, readFileSync(path), limits);
  } catch (error) {
    return { problem: failure(path, named, error) };
  }
}

/** Makes a source of bytes: refuses what is empty or no text, unpacks Office documents, brings older encodings into UTF-8. */
export async function toSource(
  name: string,
  named: boolean,
  bytes: Uint8Array,
  limits: Limits = LIMITS,
): Promise<Opened> {
  const refuse = (code: string, message: string): Opened => ({
    problem: { source: name, named, code, message, effect: "unreadable" },
  });
  if (isBlank(bytes)) return refuse("empty-file", "Unexpected empty file, expected a transcript");
  const kind = kindOf(bytes);
  if (kind === ZIP) {
    const { officeSource } = await import("./containers/office.js");
    const office = officeSource(name, named, bytes, limits);
    if (office !== undefined) return office;
  }
  const encoding = encodingOf(bytes);
  if (encoding === "binary" || kind !== undefined)
    return refuse("binary-file", `Unexpected ${kind ?? "binary file"}, expected the text of a transcript`);
  if (encoding !== "other") return { source: { name, named, bytes } };
  const { decodeLegacy } = await import("./legacy.js");
  return { source: { name, named, bytes: Buffer.from(decodeLegacy(bytes).text) } };
}

/** The first bytes of a file. */
export function headOf(path: string, size: number): Buffer {
  const head = Buffer.alloc(size);
  const file = openSync(path, "r");
  try {
    return head.subarray(0, readSync(file, head, 0, size, 0));
  } finally {
    closeSync(file);
  }
}

/** A file in chunks, to its end or up to a byte; each is gone when the next is asked for. */
export function* chunksOf(path: string, from: number, to = Number.POSITIVE_INFINITY): Generator<Uint8Array> {
  const chunk = Buffer.alloc(Math.max(0, Math.min(CHUNK, to - from)));
  const file = openSync(path, "r");
  try {
    for (let at = from; at < to; ) {
      const read = readSync(file, chunk, 0, Math.min(chunk.length, to - at), at);
      if (read === 0) return;
      at += read;
      yield chunk.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

const ZIP = "ZIP archive or Office document";

const MAGIC: readonly (readonly [string, string])[] = [
  ["504b0304", ZIP],
  ["1f8b", "gzip archive"],
  ["25504446", "PDF"],
  ["d0cf11e0", "old Office document"],
  ["52494646", "audio file"],
  ["494433", "audio file"],
  ["4f676753", "audio file"],
  ["664c6143", "audio file"],
  ["89504e47", "picture"],
  ["ffd8ff", "picture"],
];

function kindOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  return MAGIC.find(([magic]) => head.startsWith(magic))?.[1];
}

function isBlank(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const mark = i < 3 && (byte === 0xef || byte === 0xbb || byte === 0xbf);
    if (byte !== 32 && (byte < 9 || byte > 13) && !mark) return false;
  }
  return true;
}
