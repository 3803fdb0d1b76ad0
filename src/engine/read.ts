import type { Channel, Complaint, Conversation, Document, Problem, Transcript } from "../model/index.js";
import type { Row } from "../model/turns.js";
import { decode } from "./decode.js";
import { documents } from "./documents.js";
import { normalise } from "./normalise.js";
import { type Candidate, candidates, formatOf, formats } from "./recognise.js";
import type { Source } from "./source.js";

/** A transcript, or what was wrong with what we were given. */
export type Read = { readonly transcript: Transcript } | { readonly problem: Problem };

/** What the user says of the exports. */
export interface ReadOptions {
  /** Name of the format; without it each document is recognised by its content. */
  readonly from?: string;
  /** Names of agents, or words in them. */
  readonly agents?: readonly string[];
  readonly channel?: Channel;
}

/** Reads every conversation of a source, one by one, with a problem for everything that could not be read. */
export function* readSource(source: Source, options: ReadOptions): Iterable<Read> {
  for (const doc of documents(source.name, decode(source.bytes))) {
    if ("complaint" in doc) yield { problem: problemOf(source, doc.complaint) };
    else yield* readDocument(source, doc.document, options);
  }
}

/** What each format says of a source's first document, for `attune formats FILE`. */
export function recognise(source: Source): readonly Candidate[] {
  for (const doc of documents(source.name, decode(source.bytes)))
    if ("document" in doc) return candidates(doc.document);
  return [];
}

function* readDocument(source: Source, document: Document, options: ReadOptions): Iterable<Read> {
  const format = formats.find(({ name }) => name === options.from) ?? formatOf(document);
  if (!("read" in format)) {
    yield { problem: problemOf(source, { line: document.line, ...format }) };
    return;
  }
  const { conversations, problems } = format.read(document);
  for (const complaint of problems) yield { problem: problemOf(source, complaint) };
  for (const [n, conversation] of conversations.entries()) {
    const name = conversations.length > 1 ? `${source.name}#${n + 1}` : source.name;
    yield { transcript: transcriptOf(conversation, name, format.name, options) };
  }
}

function transcriptOf(
  conversation: Conversation,
  source: string,
  format: string,
  { channel }: ReadOptions,
): Transcript {
  const rows: Row[] = conversation.rows.map((row, utterance) => ({
    ...row,
    role: row.role ?? "other",
    utterance,
  }));
  const kept = rows.filter(row => row.text.trim() !== "");
  return normalise(conversation, kept, { source, format, ...(channel !== undefined && { channel }) });
}

function problemOf(source: Source, complaint: Complaint): Problem {
  return { source: source.name, named: source.named, ...complaint };
}
