import type { Channel, Conversation, Role, Transcript, Turn, Written } from "../model/index.js";
import { buildTurns, hasBothEnds, type Row } from "../model/turns.js";
import { cleanName, cleanText } from "./clean.js";
import { fingerprint } from "./fingerprint.js";
import { inOrder, type Open, setTimes, zeroOf } from "./timeline.js";

/** A tidy row with its place in the export, its role still to be settled. */
export interface Utterance extends Written {
  readonly utterance: number;
}

/** Tidy rows on one clock. */
export interface Tidy {
  readonly rows: readonly Utterance[];
  readonly channel: Channel;
  /** When that clock began, milliseconds since 1970 (UTC). */
  readonly startedAt?: number;
  /** Rows with a time that cannot be. */
  readonly impossible: number;
}

/** Rows as written → tidy rows in order. Empty ones go, and are counted all the same. Default medium is voice. */
export function tidy(conversation: Conversation, given?: Channel): Tidy {
  const { rows, plain } = conversation;
  const channel = given ?? conversation.channel ?? "voice";
  const zero = zeroOf(rows, conversation.startedAt);
  const startedAt = conversation.startedAt ?? zero;
  const kept: Utterance[] = [];
  let impossible = 0;
  for (let utterance = 0; utterance < rows.length; utterance++) {
    const row = rows[utterance] as Written;
    const text = cleanText(row.text, channel, plain);
    if (text === "") continue;
    const one: Open<Utterance> = { speaker: cleanName(row.speaker), text, utterance };
    if (row.role !== undefined) one.role = row.role;
    if (row.kind !== undefined) one.kind = row.kind;
    if (!setTimes(one, row, zero)) impossible++;
    if (row.cutOff) one.cutOff = true;
    if (row.line !== undefined) one.line = row.line;
    kept.push(one);
  }
  return { rows: inOrder(kept), channel, impossible, ...(startedAt !== undefined && { startedAt }) };
}

/** Tidy rows, each voice in its role → transcript. */
export function normalise(
  conversation: Conversation,
  { rows, channel, startedAt }: Tidy,
  roleOf: (row: Written) => Role | undefined,
  { source, format }: { readonly source: string; readonly format: string },
): Transcript {
  const id = conversation.id ?? fingerprint(channel, rows);
  const turns = buildTurns(
    rows.map(row => settled(row, roleOf(row))),
    channel,
  );
  const { language, agent, overlaps, metadata = {}, measured = [] } = conversation;
  const began = startedAt === undefined ? undefined : isoOf(startedAt);
  return {
    id,
    source,
    format,
    channel,
    ...(language !== undefined && { language }),
    ...(agent !== undefined && { agent }),
    ...(began !== undefined && { startedAt: began }),
    overlaps: overlaps !== false && hasBothEnds(turns) && !areCaptions(turns),
    metadata,
    measured,
    turns,
  };
}

function settled(row: Utterance, role: Role | undefined): Row {
  const one: Open<Utterance> = row;
  one.role = role ?? row.role ?? "other";
  return one as Row;
}

function isoOf(ms: number): string | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Fewer changes of speaker could follow each other so closely by chance. */
const CHANGES = 6;
/** Captions end where the next begins, or up to this many milliseconds before. */
const SEAM = 10;

/** Whether the times are those of captions, which never overlap even where people do. */
function areCaptions(turns: readonly Turn[]): boolean {
  let before: Turn | undefined;
  let changes = 0;
  for (const turn of turns) {
    if (turn.kind !== "speech") continue;
    if (before !== undefined) {
      const gap = (turn.start ?? 0) - (before.end ?? 0);
      if (gap < 0 || gap > SEAM) return false;
      changes++;
    }
    before = turn;
  }
  return changes >= CHANGES;
}
