import type { Complaint, Format, Measured, Role, Written } from "../model/index.js";
import { firstText, given, type Json, objectOf, startsLike, textOf } from "./shared/chat-json.js";
import { type Chat, type ChatShape, chatOf, holds, readChats, rowsOf } from "./shared/chat-reading.js";
import { type Namer, namer } from "./shared/chat-speakers.js";
import { momentOf } from "./shared/chat-time.js";
import { list, num } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";

/** Zendesk Chat (Zopim): chats with their history, and messages left while nobody was there. */
export const zendeskChat: Format = {
  name: "zendesk-chat",
  title: "Zendesk Chat",
  status: "documented",
  about: {
    recognised: "history[] of chat.… events, or type offline_msg",
    roles: "nick (agent:… or visitor:…) and sender_type",
    times: "timestamp of each event",
    overlap: "none in a chat",
    traps:
      "joins, ratings and files are events; triggers are bots; an offline message has no agent, and says so",
  },

  sniff({ json }) {
    return holds(json, shape) ? yes(0.97, "Zendesk Chat: history of chat.… events or offline_msg") : no;
  },

  read: document => readChats(document, shape),
};

const shape: ChatShape = {
  lists: ["chats", "docs"],
  is: chat => isOffline(chat) || startsLike(chat.history, event => textOf(event.type).startsWith("chat.")),
  read: chat => (isOffline(chat) ? readOffline(chat) : readHistory(chat)),
};

function isOffline(chat: Json): boolean {
  return chat.type === "offline_msg" && ("message" in chat || "visitor" in chat);
}

const OFFLINE: Complaint = {
  code: "offline-message",
  message: "Unexpected message left while no agent was there, expected a chat: nobody could answer it",
  effect: "note",
};

function readOffline(chat: Json): Chat {
  const text = textOf(chat.message);
  const speaker = firstText(objectOf(chat.visitor).name) || "customer";
  const rows: readonly Written[] =
    text.trim() === ""
      ? []
      : [{ speaker, role: "customer", text, ...given({ at: momentOf(chat.timestamp) }) }];
  return chatOf({ rows, problems: [OFFLINE] }, { id: textOf(chat.id), facts: factsIn(chat) });
}

function readHistory(chat: Json): Chat {
  const call = namer();
  const [agent = "", second] = list(chat.agent_names).map(textOf);
  return chatOf(
    rowsOf(chat.history, event => rowOf(event, call)),
    {
      id: textOf(chat.id),
      agent: second === undefined ? agent : undefined,
      facts: factsIn(chat),
      measured: () => measuredIn(chat),
    },
  );
}

function factsIn(chat: Json): Readonly<Record<string, unknown>> {
  return {
    chatId: chat.id,
    ticketId: chat.zendesk_ticket_id,
    queue: chat.department_name,
    rating: chat.rating,
    tags: list(chat.tags).map(textOf).join(", "),
  };
}

function rowOf(event: Json, call: Namer): Written | undefined {
  const nick = textOf(event.nick);
  const role = roleOf(nick, textOf(event.sender_type).toLowerCase());
  const speech = event.type === "chat.msg";
  const text = speech ? textOf(event.msg) : eventIn(event);
  if (text.trim() === "") return undefined;
  const kind = speech && role !== "system" ? undefined : ("event" as const);
  return {
    speaker: call(nick, textOf(event.name), role),
    text,
    ...given({ role, kind, at: momentOf(event.timestamp) }),
  };
}

function roleOf(nick: string, sender: string): Role | undefined {
  if (nick.startsWith("agent:trigger") || sender === "trigger" || sender.includes("bot")) return "bot";
  if (nick.startsWith("agent") || sender === "agent") return "agent";
  if (nick.startsWith("visitor") || sender === "visitor" || sender === "enduser") return "customer";
  return nick === "" || nick.startsWith("system") ? "system" : undefined;
}

function eventIn(event: Json): string {
  const what = textOf(event.type)
    .replace(/^chat\./, "")
    .replace(/[._]/g, " ");
  const file = objectOf(event.attachment);
  return [what, firstText(event.new_rating, event.new_comment, event.msg, file.name, event.file_name)]
    .filter(Boolean)
    .join(": ");
}

function measuredIn(chat: Json): readonly Measured[] {
  const { first, avg, max } = objectOf(chat.response_time);
  const times = [
    ["response-time-first", first],
    ["response-time-average", avg],
    ["response-time-maximum", max],
  ] as const;
  return times.flatMap(([what, seconds]) => {
    const value = num(seconds);
    return value === undefined
      ? []
      : [{ by: "Zendesk Chat", what, role: "agent", value: Math.round(value * 1000) }];
  });
}
