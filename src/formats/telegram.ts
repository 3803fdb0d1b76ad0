import type { Format, Written } from "../model/index.js";
import { firstText, given, type Json, objectOf, startsLike, textOf } from "./shared/chat-json.js";
import { type ChatShape, chatOf, holds, readChats, rowsOf } from "./shared/chat-reading.js";
import { momentOf } from "./shared/chat-time.js";
import { isObject, list } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";

/** Telegram chats as Telegram Desktop exports them to JSON. */
export const telegram: Format = {
  name: "telegram",
  title: "Telegram chat export",
  status: "fixture",
  about: {
    recognised: "messages[] with type, date_unixtime or date, and from",
    roles: "names alone: by content or --agent",
    times: "date_unixtime, else date without a zone",
    overlap: "none in a chat",
    traps:
      "text is a string or a list of pieces; service messages and pictures are events; a deleted account has an id alone",
  },

  sniff({ json }) {
    return holds(chatsIn(json), shape) ? yes(0.96, "Telegram: messages[] with date_unixtime and from") : no;
  },

  read: document => readChats({ ...document, json: chatsIn(document.json) }, shape),
};

/** Of an export of all chats, the list of them. */
function chatsIn(json: unknown): unknown {
  const { chats } = objectOf(json);
  return isObject(chats) ? chats : json;
}

const shape: ChatShape = {
  lists: ["list"],
  is: chat => startsLike(chat.messages, isMessage),
  read: chat =>
    chatOf(rowsOf(chat.messages, rowOf), {
      id: textOf(chat.id),
      facts: { chat: chat.name, chatType: chat.type },
    }),
};

function isMessage(message: Json): boolean {
  const typed = message.type === "message" || message.type === "service";
  return (
    typed &&
    ("date_unixtime" in message || "date" in message) &&
    ("from" in message || "actor" in message || "text" in message)
  );
}

function rowOf(message: Json): Written | undefined {
  const at = momentOf(message.date_unixtime) ?? momentOf(message.date);
  if (message.type === "service") {
    const text = [textOf(message.actor), textOf(message.action).replace(/_/g, " ")].filter(Boolean).join(" ");
    return {
      speaker: "system",
      role: "system",
      kind: "event",
      text: text || "service message",
      ...given({ at }),
    };
  }
  const said = wordsIn(message.text);
  const text =
    said ||
    firstText(message.media_type, message.photo && "photo", message.file && "file").replace(/_/g, " ");
  if (text === "") return undefined;
  const kind = said === "" ? ("event" as const) : undefined;
  return {
    speaker: firstText(message.from, message.from_id),
    text,
    ...given({ kind, at }),
  };
}

/** A string, or pieces that are strings and objects with a text. */
function wordsIn(text: unknown): string {
  if (!Array.isArray(text)) return textOf(text).trim();
  return list(text)
    .map(piece => (isObject(piece) ? textOf(piece.text) : textOf(piece)))
    .join("")
    .trim();
}
