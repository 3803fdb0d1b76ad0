import type { Complaint, Conversation, Document, Embedded } from "../model/index.js";
import { documentsIn } from "./documents.js";
import type { Recognise } from "./recognise.js";
import { Refusal } from "./refusal.js";

/** What a document gave, texts inside it included. */
export interface DocumentRead {
  readonly format: string;
  readonly conversations: readonly Conversation[];
  readonly problems: readonly Complaint[];
}

/** Envelopes in envelopes: a vCon in a table is one, more are a trick. */
const DEEPEST = 3;

/** Reads a document by its format, and the texts that an envelope holds by theirs. */
export function readDocument(document: Document, recognise: Recognise, depth = 0): DocumentRead {
  const format = bounded(() => recognise(document, depth));
  if (!("read" in format))
    return { format: "", conversations: [], problems: [{ line: document.line, ...format }] };
  const reading = bounded(() => format.read(document));
  if ("code" in reading) {
    return { format: format.name, conversations: [], problems: [{ line: document.line, ...reading }] };
  }
  const { conversations, problems, embedded = [] } = reading;
  const inner = embedded.map(text => readEmbedded(text, document, recognise, depth));
  const all = [...conversations, ...inner.flatMap(read => read.conversations)];
  const said = [...problems, ...inner.flatMap(read => read.problems)];
  if (all.length === 0 && said.length === 0) said.push(nothing(format.name, document.line));
  return { format: format.name, conversations: all, problems: said };
}

/** A format that runs out of stack has met nesting that no export has. */
function bounded<T>(work: () => T): T | Complaint {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error.complaint;
    if (!(error instanceof RangeError)) throw error;
    return {
      code: "too-deep",
      message: "Unexpected nesting without end, expected an export",
      effect: "unreadable",
    };
  }
}

function readEmbedded(
  { text, about }: Embedded,
  outer: Document,
  recognise: Recognise,
  depth: number,
): DocumentRead {
  const place = { line: outer.line };
  if (depth >= DEEPEST) return { format: "", conversations: [], problems: [{ ...tooDeep, ...place }] };
  const conversations: Conversation[] = [];
  const problems: Complaint[] = [];
  for (const doc of documentsIn(outer.name, text)) {
    if ("complaint" in doc) {
      problems.push({ ...doc.complaint, ...place });
      continue;
    }
    const read = readDocument(doc.document, recognise, depth + 1);
    for (const one of read.conversations) conversations.push(within(one, about, outer.line));
    for (const problem of read.problems) problems.push({ ...problem, ...place });
  }
  return { format: "", conversations, problems };
}

const tooDeep: Complaint = {
  code: "too-deep",
  message: `Unexpected text in a text in a text, expected at most ${DEEPEST} envelopes`,
  effect: "unreadable",
};

/** The envelope knows better than a guess from the text; lines inside it are the line of the envelope. */
function within(inner: Conversation, about: Embedded["about"], line: number): Conversation {
  const rows = inner.rows.map(row => (row.line === undefined ? row : { ...row, line }));
  const metadata = { ...inner.metadata, ...about.metadata };
  return { ...inner, ...about, ...(Object.keys(metadata).length > 0 && { metadata }), rows };
}

function nothing(format: string, line: number): Complaint {
  const message = `Unexpected ${format} without a conversation, expected at least one`;
  return { line, code: "no-turns", message, effect: "unreadable" };
}
