import chardet from "chardet";
import iconv from "iconv-lite";

/** What a text in an older encoding says, and which encoding that was. */
export interface Legacy {
  readonly text: string;
  readonly encoding: string;
}

/** Bytes enough to tell encodings apart by. */
const SAMPLE = 64 * 1024;

/**
 * Decodes text that is neither UTF-8 nor UTF-16. By iconv-lite, because `TextDecoder("windows-1252")` of Node 20 leaves
 * the bytes 80 to 9F as control characters, which are the quotation marks of every export from Windows.
 */
export function decodeLegacy(bytes: Uint8Array): Legacy {
  const sample = bytes.subarray(0, SAMPLE);
  const guess = chardet.detect(sample) ?? WESTERN;
  const encoding = hasControls(sample) ? (WINDOWS.get(guess) ?? guess) : guess;
  const known = encoding !== "ASCII" && encoding !== "UTF-8" && iconv.encodingExists(encoding);
  const chosen = known && encoding !== "ISO-8859-1" ? encoding : WESTERN;
  return { text: iconv.decode(bytes, chosen), encoding: chosen };
}

/** The same for what comes in chunks, in UTF-8; the encoding is known from the beginning. */
export function* legacyChunks(chunks: Iterable<Uint8Array>, encoding: string): Generator<Uint8Array> {
  const decoder = iconv.getDecoder(encoding);
  for (const chunk of chunks) yield Buffer.from(decoder.write(Buffer.from(chunk)));
  yield Buffer.from(decoder.end() ?? "");
}

/** ISO-8859-1 in the wild is Windows-1252, as browsers take it. */
const WESTERN = "windows-1252";

/** Alphabets of ISO and what Windows made of them. */
const WINDOWS: ReadonlyMap<string, string> = new Map([
  ["ISO-8859-2", "windows-1250"],
  ["ISO-8859-5", "windows-1251"],
  ["ISO-8859-7", "windows-1253"],
  ["ISO-8859-8", "windows-1255"],
  ["ISO-8859-9", "windows-1254"],
]);

/** Bytes 80 to 9F, which are letters on Windows and nothing at all in ISO. */
function hasControls(bytes: Uint8Array): boolean {
  return bytes.some(byte => byte >= 0x80 && byte <= 0x9f);
}
