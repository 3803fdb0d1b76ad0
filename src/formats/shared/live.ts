import { dig, get, isObject, said, str } from "./json.js";

/** What Speechmatics sends besides transcripts while it listens. */
const SPOKEN_OF =
  /^(?:RecognitionStarted|Add(?:Partial)?Transcript|EndOfTranscript|AudioAdded|EndOfUtterance|Info|Warning)$/;
const DEEPGRAM = /^(?:Results|Metadata|UtteranceEnd|SpeechStarted)$/;

/**
 * The conversation that a message of a live transcription belongs to; undefined for anything that is none. A dump of them
 * has a message a line, and only all lines together are a conversation.
 */
export function liveConversation(json: unknown): string | undefined {
  if (!isObject(json)) return undefined;
  const { type, message } = json;
  if (typeof message === "string" && SPOKEN_OF.test(message) && !("text" in json)) return "";
  if (type === "transcript" && isObject(get(json.data, "utterance"))) return said(json.session_id) ?? "";
  if (
    DEEPGRAM.test(str(type)) &&
    ("channel" in json || "channel_index" in json || "channels" in json || "last_word_end" in json)
  )
    return said(dig(json, "metadata", "request_id")) ?? "";
  return Array.isArray(dig(json, "channel", "alternatives")) && typeof json.is_final === "boolean"
    ? ""
    : undefined;
}
