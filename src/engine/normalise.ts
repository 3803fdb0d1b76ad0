import { createHash } from "node:crypto";
import type { Channel, Conversation, Transcript, Turn } from "../model/index.js";
import { buildTurns, hasBothEnds, type Row } from "../model/turns.js";

/** Where a conversation comes from. */
export interface Origin {
  readonly source: string;
  readonly format: string;
  readonly channel?: Channel;
}

/** A conversation whose rows have their roles → transcript. */
export function normalise(conversation: Conversation, rows: readonly Row[], origin: Origin): Transcript {
  const channel = origin.channel ?? conversation.channel ?? "voice";
  const turns = buildTurns(rows, channel);
  const { language, agent, startedAt } = conversation;
  return {
    id: conversation.id ?? fingerprint(channel, rows),
    source: origin.source,
    format: origin.format,
    channel,
    ...(language !== undefined && { language }),
    ...(agent !== undefined && { agent }),
    ...(startedAt !== undefined && { startedAt: new Date(startedAt).toISOString() }),
    overlaps: conversation.overlaps !== false && overlapCanShow(turns),
    metadata: conversation.metadata ?? {},
    measured: conversation.measured ?? [],
    turns,
  };
}

function fingerprint(channel: Channel, rows: readonly Row[]): string {
  const said = rows.map(row => [row.speaker, row.role, row.kind, row.text, row.start, row.end]);
  return createHash("sha256")
    .update(JSON.stringify([channel, said]))
    .digest("hex")
    .slice(0, 12);
}

function overlapCanShow(turns: readonly Turn[]): boolean {
  return hasBothEnds(turns);
}
