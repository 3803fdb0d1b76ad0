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
  const guess = chardet.detect(bytes.subarray(0, SAMPLE)) ?? "windows-1252";
  // ISO-8859-1 in the wild is Windows-1252, as browsers take it.
  const western =
    guess === "ISO-8859-1" || guess === "ASCII" || guess === "UTF-8" || !iconv.encodingExists(guess);
  const encoding = western ? "windows-1252" : guess;
  return { text: iconv.decode(bytes, encoding), encoding };
}
