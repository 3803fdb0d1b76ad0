import { exchangeIn } from "./exchanges.js";
import { get, isObject, said } from "./json.js";
import { namesIn } from "./names-in.js";
import { holdsTurns } from "./turn-lists.js";
import { sideOf } from "./turn-sides.js";
import { textKey } from "./turn-text.js";
import { speakerKey } from "./turn-who.js";

const CONVERSATION_KEYS = namesIn(`
  conversation_id conversationId call_id callId chat_id chatId contact_id contactId session_id sessionId
  thread_id conversationsThreadId ticket_id ticketId dialogue_id dialogueId dialog_id transcript_id transcriptId
  interaction_id interactionId conversationSid call_sid callSid convo_id engagement_id rid
`);

/** The conversation that a turn says it belongs to; "" where it says nothing. */
export function conversationOf(turn: unknown): string {
  for (const key of CONVERSATION_KEYS) {
    const id = said(get(turn, key));
    if (id !== undefined) return id;
  }
  return said(get(get(turn, "conversation"), "id")) ?? "";
}

/** Whether an object is one turn and no conversation: words and a speaker (or a direction), and no list of things that could be turns. */
export function isTurn(value: unknown): boolean {
  if (!isObject(value)) return false;
  if (textKey(value) === undefined)
    return conversationOf(value) !== "" && exchangeIn(Object.keys(value).slice(0, 100)) !== undefined;
  return (speakerKey(value) !== undefined || sideOf(value) !== undefined) && !holdsTurns(value);
}
