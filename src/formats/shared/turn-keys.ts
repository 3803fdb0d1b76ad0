import { get, isObject, said } from "./json.js";

/** Keys under which exports write what was said. */
export const TEXT_KEYS = ["text", "message", "content", "utterance", "body", "msg", "sentence"] as const;

/** Keys under which exports write who said it. */
export const SPEAKER_KEYS = [
  "speaker",
  "from",
  "author",
  "sender",
  "participant",
  "user",
  "name",
  "role",
  "speaker_role",
  "speaker_name",
  "speakerName",
  "participantRole",
  "participant_role",
  "participant_type",
  "sender_type",
  "senderType",
  "speaker_label",
  "speakerId",
  "speaker_id",
  "participantId",
] as const;

const CONVERSATION_KEYS = [
  "conversation_id",
  "conversationId",
  "call_id",
  "callId",
  "chat_id",
  "chatId",
  "contact_id",
  "contactId",
  "session_id",
  "sessionId",
  "thread_id",
  "ticket_id",
  "ticketId",
  "dialogue_id",
  "dialog_id",
  "transcript_id",
] as const;

/** The key of a turn's text: a string, or null where the export has an empty one. */
export function textKey(turn: unknown): string | undefined {
  if (!isObject(turn)) return undefined;
  for (const key of TEXT_KEYS) if (isText(turn[key])) return key;
  return undefined;
}

/** The key of a turn's speaker. */
export function speakerKey(turn: unknown): string | undefined {
  if (!isObject(turn)) return undefined;
  for (const key of SPEAKER_KEYS) if (speakerOf(turn[key]) !== "") return key;
  return undefined;
}

/** The name that a speaker field gives: itself, or the name (else the role) of the person it holds. */
export function speakerOf(value: unknown): string {
  if (!isObject(value)) return said(value) ?? "";
  return said(value.name) ?? said(value.role) ?? said(value.type) ?? "";
}

/** The conversation that a turn says it belongs to; "" where it says nothing. */
export function conversationOf(turn: unknown): string {
  for (const key of CONVERSATION_KEYS) {
    const id = said(get(turn, key));
    if (id !== undefined) return id;
  }
  return "";
}

/** Whether an object is one turn and no conversation: words and a speaker, and no list of things that could be turns. */
export function isTurn(value: unknown): boolean {
  if (!isObject(value) || textKey(value) === undefined || speakerKey(value) === undefined) return false;
  return !Object.entries(value).some(
    ([key, inner]) => key !== "words" && key !== "tool_calls" && holdsObjects(inner),
  );
}

function holdsObjects(value: unknown): boolean {
  return Array.isArray(value) && value.some(item => isObject(item) && textKey(item) !== undefined);
}

function isText(value: unknown): boolean {
  return (
    typeof value === "string" ||
    value === null ||
    (Array.isArray(value) && isObject(value[0]) && get(value[0], "type") === "text")
  );
}
