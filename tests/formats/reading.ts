import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Conversation, Document, Embedded, Format, Reading, Written } from "../../src/model/index.js";
import { documentOf } from "./document-of.js";

/** The documents of a file: one, or one a line for JSONL. */
export function documentsOf(path: string): readonly Document[] {
  const name = basename(path);
  const text = readFileSync(path, "utf8");
  if (!name.endsWith(".jsonl")) return [documentOf(text, name)];
  const lines = text.split("\n").map((line, index) => ({ ...documentOf(line, name), line: index + 1 }));
  return lines.filter(({ json }) => json !== undefined);
}

/** What was read, in lines that a person can check beside the export: who, when, first and last words, what was left out. */
export function pageOf(format: Format, documents: readonly Document[], show: boolean): string {
  const lines = documents.flatMap(document => readingLines(format.read(document), show));
  return `${lines.join("\n")}\n`;
}

/** Rows in short: "agent note Ana: words", "?" where the format cannot tell the role. */
export function rowsIn(format: Format, document: Document): readonly string[] {
  return format
    .read(document)
    .conversations.flatMap(({ rows }) =>
      rows.map(({ role = "?", kind = "speech", speaker, text }) => `${role} ${kind} ${speaker}: ${text}`),
    );
}

/** What the formats think of a document, surest first. */
export function opinions(
  formats: readonly Format[],
  document: Document,
): readonly (readonly [string, number])[] {
  return formats
    .map(format => [format.name, format.sniff(document).confidence] as const)
    .filter(([, confidence]) => confidence > 0)
    .sort((a, b) => b[1] - a[1]);
}

function readingLines({ conversations, problems, embedded = [] }: Reading, show: boolean): readonly string[] {
  return [
    ...conversations.flatMap(conversation => conversationLines(conversation, show)),
    ...embedded.flatMap(inner => embeddedLines(inner, show)),
    ...problems.map(({ effect, code, message }) => `! ${effect} ${code}: ${message}`),
  ];
}

function conversationLines(conversation: Conversation, show: boolean): readonly string[] {
  const { rows, measured = [], metadata, ...about } = conversation;
  const origin = rows.reduce((first, row) => Math.min(first, row.at ?? first), Number.POSITIVE_INFINITY);
  const facts = show ? [`  ${JSON.stringify({ ...about, ...(metadata && { metadata }) })}`] : [];
  return [
    `# ${rows.length} rows`,
    ...facts,
    ...measured.map(one => `  ~ ${JSON.stringify(one)}`),
    ...rows.map((row, index) => `  ${index} ${rowLine(row, origin, show)}`),
  ];
}

function embeddedLines({ text, about }: Embedded, show: boolean): readonly string[] {
  const said = show ? `${JSON.stringify(about)} ${wordsOf(text)}` : hashOf(text);
  return [`# embedded ${text.length} characters ${said}`];
}

function rowLine(row: Written, origin: number, show: boolean): string {
  const start = row.start ?? (row.at === undefined ? undefined : row.at - origin);
  const times = start === undefined ? "" : ` ${start}${row.end === undefined ? "" : `-${row.end}`}ms`;
  const who = show ? JSON.stringify(row.speaker) : hashOf(row.speaker);
  const said = show ? wordsOf(row.text) : hashOf(row.text);
  const marks = `${row.cutOff ? " cut" : ""}${row.line === undefined ? "" : ` line ${row.line}`}`;
  return `${row.kind ?? "speech"} ${row.role ?? "?"} ${who}${times}${marks} [${row.text.length}] ${said}`;
}

/** The first five and last three words. */
function wordsOf(text: string): string {
  const words = text.split(/\s+/).filter(word => word !== "");
  const short =
    words.length <= 9 ? words.join(" ") : `${words.slice(0, 5).join(" ")} … ${words.slice(-3).join(" ")}`;
  return JSON.stringify(short);
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
