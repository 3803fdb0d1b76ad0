import { readFileSync } from "node:fs";
import type { Problem } from "../model/index.js";
import { encodingOf } from "./decode.js";
import type { Source } from "./source.js";

/** What opening a file gave. */
export type Opened = { readonly source: Source } | { readonly problem: Problem };

/** Reads a file into a source, or says what is wrong with it. */
export async function openFile(path: string, named: boolean): Promise<Opened> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return { problem: failed(path, named, error) };
  }
  return toSource(path, named, bytes);
}

/** Reads standard input to its end, under the name given for it. */
export async function openStdin(name = "-"): Promise<Opened> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of process.stdin)
      chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  } catch (error) {
    return { problem: failed(name, true, error) };
  }
  return toSource(name, true, Buffer.concat(chunks));
}

/** Makes a source of bytes: refuses what is empty or no text, and brings older encodings into UTF-8. */
export async function toSource(name: string, named: boolean, bytes: Uint8Array): Promise<Opened> {
  const refuse = (code: string, message: string): Opened => ({
    problem: { source: name, named, code, message, effect: "unreadable" },
  });
  if (isBlank(bytes)) return refuse("empty-file", "Unexpected empty file, expected a transcript");
  const encoding = encodingOf(bytes);
  if (encoding === "binary") {
    return refuse("binary-file", `Unexpected ${kindOf(bytes)}, expected the text of a transcript`);
  }
  if (encoding !== "other") return { source: { name, named, bytes } };
  const { decodeLegacy } = await import("./legacy.js");
  return { source: { name, named, bytes: Buffer.from(decodeLegacy(bytes).text) } };
}

const MAGIC: readonly (readonly [string, string])[] = [
  ["504b0304", "ZIP archive or Office document"],
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

function kindOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("hex");
  return MAGIC.find(([magic]) => head.startsWith(magic))?.[1] ?? "binary file";
}

function isBlank(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const mark = i < 3 && (byte === 0xef || byte === 0xbb || byte === 0xbf);
    if (byte !== 32 && (byte < 9 || byte > 13) && !mark) return false;
  }
  return true;
}

function failed(name: string, named: boolean, error: unknown): Problem {
  const reason = (error as NodeJS.ErrnoException).code ?? "";
  const [code, message] = FAILURES.get(reason) ?? [
    "unreadable-file",
    `Unexpected error ${reason}, expected a readable file`,
  ];
  return { source: name, named, code, message, effect: "unreadable" };
}

const FAILURES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["ENOENT", ["missing-file", "Unexpected missing file, expected a transcript"]],
  ["ENOTDIR", ["missing-file", "Unexpected missing file, expected a transcript"]],
  ["EISDIR", ["folder", "Unexpected folder, expected a file"]],
  ["EACCES", ["unreadable-file", "Unexpected lack of permission, expected a file that may be read"]],
  ["EPERM", ["unreadable-file", "Unexpected lack of permission, expected a file that may be read"]],
]);
