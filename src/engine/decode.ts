import { isAscii, isUtf8 } from "node:buffer";

/** How bytes are to be read; `other` needs the older encodings, which are loaded only then. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "other" | "binary";

const HEAD = 4096;
const SAMPLE = 1024 * 1024;

/** Text of UTF-8 bytes, without byte order mark, in composed form (NFC). */
export function decode(bytes: Uint8Array): string {
  // Nothing to decode, no mark and nothing to compose; told in a fraction of the time that any of them takes.
  if (isAscii(bytes)) return bufferOf(bytes).toString("latin1");
  return withoutMark(decodePieces(bufferOf(bytes)));
}

/** Bytes that are looked at together. */
const PIECE = 1_024;

/** Mostly plain text has few pieces with anything else in them: only those are decoded and looked through for what is not composed. */
function decodePieces(bytes: Buffer): string {
  let text = "";
  let composed = true;
  for (let from = 0, plain = 0; from < bytes.length; ) {
    const to = pieceEnd(bytes, from + PIECE);
    const ascii = isAscii(bytes.subarray(from, to));
    if (!ascii || to === bytes.length) {
      const until = ascii ? to : from;
      if (until > plain) text += bytes.toString("latin1", plain, until);
      plain = to;
    }
    if (!ascii) {
      const piece = bytes.toString("utf8", from, to);
      composed &&= !COMPOSABLE.test(piece);
      text += piece;
    }
    from = to;
  }
  return composed ? text : text.normalize("NFC");
}

/** The end of a piece, past the rest of a character that it would cut. */
function pieceEnd(bytes: Buffer, at: number): number {
  let end = at;
  while (end < bytes.length && ((bytes[end] as number) & 0xc0) === 0x80) end++;
  return Math.min(end, bytes.length);
}

/** Tells UTF-8, UTF-16 (also without a mark, by where its NULs lie), older encodings and what is no text apart. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, HEAD);
  const nuls = nulsIn(head);
  // A stray NUL or two is dirt in a text.
  if (nuls.even + nuls.odd > 2 + head.length / 200) return wide(nuls, head.length);
  if (isBinary(head)) return "binary";
  return isUtf8(bytes) || isMostlyUtf8(bytes) ? "utf-8" : "other";
}

/** Cut in the middle of a character, or damaged in a few: still UTF-8, since no older encoding falls into its patterns. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let lost = 0;
  let wide = 0;
  for (const char of decodeAs(bytes.subarray(0, SAMPLE), "utf-8")) {
    if (char === "\ufffd") lost++;
    else if (char > "\x7f") wide++;
  }
  return wide > 0 && lost * 4 <= wide;
}

/** Anything but Latin letters, typographic marks, currencies, Chinese signs and emoji: those are composed, and what composes with them is none of them. */
const COMPOSABLE = /[^\0-\u02ff\u2002-\u20cf\u4e00-\u9fff\ud83c-\ud83e\udc00-\udfff]/;

/** Composed form, where the text has anything to compose. */
export function compose(text: string): string {
  return COMPOSABLE.test(text) ? text.normalize("NFC") : text;
}

/** The same text as UTF-8 bytes; only UTF-16 has anything to change. */
export function utf8Of(bytes: Uint8Array): Uint8Array {
  const encoding = encodingOf(bytes.subarray(0, HEAD));
  return encoding.startsWith("utf-16") ? Buffer.from(decodeAs(bytes, encoding)) : bytes;
}

/** The same for UTF-16 that comes in chunks, wherever they cut it. */
export function* toUtf8(
  chunks: Iterable<Uint8Array>,
  encoding: "utf-16le" | "utf-16be",
): Generator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  const buffer = bufferOf(bytes);
  if (encoding === "utf-16le") return buffer.toString("utf16le");
  if (encoding === "utf-16be")
    return Buffer.from(buffer.subarray(0, buffer.length & ~1))
      .swap16()
      .toString("utf16le");
  return buffer.toString("utf8");
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

interface Nuls {
  readonly even: number;
  readonly odd: number;
}

function nulsIn(head: Uint8Array): Nuls {
  let even = 0;
  let odd = 0;
  for (let i = head.indexOf(0); i >= 0; i = head.indexOf(0, i + 1))
    if (i % 2 === 0) even++;
    else odd++;
  return { even, odd };
}

/** Latin letters in UTF-16 leave every second byte empty, and always the same second one. */
function wide({ even, odd }: Nuls, length: number): Encoding {
  const half = length / 2;
  if (odd > 0.3 * half && even < 0.05 * half) return "utf-16le";
  if (even > 0.3 * half && odd < 0.05 * half) return "utf-16be";
  return "binary";
}

/** Control characters that no text has. */
const STRANGE = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 0x15) ? 1 : 0,
);

/** More control characters than any text has. */
function isBinary(head: Uint8Array): boolean {
  let strange = 0;
  for (let i = 0; i < head.length; i++) strange += STRANGE[head[i] as number] as number;
  return strange > 0.03 * head.length;
}
