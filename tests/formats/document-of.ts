import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Conversation, Document, Format, Reading, Written } from "../../src/model/index.js";

/** A document as the engine would hand it over: decoded, without BOM, parsed where it is JSON. */
export function documentOf(text: string, name = "call.txt"): Document {
  const bare = text.startsWith("\uFEFF") ? text.slice(1) : text;
  let json: unknown;
  try {
    json = JSON.parse(bare);
  } catch {
    json = undefined;
  }
  return { name, text: bare, json: typeof json === "object" && json !== null ? json : undefined, line: 1 };
}

/** A document around a JSON value. */
export function jsonDocument(value: unknown, name = "call.json"): Document {
  return { name, text: JSON.stringify(value), json: value, line: 1 };
}

/** The document of a file; UTF-16 is told by its BOM. */
export function documentAt(path: string): Document {
  const bytes = readFileSync(path);
  const encoding =
    bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : bytes[0] === 0xff ? "utf-16le" : "utf-8";
  return documentOf(new TextDecoder(encoding).decode(bytes), basename(path));
}

/** What is compared of a reading: everything but the middle of long turns, in a form that can be checked by eye. */
export function portrait(format: Format, document: Document): unknown {
  const { conversations, problems, embedded } = format.read(document);
  return {
    format: format.name,
    confidence: format.sniff(document).confidence,
    problems: problems.map(
      ({ code, effect, message, line }) => `${effect} ${code}${line ? `@${line}` : ""}: ${message}`,
    ),
    ...(embedded ? { embedded: embedded.map(({ text, about }) => ({ about, text: ends(text) })) } : {}),
    conversations: conversations.map(portraitOf),
  };
}

/** The same without a word of the text: counts and a hash, for samples that may not be passed on. */
export function fingerprint(format: Format, document: Document): unknown {
  const { conversations, problems } = format.read(document);
  return {
    format: format.name,
    problems: problems.map(({ code, effect }) => `${effect} ${code}`),
    conversations: conversations.map(({ rows }) => ({
      rows: rows.length,
      events: rows.filter(({ kind }) => kind === "event").length,
      timed: rows.filter(({ start }) => start !== undefined).length,
      bySpeaker: Object.values(countBy(rows)),
      sha256: createHash("sha256").update(JSON.stringify(rows)).digest("hex"),
    })),
  };
}

function portraitOf({ rows, measured, ...about }: Conversation): unknown {
  return {
    ...about,
    ...(measured
      ? { measured: measured.length > 12 ? counted(measured.map(({ what }) => what)) : measured }
      : {}),
    speakers: countBy(rows),
    rows: rows.map(line),
  };
}

function countBy(rows: readonly Written[]): Record<string, number> {
  return counted(rows.map(({ speaker, role }) => `${speaker}${role ? ` (${role})` : ""}`));
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function line({ speaker, role, kind, text, start, end, at, cutOff, line: at1 }: Written): string {
  const who = [speaker || "?", role && `(${role})`, kind && `<${kind}>`].filter(Boolean).join(" ");
  const when = [start, end].map(ms => ms ?? "").join("-") + (at === undefined ? "" : ` @${at}`);
  return [who, when, at1 === undefined ? "" : `L${at1}`, cutOff ? "cut" : "", ends(text)]
    .filter(Boolean)
    .join(" | ");
}

/** The first and the last words. */
function ends(text: string): string {
  const words = text.split(/\s+/);
  return words.length > 9
    ? `${words.slice(0, 5).join(" ")} … ${words.slice(-3).join(" ")} (${words.length})`
    : text;
}

/** Every word of a reading, in order, for comparisons. */
export function wordsOf({ conversations }: Reading): readonly string[] {
  return conversations.flatMap(({ rows }) => rows.flatMap(({ text }) => text.split(/\s+/)));
}

/** Rows as «speaker (role) start-end: text», then the complaints' codes with their lines: for tables of tests. */
export function told(format: Format, document: Document): readonly string[] {
  const { conversations, problems } = format.read(document);
  const rows = conversations.flatMap(conversation =>
    conversation.rows.map(({ speaker, role, kind, start, end, cutOff, text }) => {
      const who = [speaker || "?", role && `(${role})`, kind && `<${kind}>`, cutOff && "cut"].filter(Boolean);
      const when = start === undefined && end === undefined ? "" : ` ${start ?? ""}-${end ?? ""}`;
      return `${who.join(" ")}${when}: ${text}`;
    }),
  );
  return [...rows, ...problems.map(({ code, line }) => `! ${code}${line === undefined ? "" : ` ${line}`}`)];
}
