import type { Format, Role, Written } from "../model/index.js";
import { firstText, given, type Json, objectOf, objectsOf, startsLike, textOf } from "./shared/chat-json.js";
import { type ChatShape, chatOf, holds, readChats, rowsOf } from "./shared/chat-reading.js";
import { momentOf } from "./shared/chat-time.js";
import { isObject, list } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";

/** LiveChat (text.com): chats of the archive and the agent API. */
export const livechat: Format = {
  name: "livechat",
  title: "LiveChat (text.com)",
  status: "documented",
  about: {
    recognised: "users[] with a type beside thread or threads[] of events[]",
    roles: "author_id joined to users[].type",
    times: "created_at with microseconds",
    overlap: "none in a chat",
    traps: "what only agents see is a note; system messages, forms and files are events",
  },

  sniff({ json }) {
    return holds(json, shape) ? yes(0.97, "LiveChat: users and a thread of events") : no;
  },

  read: document => readChats(document, shape),
};

const shape: ChatShape = {
  lists: ["chats", "chats_summary"],
  is: item => {
    const chat = chatIn(item);
    return (
      startsLike(chat.users, user => "type" in user) &&
      threadsOf(chat).some(thread => startsLike(thread.events, isEvent))
    );
  },

  read(item) {
    const chat = chatIn(item);
    const users = new Map(objectsOf(chat.users).map(user => [textOf(user.id), user]));
    const events = threadsOf(chat).flatMap(thread => list(thread.events));
    const facts = {
      chatId: chat.id,
      tags: threadsOf(chat)
        .flatMap(thread => list(thread.tags).map(textOf))
        .join(", "),
    };
    return chatOf(
      rowsOf(events, event => rowOf(event, users)),
      { id: textOf(chat.id), facts },
    );
  },
};

function chatIn(item: Json): Json {
  return isObject(item.chat) ? item.chat : item;
}

function threadsOf(chat: Json): readonly Json[] {
  return isObject(chat.thread) ? [chat.thread] : objectsOf(chat.threads);
}

function isEvent(event: Json): boolean {
  return "type" in event && ("author_id" in event || "created_at" in event || "visibility" in event);
}

function rowOf(event: Json, users: ReadonlyMap<string, Json>): Written | undefined {
  const id = textOf(event.author_id);
  const user = objectOf(users.get(id));
  const type = textOf(event.type);
  const role: Role | undefined = type === "system_message" ? "system" : roleOf(user);
  const text = wordsIn(event, type);
  if (text.trim() === "") return undefined;
  const speech = type === "message" || type === "rich_message";
  const kind = speech ? (event.visibility === "agents" ? "note" : undefined) : "event";
  const speaker = firstText(user.name, id) || (role ?? "");
  return { speaker, text, ...given({ role, kind, at: momentOf(event.created_at) }) };
}

function roleOf(user: Json): Role | undefined {
  const type = textOf(user.type);
  if (type === "agent") return "agent";
  if (type === "bot") return "bot";
  return type === "customer" ? "customer" : undefined;
}

function wordsIn(event: Json, type: string): string {
  const said = textOf(event.text);
  if (said !== "") return said;
  if (type === "file") return `attachment: ${firstText(event.name) || "file"}`;
  const cards = objectsOf(event.elements).flatMap(({ title, subtitle }) => [textOf(title), textOf(subtitle)]);
  const answers = objectsOf(event.fields).map(({ label, answer }) =>
    [label, objectOf(answer).label ?? answer].map(textOf).filter(Boolean).join(": "),
  );
  return [...cards, ...answers].filter(Boolean).join("\n") || type.replace(/_/g, " ");
}
