import { createHash } from "node:crypto";
import type { Channel, Conversation, Role, Transcript, Turn, Written } from "../model/index.js";
import { buildTurns, hasBothEnds, type Row } from "../model/turns.js";
import { cleanName, cleanText } from "./clean.js";
import { type Timeline, timelineOf } from "./timeline.js";
import { voiceKey } from "./voices.js";

/** A row with its place in the export, its role still to be settled. */
export interface Utterance extends Written {
  readonly utterance: number;
}

/** Where a conversation comes from, and what the user says of it. */
export interface Origin {
  readonly source: string;
  readonly format: string;
  readonly channel: Channel;
}

/** Default medium where neither the export nor the user names one. */
export function channelOf(conversation: Conversation, channel?: Channel): Channel {
  return channel ?? conversation.channel ?? "voice";
}

/** Rows as written → tidy rows on one clock. Empty ones go, and are counted all the same. */
export function tidyRows(conversation: Conversation, channel: Channel): Timeline<Utterance> {
  const rows: Utterance[] = [];
  for (const [utterance, row] of conversation.rows.entries()) {
    const text = cleanText(row.text, channel, conversation.plain);
    if (text !== "") rows.push({ ...row, speaker: cleanName(row.speaker), text, utterance });
  }
  return timelineOf(rows, conversation);
}

/** Tidy rows, each voice in its role → transcript. */
export function normalise(
  conversation: Conversation,
  { rows, startedAt }: Timeline<Utterance>,
  roles: ReadonlyMap<string, { readonly role: Role }>,
  { source, format, channel }: Origin,
): Transcript {
  const settled: Row[] = rows.map(row => ({
    ...row,
    role: roles.get(voiceKey(row))?.role ?? row.role ?? "other",
  }));
  const turns = buildTurns(settled, channel);
  const { id, language, agent } = conversation;
  const began = startedAt === undefined ? undefined : isoOf(startedAt);
  return {
    id: id ?? fingerprint(channel, rows),
    source,
    format,
    channel,
    ...(language !== undefined && { language }),
    ...(agent !== undefined && { agent }),
    ...(began !== undefined && { startedAt: began }),
    overlaps: conversation.overlaps !== false && hasBothEnds(turns) && !areCaptions(turns),
    metadata: conversation.metadata ?? {},
    measured: conversation.measured ?? [],
    turns,
  };
}

function isoOf(ms: number): string | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Half of a hash that would do for billions: the same words have the same id wherever the file lies. */
function fingerprint(channel: Channel, rows: readonly Written[]): string {
  const said = rows.map(row => [row.speaker, row.role, row.kind, row.text, row.start, row.end]);
  return createHash("sha256")
    .update(JSON.stringify([channel, said]))
    .digest("hex")
    .slice(0, 12);
}

/** Fewer changes of speaker could follow each other so closely by chance. */
const CHANGES = 6;
/** Captions end where the next begins, or up to this many milliseconds before. */
const SEAM = 10;

/** Whether the times are those of captions, which never overlap even where people do. */
function areCaptions(turns: readonly Turn[]): boolean {
  const spoken = turns.filter(({ kind }) => kind === "speech");
  if (spoken.length <= CHANGES) return false;
  return spoken.every((turn, i) => {
    const gap = (turn.start ?? 0) - (spoken[i - 1]?.end ?? turn.start ?? 0);
    return gap >= 0 && gap <= SEAM;
  });
}
