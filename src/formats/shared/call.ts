import type { Conversation, Reading, Written } from "../../model/index.js";
import { defined, type Loose } from "./defined.js";
import type { Notes } from "./notes.js";

/** What an export says of a conversation besides its rows; fields may be undefined. */
export type About = Partial<Loose<Omit<Conversation, "rows">>>;

type Writing = { -readonly [K in keyof Written]: Written[K] };

/** A row without its undefined fields; by hand, since there are millions of them. */
export function row(fields: Loose<Pick<Written, "speaker" | "text">> & Partial<Loose<Written>>): Written {
  const { role, kind, start, end, at, cutOff, line } = fields;
  const written: Writing = { speaker: fields.speaker ?? "", text: fields.text ?? "" };
  if (role !== undefined) written.role = role;
  if (kind !== undefined) written.kind = kind;
  if (start !== undefined) written.start = start;
  if (end !== undefined) written.end = end;
  if (at !== undefined) written.at = at;
  if (cutOff !== undefined) written.cutOff = cutOff;
  if (line !== undefined) written.line = line;
  return written;
}

/** One spoken conversation, and what was wrong with it. That nobody is named is for the engine to tell. */
export function call(rows: readonly Written[], found: Notes, about: About = {}): Reading {
  return calls([{ rows, about }], found);
}

/** Several spoken conversations of one document. */
export function calls(
  parts: readonly { readonly rows: readonly Written[]; readonly about?: About }[],
  found: Notes,
): Reading {
  const told = parts.filter(({ rows }) => rows.some(isSpoken));
  const silent = parts.length - told.length;
  if (told.length === 0 || silent > 0) {
    const met = silent > 1 ? `${silent} transcripts` : "a transcript";
    const effect = told.length === 0 ? "unreadable" : "partial";
    found.add(
      "no-turns",
      `Unexpected ${met} without anything said, expected at least one turn`,
      undefined,
      effect,
    );
  }
  const conversations = told.map(({ rows, about = {} }) => {
    const measured = about.measured?.length === 0 ? undefined : about.measured;
    return defined<Conversation>({ channel: "voice", ...about, measured, rows } as Loose<Conversation>);
  });
  return { conversations, problems: found.list() };
}

function isSpoken({ kind }: Written): boolean {
  return kind === undefined || kind === "speech";
}

/** Shorter overlaps are the rounding of clocks, not two people at once. */
const ROUNDING = 200;

/** Whether anybody is seen to start before somebody else has ended; where words come from one mixed track, mostly nobody is. */
export function overlapSeen(rows: readonly Written[]): boolean {
  const timed = rows
    .filter(({ start }) => start !== undefined)
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  const latest = new Map<string, number>();
  for (const { speaker, start = 0, end = 0 } of timed) {
    for (const [other, until] of latest) {
      if (other !== speaker && until - start > ROUNDING) return true;
    }
    // More labels than a room holds people are no labels; bound the work.
    if (latest.size < 50 || latest.has(speaker)) latest.set(speaker, Math.max(latest.get(speaker) ?? 0, end));
  }
  return false;
}

/** Metadata without its empty values; undefined when nothing is left. */
export function metadata(
  facts: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> | undefined {
  const kept = defined<Record<string, string>>(facts as Loose<Record<string, string>>);
  return Object.keys(kept).length > 0 ? kept : undefined;
}
