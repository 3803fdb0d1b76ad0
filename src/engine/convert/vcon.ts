import { createHash } from "node:crypto";
import type { Transcript, Turn } from "../../model/index.js";
import { turnListOf } from "./turns.js";
import { momentAfter, wordIn } from "./written.js";

/** The moment that stands where the export knows none: a container must have one. */
const UNKNOWN = "1970-01-01T00:00:00.000Z";

/**
 * A transcript as a vCon (IETF draft vcon-core-04). A chat whose messages all have a moment is a dialog of texts; anything
 * else is a transcript in `analysis`, in the words of the turn list.
 */
export function vconOf(transcript: Transcript): Readonly<Record<string, unknown>> {
  const { id, startedAt, metadata } = transcript;
  const { parties, indexOf } = partiesOf(transcript.turns);
  const created = startedAt ?? UNKNOWN;
  const subject = metadata.subject;
  const container = {
    vcon: "0.5.0",
    uuid: uuidOf(transcript),
    created_at: created,
    ...(subject !== undefined && { subject }),
    parties,
  };
  if (isTexts(transcript))
    return { ...container, dialog: transcript.turns.map(turn => messageOf(turn, created, indexOf)) };
  return {
    ...container,
    dialog: [],
    analysis: [
      {
        type: "transcript",
        vendor: "attune",
        product: "attune convert",
        schema: "attune-turn-list-1",
        mediatype: "application/json",
        encoding: "json",
        body: { ...turnListOf(transcript), id },
      },
    ],
  };
}

interface Party {
  readonly name: string;
  readonly role: string;
}

/** Those who are in the conversation, in order of their first words. */
function partiesOf(turns: readonly Turn[]): {
  readonly parties: readonly Party[];
  indexOf(turn: Turn): number;
} {
  const parties: Party[] = [];
  const places = new Map<string, number>();
  const key = (turn: Turn): string => `${turn.role}\n${wordIn(turn)}`;
  for (const turn of turns) {
    if (places.has(key(turn))) continue;
    places.set(key(turn), parties.length);
    parties.push({ name: wordIn(turn), role: turn.role });
  }
  return { parties, indexOf: turn => places.get(key(turn)) ?? 0 };
}

/** Messages that each have a moment of the calendar, and nothing that a text dialog has no place for. */
function isTexts({ channel, startedAt, turns }: Transcript): boolean {
  return (
    channel === "chat" &&
    startedAt !== undefined &&
    turns[0]?.start === 0 &&
    turns.every(
      ({ start, end, kind, role }) =>
        start !== undefined && end === undefined && kind === "speech" && role !== "other",
    )
  );
}

function messageOf(
  turn: Turn,
  startedAt: string,
  indexOf: (turn: Turn) => number,
): Readonly<Record<string, unknown>> {
  const party = indexOf(turn);
  return {
    type: "text",
    start: momentAfter(startedAt, turn.start ?? 0),
    parties: [party],
    originator: party,
    mediatype: "text/plain",
    encoding: "none",
    body: turn.text,
  };
}

/** The id where it is a UUID already; else one made of it (version 8), the same every time. */
function uuidOf({ id, turns }: Transcript): string {
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return id.toLowerCase();
  const hash = createHash("sha256")
    .update(`${id}\n${turns.map(({ text }) => text).join("\n")}`)
    .digest("hex");
  const variant = "89ab".charAt(Number.parseInt(hash.charAt(16), 16) % 4);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
