import { isUtf8 } from "node:buffer";
import { conversationOf, isTurn } from "../formats/shared/turn-keys.js";
import type { Complaint, Document } from "../model/index.js";
import { decode, utf8Of } from "./decode.js";
import { jsonError } from "./json-error.js";
import { type Line, linesOf } from "./lines.js";
import { bytesOf, type Source } from "./source.js";

/** A document of a source, or the complaint about a part that is none. */
export type Doc = Whole | { readonly complaint: Complaint };

/** A document; `single` where the source holds no other. */
export interface Whole {
  readonly document: Document;
  readonly single?: boolean;
}

/** Text that one string can hold with room to spare; more must come line by line. */
export const LONGEST = 256 * 1024 * 1024;

/** The documents of a source: a whole JSON, the lines of a JSONL one by one, or a text that is neither. */
export function* documentsOf(source: Source): Generator<Doc> {
  const bytes = utf8Of(source.bytes);
  const name = source.name.slice(source.name.search(/[^/\\]*$/));
  if (isJsonLines(bytes, source.rest !== undefined)) yield* jsonLines(name, { ...source, bytes });
  else if (source.rest !== undefined || bytes.length > LONGEST) yield tooLarge();
  else {
    if (!isUtf8(bytes)) yield { complaint: undecodable(1) };
    yield* documentsIn(name, decode(bytes));
  }
}

/** The documents of a text that is held already. */
export function* documentsIn(name: string, text: string): Generator<Doc> {
  const whole = parse(text);
  if (whole !== undefined) yield { document: { name, text, json: whole, line: 1 }, single: true };
  else if (looksJson(text)) yield* brokenOrLines(name, text);
  else
    yield { document: { name, text: text.replace(/\r\n?/g, "\n"), json: undefined, line: 1 }, single: true };
}

/** JSON that does not parse as a whole: a JSONL whose first line is broken, or broken altogether. */
function* brokenOrLines(name: string, text: string): Generator<Doc> {
  const lines = text.split("\n", 200).map(line => line.trimEnd());
  const begun = lines.find(line => line.trim() !== "") ?? "";
  if (begun.length > 1 && lines.some(line => line.startsWith("{") && parse(line) !== undefined)) {
    yield* jsonLines(name, { name, named: true, bytes: Buffer.from(text) });
  } else yield { complaint: broken(text, 1) };
}

function* jsonLines(name: string, source: Source): Generator<Doc> {
  const gathered = new Map<string, Gathered>();
  let byTurn: boolean | undefined;
  let unsound = 0;
  for (const line of linesOf(bytesOf(source))) {
    if (!line.sound) unsound++;
    const json = parse(line.text);
    if (json === undefined) {
      yield { complaint: broken(line.text, line.number) };
      continue;
    }
    byTurn ??= isTurn(json);
    if (byTurn) gather(gathered, json, line);
    else yield { document: { name, text: line.text, json, line: line.number } };
  }
  for (const { turns, lines } of gathered.values()) {
    yield {
      document: { name, text: "", json: turns, line: lines[0] ?? 1, lines },
      single: gathered.size === 1,
    };
  }
  if (unsound > 0) yield { complaint: undecodable(unsound) };
}

interface Gathered {
  readonly turns: unknown[];
  readonly lines: number[];
}

function gather(into: Map<string, Gathered>, turn: unknown, line: Line): void {
  const id = conversationOf(turn);
  const group = into.get(id) ?? { turns: [], lines: [] };
  if (group.turns.length === 0) into.set(id, group);
  group.turns.push(turn);
  group.lines.push(line.number);
}

/** Whether the first line is a JSON value of its own and something follows it. */
export function isJsonLines(bytes: Uint8Array, more: boolean): boolean {
  const from = bytes.findIndex(byte => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  if (from < 0 || (bytes[from] !== 0x7b && bytes[from] !== 0x5b)) return false;
  const end = bytes.indexOf(10, from);
  if (end < 0 || end - from > LONGEST) return false;
  if (!more && bytes.subarray(end).every(byte => byte <= 32)) return false;
  return parse(decode(bytes.subarray(from, end))) !== undefined;
}

/** The JSON object or array of a text; undefined where it is none. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a text that does not parse was meant as JSON: `[00:01] Ana: Hi` was not. */
function looksJson(text: string): boolean {
  return /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]]|$))/.test(text.slice(0, 2_000));
}

function broken(text: string, line: number): Complaint {
  const error = jsonError(text, line);
  const message = error?.message ?? "Unexpected bare value, expected a JSON object or array";
  return {
    line: error?.line ?? line,
    column: error?.column ?? 1,
    code: "broken-json",
    message,
    effect: "unreadable",
  };
}

function tooLarge(): Doc {
  const message = `Unexpected text of more than ${LONGEST / 1024 / 1024} MB in one piece, expected JSONL, a conversation a line`;
  return { complaint: { code: "too-large", message, effect: "unreadable" } };
}

function undecodable(count: number): Complaint {
  const message = `Unexpected bytes that are not UTF-8 (${count} ${count === 1 ? "place" : "places"} at least), expected UTF-8 throughout`;
  return { code: "bad-encoding", message, effect: "partial" };
}
