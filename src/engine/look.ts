import type { Document, Problem, Transcript } from "../model/index.js";
import { encodingOf } from "./decode.js";
import { documentsOf, isJsonLines, type Whole } from "./documents.js";
import { LIMITS } from "./limits.js";
import { mappedTurnLine } from "./mapped.js";
import { type ReadOptions, readSource } from "./read.js";
import { type Candidate, candidates } from "./recognise.js";
import type { Source } from "./source.js";
import type { Cast } from "./voices.js";

/** How a source was taken, for a person who asks. */
export interface Look {
  /** What lies in it: encoding, kind of text. */
  readonly seen: string;
  /** What each format that recognises something says of its first document. */
  readonly candidates: readonly Candidate[];
  readonly conversations: readonly Seen[];
  /** There are more conversations than were looked at. */
  readonly more: boolean;
  readonly problems: readonly Problem[];
}

/** A conversation and how its speakers were told apart. */
export interface Seen {
  readonly transcript: Transcript;
  readonly casts: readonly Cast[];
}

/** Looks at the beginning of a source: its first document, and the first conversations that come out of it. */
export function lookAt(source: Source, options: ReadOptions, most = 3): Look {
  const begun = beginning(source, options);
  const first = firstDocument(begun, options);
  const conversations: Seen[] = [];
  const problems: Problem[] = [];
  let more = false;
  for (const read of readSource(begun, { ...options, unjudged: true })) {
    if ("problem" in read) problems.push(read.problem);
    else if (conversations.length === most) more = true;
    else conversations.push({ transcript: read.transcript, casts: read.casts ?? [] });
    if (more || problems.length >= MOST_PROBLEMS) break;
  }
  return {
    seen: seenIn(begun, first),
    candidates: first === undefined ? [] : candidates(first.document, options.formats),
    conversations,
    more: more || begun !== source,
    problems,
  };
}

const MOST_PROBLEMS = 50;

/** Of lines that go on and on the first megabytes, which end with a line; a stream can be read only once. */
function beginning(source: Source, { limits = LIMITS }: ReadOptions): Source {
  const { rest, ...begun } = source;
  return rest !== undefined && isJsonLines(source.bytes, true, limits.document) ? begun : source;
}

function firstDocument(source: Source, { limits = LIMITS, formats }: ReadOptions): Whole | undefined {
  for (const doc of documentsOf(source, limits, mappedTurnLine(formats))) if ("document" in doc) return doc;
  return undefined;
}

function seenIn({ bytes, parts }: Source, first: Whole | undefined): string {
  if (first === undefined) return "nothing that can be a transcript";
  const { document } = first;
  if (parts !== undefined) return officeSeen(document, parts.length);
  const encoding = encodingOf(bytes.subarray(0, 4096));
  const name = encoding === "other" || encoding === "binary" ? "utf-8" : encoding;
  return `${kindOf(document, first)}, ${name.toUpperCase()}`;
}

function officeSeen({ paragraphs, sheet }: Document, count: number): string {
  if (paragraphs !== undefined) return `Word document of ${paragraphs.length} paragraphs`;
  return `workbook of ${count} ${count === 1 ? "sheet" : "sheets"}, the first of ${sheet?.rows.length ?? 0} rows`;
}

function kindOf({ json, lines, text }: Document, { single, part }: Whole): string {
  if (lines !== undefined) return `JSONL, a turn a line (${lines.length} of the first conversation)`;
  if (part !== undefined) return "JSON list, a conversation an element";
  if (json !== undefined)
    return single ? `JSON ${Array.isArray(json) ? "list" : "object"}` : "JSONL, a document a line";
  return `text of ${text.split("\n").length} lines`;
}
