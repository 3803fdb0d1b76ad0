import { WINDOWS } from "../shared/entities.js";

const WORD = /=\?([\w-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?\s]{0,2000})\?=/gi;

/** Header text with its encoded words (RFC 2047) decoded; the space between two of them is not part of the text. */
export function decodedWords(text: string): string {
  if (!text.includes("=?")) return text;
  return text
    .replace(/\?=[ \t]+=\?/g, "?==?")
    .replace(WORD, (_, charset: string, how: string, words: string) =>
      how.toLowerCase() === "b"
        ? inCharset(fromBase64(words), charset)
        : inCharset(fromQuoted(words.replace(/_/g, " ")), charset),
    );
}

/** A body by its transfer encoding and charset; text that is neither stays as it is. */
export function decodedBody(body: string, encoding: string, charset: string): string {
  const how = encoding.trim().toLowerCase();
  if (how === "base64") return inCharset(fromBase64(body), charset);
  if (how === "quoted-printable")
    return inCharset(fromQuoted(body.replace(/[ \t]{0,100}=\n/g, match => match.slice(0, -2))), charset);
  return body;
}

function fromBase64(text: string): Uint8Array {
  return Buffer.from(text, "base64");
}

function fromQuoted(text: string): Uint8Array {
  const plain = Buffer.from(text, "utf8");
  const bytes = new Uint8Array(plain.length);
  let length = 0;
  for (let index = 0; index < plain.length; index += 1) {
    const code = plain[index] === 61 ? hexAt(plain, index + 1) : undefined;
    bytes[length] = code ?? plain[index] ?? 0;
    length += 1;
    if (code !== undefined) index += 2;
  }
  return bytes.subarray(0, length);
}

function hexAt(bytes: Uint8Array, index: number): number | undefined {
  const pair = String.fromCharCode(bytes[index] ?? 0, bytes[index + 1] ?? 0);
  return /^[\da-f]{2}$/i.test(pair) ? Number.parseInt(pair, 16) : undefined;
}

function inCharset(bytes: Uint8Array, charset: string): string {
  const name = charset.toLowerCase() || "utf-8";
  // Node 20's TextDecoder leaves the quotation marks of Windows-1252 as control characters.
  if (/^(?:windows-1252|cp1252|iso-8859-1|latin1|us-ascii)$/.test(name)) return fromWindows(bytes);
  try {
    return new TextDecoder(name).decode(bytes);
  } catch {
    return new TextDecoder("utf-8").decode(bytes);
  }
}

function fromWindows(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, char => WINDOWS.charAt(char.charCodeAt(0) - 128));
}
