import type { Problem } from "../model/index.js";
import { diskProblem, readMark } from "./folder.js";
import { macsOf } from "./forgotten.js";
import type { Patience } from "./lock.js";
import { finishErasing, holdStore, note } from "./open.js";
import type { Row } from "./row.js";
import { macOf } from "./secret.js";
import { metIn, segmentsOf } from "./segments.js";
import { rowIn } from "./upkeep.js";

/** What was erased of one conversation. */
export interface Erased {
  /** Rows, all versions together. */
  readonly rows: number;
  /** Hashes of the conversations, by which other places know them. */
  readonly transcripts: readonly string[];
  /** Rows of other conversations that stay, although the name of their file holds the id. */
  readonly mentions: number;
}

/** How an erasure is done. */
export interface Forgetting {
  /** The day, UTC. */
  readonly day: string;
  readonly patience?: Patience;
}

/** A transcript's hash is recognised from so many digits on. */
const DIGITS = 12;

/**
 * Erases a conversation, by its id, the contact's id or the transcript's hash, in all versions: a record that it is
 * forgotten first, so that a crash cannot bring it back, then the journal written anew without it.
 */
export async function forget(
  store: string,
  id: string,
  { day, patience }: Forgetting,
): Promise<Erased | { readonly problem: Problem }> {
  try {
    const mark = readMark(store);
    if ("problem" in mark) return mark;
    const held = await holdStore(store, patience);
    if ("problem" in held) return held;
    try {
      const before = held.forgotten.pending.size > 0 ? finishErasing(held, macOf(store), day) : 0;
      const found = rowsOf(store, id);
      if (found.length === 0) return { rows: before, transcripts: [], mentions: mentions(store, id) };
      const mac = macOf(store);
      const macs = [...new Set(found.flatMap(row => macsOf(row, mac)))];
      held.appender.add(note("forgotten", day, macs, held), "note");
      held.appender.flush();
      const { problem } = held.appender;
      if (problem !== undefined) return { problem };
      const rows = before + finishErasing(held, mac, day);
      if (held.appender.problem !== undefined) return { problem: held.appender.problem };
      const transcripts = [...new Set(found.map(({ transcript }) => transcript))];
      return { rows, transcripts, mentions: mentions(store, id) };
    } finally {
      held.appender.close();
      held.lock.release();
    }
  } catch (error) {
    return { problem: diskProblem(store, error, "a store that can be written") };
  }
}

function rowsOf(store: string, id: string): readonly Row[] {
  const written = JSON.stringify(id).slice(1, -1);
  const asHash = new RegExp(`^[0-9a-f]{${DIGITS},64}$`).test(id);
  const found: Row[] = [];
  for (const path of segmentsOf(store))
    for (const met of metIn(path)) {
      if (met.kind !== "audit" || !met.line.includes(written)) continue;
      const row = rowIn(met.line);
      if (row.id === id || row.contact === id || (asHash && row.transcript.startsWith(id))) found.push(row);
    }
  return found;
}

function mentions(store: string, id: string): number {
  let count = 0;
  for (const path of segmentsOf(store))
    for (const met of metIn(path)) if (met.kind === "audit" && rowIn(met.line).source?.includes(id)) count++;
  return count;
}
