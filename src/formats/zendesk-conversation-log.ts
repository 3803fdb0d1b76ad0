import type { Format, Role, Written } from "../model/index.js";
import { firstText, given, type Json, objectOf, startsLike, textOf } from "./shared/chat-json.js";
import { type ChatShape, chatOf, holds, readChats, rowsOf } from "./shared/chat-reading.js";
import { type Namer, namer } from "./shared/chat-speakers.js";
import { momentOf } from "./shared/chat-time.js";
import { htmlToText } from "./shared/html.js";
import { withoutHistory } from "./shared/mail-history.js";
import { no, yes } from "./shared/sniff.js";

const ROLES: ReadonlyMap<string, Role> = new Map([
  ["user", "customer"],
  ["agent", "agent"],
  ["bot", "bot"],
  ["system", "system"],
]);

/** Zendesk's conversation log: comments and messages of a ticket in one list. */
export const zendeskConversationLog: Format = {
  name: "zendesk-conversation-log",
  title: "Zendesk conversation log",
  status: "documented",
  about: {
    recognised: "events[] of type Comment or Messaging::… with author.type and content",
    roles: "author.type: user, agent, bot",
    times: "created_at of each event",
    overlap: "none in a chat",
    traps:
      "comments that are not public are notes; events without words of their own are events; quoted mail is cut",
  },

  sniff({ json }) {
    return holds(json, shape) ? yes(0.97, "Zendesk conversation log: events[] with author and content") : no;
  },

  read: document => readChats(document, shape),
};

const shape: ChatShape = {
  lists: ["conversation_logs"],
  is: log => startsLike(log.events, isEvent),

  read(log) {
    const call = namer();
    const mail = startsLike(log.events, event => event.type === "Comment");
    return chatOf(
      rowsOf(log.events, event => rowOf(event, call)),
      {
        id: firstText(log.ticket_id, log.id),
        plain: true,
        channel: mail && !startsLike(log.events, isMessage) ? "email" : "chat",
        facts: { ticketId: log.ticket_id },
      },
    );
  },
};

function isEvent(event: Json): boolean {
  const type = textOf(event.type);
  return (type === "Comment" || type.includes("::")) && "author" in event && "content" in event;
}

function isMessage(event: Json): boolean {
  return textOf(event.type).startsWith("Messaging::");
}

function rowOf(event: Json, call: Namer): Written {
  const author = objectOf(event.author);
  const role = ROLES.get(textOf(author.type).toLowerCase());
  const content = objectOf(event.content);
  const text = wordsIn(content);
  const hidden = [event.public, content.public, objectOf(event.metadata).public].includes(false);
  const kind = text === "" || role === "system" ? "event" : hidden ? "note" : undefined;
  const id = firstText(author["zen:support:user_id"], author["zen:sunco:user_id"], author.id);
  return {
    speaker: call(id, firstText(author.display_name, author.name), role),
    text: text || firstText(content.type, event.type) || "event",
    ...given({ role, kind, at: momentOf(event.created_at) }),
  };
}

function wordsIn(content: Json): string {
  const plain = firstText(content.text, content.plain_body);
  if (plain !== "") return plain.trim();
  const html = firstText(content.html_body, content.type === "html" ? content.body : "");
  return withoutHistory(html === "" ? textOf(content.body) : htmlToText(html));
}
