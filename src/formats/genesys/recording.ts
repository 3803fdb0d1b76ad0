import type { Channel, Written } from "../../model/index.js";
import { firstText, given, type Json, objectOf, startsLike, textOf } from "../shared/chat-json.js";
import { type Chat, chatOf, rowsOf } from "../shared/chat-reading.js";
import { type Namer, namer } from "../shared/chat-speakers.js";
import { momentOf } from "../shared/chat-time.js";
import { htmlToText } from "../shared/html.js";
import { withoutHistory } from "../shared/mail-history.js";
import { roleOf } from "./purpose.js";

/** Where a recording keeps its messages, by medium. */
const LISTS: readonly (readonly [string, Channel])[] = [
  ["messagingTranscript", "chat"],
  ["emailTranscript", "email"],
  ["transcript", "chat"],
  ["messages", "chat"],
];

/** Whether an object is a recording of messages rather than of sound. */
export function isRecording(item: Json): boolean {
  return listIn(item) !== undefined && "conversationId" in item;
}

/** Reads a recording's messages. */
export function readRecording(recording: Json): Chat {
  const [list, channel] = listIn(recording) ?? ["messages", "chat" as const];
  const call = namer();
  return chatOf(
    rowsOf(recording[list], item => rowOf(item, call)),
    {
      id: textOf(recording.conversationId),
      channel,
      plain: true,
      facts: { conversationId: recording.conversationId, recordingId: recording.id },
    },
  );
}

function listIn(item: Json): readonly [string, Channel] | undefined {
  return LISTS.find(([key]) => startsLike(item[key], isMessage));
}

function isMessage(message: Json): boolean {
  const said =
    "messageText" in message || "body" in message || "textBody" in message || "htmlBody" in message;
  return said && ("from" in message || "purpose" in message || "participantPurpose" in message);
}

function rowOf(item: Json, call: Namer): Written | undefined {
  const text = firstText(item.messageText, item.body) || mailIn(item);
  if (text === "") return undefined;
  const role = roleOf(item.purpose ?? item.participantPurpose);
  const { id, name } = objectOf(item.user ?? item.fromUser);
  const from = objectOf(item.from);
  const who = firstText(name, from.name, from.email, typeof item.from === "string" ? item.from : "");
  const at = momentOf(item.timestamp ?? item.utc ?? item.time);
  return { speaker: call(firstText(id, item.participantId, who), who, role), text, ...given({ role, at }) };
}

function mailIn(item: Json): string {
  const plain = textOf(item.textBody);
  return withoutHistory(plain === "" ? htmlToText(textOf(item.htmlBody)) : plain);
}
