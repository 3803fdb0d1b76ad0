import { isUtf8 } from "node:buffer";
import { liveConversation } from "../formats/shared/live.js";
import { conversationOf, isTurn } from "../formats/shared/turn-keys.js";
import type { Complaint, Document } from "../model/index.js";
import { decode, utf8Of } from "./decode.js";
import { type Gathered, type Gathering, gathering } from "./gather.js";
import { jsonError } from "./json-error.js";
import { elementsOf, isJsonList } from "./json-list.js";
import { LIMITS, type Limits, limitReached } from "./limits.js";
import { linesOf } from "./lines.js";
import { bytesOf, fileOf, type OfficePart, type Source } from "./source.js";

/** A document of a source, or the complaint about a part that is none. */
export type Doc = Whole | { readonly complaint: Complaint };

/** A document; `single` where the source holds no other. */
export interface Whole {
  readonly document: Document;
  readonly single?: boolean;
  /** Its place among the documents of the source (a number, the name of a sheet) where lines do not tell them apart. */
  readonly part?: string;
}

/** The documents of a source: a whole JSON, the lines of a JSONL one by one, or a text that is neither. */
export function* documentsOf(
  source: Source,
  limits: Limits = LIMITS,
  turnLine?: (json: unknown) => string | undefined,
): Generator<Doc> {
  const name = fileOf(source);
  if (source.parts !== undefined) return yield* officeDocuments(name, source.parts);
  const bytes = utf8Of(source.bytes);
  const whole = { ...source, bytes };
  if (source.lines !== undefined) yield* jsonLines(name, source, limits);
  else if (isJsonLines(bytes, source.rest !== undefined, limits.document))
    yield* jsonLines(name, whole, limits, turnLine);
  else if (isStreamed(whole) && isJsonList(bytes)) yield* jsonList(name, whole, limits);
  else if (source.rest !== undefined || bytes.length > limits.document) yield tooLarge(limits);
  else {
    if (!isUtf8(bytes)) yield { complaint: undecodable(1) };
    yield* documentsIn(name, decode(bytes));
  }
}

/** Longer lists are taken apart by their elements, which needs less memory and gives the same. */
export const LARGE = 64 * 1024 * 1024;

function isStreamed({ bytes, rest }: Source): boolean {
  return rest !== undefined || bytes.length > LARGE;
}

/** Whether a source of which this is the beginning can be read without holding it: lines of JSON, or a list of them. */
export function isStreamable(head: Uint8Array, limits: Limits): boolean {
  const bytes = utf8Of(head);
  return isJsonLines(bytes, true, limits.document) || isJsonList(bytes);
}

function* officeDocuments(name: string, parts: readonly OfficePart[]): Generator<Doc> {
  for (const part of parts) {
    const document: Document = { name, json: undefined, line: 1, ...part };
    const sheet = parts.length > 1 ? part.sheet?.name : undefined;
    yield { document, single: true, ...(sheet !== undefined && { part: sheet }) };
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
    yield* jsonLines(name, { name, named: true, bytes: Buffer.from(text) }, LIMITS);
  } else yield { complaint: broken(text, 1) };
}

function* jsonLines(
  name: string,
  source: Source,
  limits: Limits,
  turnLine: (json: unknown) => string | undefined = () => undefined,
): Generator<Doc> {
  const gathered = gathering();
  const { lines: cut } = source;
  // Who cut it has seen that its first line is a whole conversation.
  let byTurn: boolean | undefined = cut && false;
  let unsound = 0;
  for (const line of linesOf(bytesOf(source), limits.line, cut?.first)) {
    if (!line.sound) unsound++;
    const json = line.tooLong ? undefined : parse(line.text);
    if (json === undefined) {
      yield { complaint: line.tooLong ? overlong(line.number, limits) : broken(line.text, line.number) };
      continue;
    }
    const mapped: string | undefined =
      turnLine(json) ?? (byTurn === false ? undefined : liveConversation(json));
    byTurn ??= mapped !== undefined || isTurn(json);
    if (byTurn) {
      const gone = gathered.add(mapped ?? conversationOf(json), json, line.number, line.text.length);
      for (const group of gone) yield gatheredDocument(name, group, false);
    } else yield { document: { name, text: line.text, json, line: line.number } };
  }
  yield* gatheredDocuments(name, gathered);
  if (cut !== undefined) cut.unsound(unsound);
  else if (unsound > 0) yield { complaint: undecodable(unsound) };
}

function* gatheredDocuments(name: string, gathered: Gathering): Generator<Doc> {
  const single = gathered.alone();
  for (const group of gathered.rest()) yield gatheredDocument(name, group, single);
  const [line] = gathered.again;
  if (line !== undefined) yield { complaint: cameBack(gathered.again.length, line) };
}

function gatheredDocument(name: string, { turns, lines }: Gathered, single: boolean): Whole {
  return { document: { name, text: "", json: turns, line: lines[0] ?? 1, lines }, single };
}

/** Too much lay between the turns of a conversation to keep it waiting. */
function cameBack(count: number, line: number): Complaint {
  const message = `Unexpected turns of ${count} ${count === 1 ? "conversation" : "conversations"} long after the others, expected those of a conversation near each other; read as ${count === 1 ? "another" : "others"}`;
  return { code: "split-conversation", message, line, effect: "partial" };
}

/** The elements of a long list, each as the list of one that its format knows; a list of turns is gathered first. */
function* jsonList(name: string, source: Source, limits: Limits): Generator<Doc> {
  const gathered = gathering();
  let byTurn: boolean | undefined;
  let count = 0;
  let unsound = 0;
  for (const part of elementsOf(bytesOf(source), limits.document)) {
    if ("broken" in part) {
      yield { complaint: brokenList(part.broken, part.line) };
      return;
    }
    const { text, line, tooLong, sound } = part;
    count++;
    if (!sound) unsound++;
    const json = tooLong ? undefined : parse(text);
    if (json === undefined) {
      yield { complaint: tooLong ? { ...tooLarge(limits).complaint, line } : broken(text, line) };
      continue;
    }
    byTurn ??= isTurn(json);
    if (byTurn) {
      const gone = gathered.add(conversationOf(json), json, line, text.length);
      for (const group of gone) yield gatheredDocument(name, group, false);
    } else
      yield { document: { name, text: `[${text}]`, json: [json], line }, single: true, part: String(count) };
  }
  yield* gatheredDocuments(name, gathered);
  if (unsound > 0) yield { complaint: undecodable(unsound) };
}

/** Whether the first line is a JSON value of its own and something follows it. */
export function isJsonLines(bytes: Uint8Array, more: boolean, longest = LIMITS.document): boolean {
  const from = bytes.findIndex(byte => byte > 32 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  if (from < 0 || (bytes[from] !== 0x7b && bytes[from] !== 0x5b)) return false;
  const end = bytes.indexOf(10, from);
  if (end < 0 || end - from > longest) return false;
  if (!more && bytes.subarray(end).every(byte => byte <= 32)) return false;
  return parse(decode(bytes.subarray(from, end))) !== undefined;
}

/** The JSON object or array of a text; undefined where it is none. */
function parse(text: string): unknown {
  // A failed attempt costs an error with its stack; most texts show at once that they are none.
  if (!/^\uFEFF?\s*[[{]/.test(text)) return undefined;
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

function tooLarge(limits: Limits): { readonly complaint: Complaint } {
  const { message, ...complaint } = limitReached("document", limits, "text in one piece");
  return { complaint: { ...complaint, message: `${message}; JSONL, a conversation a line, needs no limit` } };
}

function overlong(line: number, limits: Limits): Complaint {
  return { ...limitReached("line", limits, "line without an end"), line };
}

function brokenList(met: string, line: number): Complaint {
  const message = `Unexpected ${met} in JSON at line ${line}, expected a list that is whole`;
  return { code: "broken-json", message, line, effect: "unreadable" };
}

/** What is said once of all the places of a source that are no UTF-8. */
export function undecodable(count: number): Complaint {
  const message = `Unexpected bytes that are not UTF-8 (${count} ${count === 1 ? "place" : "places"} at least), expected UTF-8 throughout`;
  return { code: "bad-encoding", message, effect: "partial" };
}
