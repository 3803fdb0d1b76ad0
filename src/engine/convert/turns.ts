import type { Piece, Transcript, Turn } from "../../model/index.js";
import { wordIn } from "./written.js";

/** A transcript as the generic turn list, an utterance a turn: what attune itself reads best. */
export function turnListOf(transcript: Transcript): Readonly<Record<string, unknown>> {
  const { id, channel, language, agent, startedAt, metadata, turns } = transcript;
  return {
    ...Object.fromEntries(Object.entries(metadata).filter(([key]) => !OURS.has(key))),
    id,
    channel,
    ...(language !== undefined && { language }),
    ...(agent !== undefined && { agent }),
    ...(startedAt !== undefined && { startedAt }),
    // The words are clean: an `&lt;` in them is one that somebody wrote.
    plain: true,
    turns: turns.flatMap(turn =>
      turn.pieces.map((piece, at) => turnOf(turn, piece, at === turn.pieces.length - 1)),
    ),
  };
}

/** Names with a meaning of their own, which no fact may take. */
const OURS: ReadonlySet<string> = new Set([
  ...["id", "channel", "language", "agent", "startedAt", "plain", "conversation_id", "conversationId"],
  ...["turns", "utterances", "messages", "transcript", "conversation", "dialogue", "dialog"],
]);

/** Seconds, as the turn list counts, with all the milliseconds. */
const seconds = (ms: number): number => ms / 1_000;

function turnOf(
  turn: Turn,
  { from, to, start, end }: Piece,
  last: boolean,
): Readonly<Record<string, unknown>> {
  return {
    speaker: wordIn(turn),
    role: turn.role,
    ...(turn.kind !== "speech" && { kind: turn.kind }),
    // A message of the system is speech only where that is said.
    ...(turn.kind === "speech" && turn.role === "system" && { kind: "speech" }),
    text: turn.text.slice(from, to),
    ...(start !== undefined && { start: seconds(start) }),
    ...(end !== undefined && { end: seconds(end) }),
    ...(last && turn.cutOff === true && { cutOff: true }),
  };
}
