import type { Channel, Format, Role, Written } from "../model/index.js";
import { groupBy } from "./shared/chat-groups.js";
import { firstText, given, type Json, objectOf, objectsOf, startsLike, textOf } from "./shared/chat-json.js";
import { chatOf, readingOf, rowsOf } from "./shared/chat-reading.js";
import { type Namer, namer } from "./shared/chat-speakers.js";
import { momentOf } from "./shared/chat-time.js";
import { htmlToText } from "./shared/html.js";
import { list } from "./shared/json.js";
import { withoutHistory } from "./shared/mail-history.js";
import { no, yes } from "./shared/sniff.js";

/** Gorgias: the messages of tickets, with their quoted history taken off. */
export const gorgias: Format = {
  name: "gorgias",
  title: "Gorgias ticket",
  status: "documented",
  about: {
    recognised: "messages with from_agent, channel and body_text or stripped_text",
    roles: "from_agent; what a rule sent is a bot's",
    times: "sent_datetime, else created_datetime",
    overlap: "none in writing",
    traps: "internal notes are notes; stripped_text before body_text, which quotes the whole thread",
  },

  sniff({ json }) {
    return listsIn(json).some(list => startsLike(list, isMessage))
      ? yes(0.97, "Gorgias: messages with from_agent")
      : no;
  },

  read({ json }) {
    const messages = listsIn(json).flat();
    const tickets = groupBy(messages, message => textOf(message.ticket_id));
    return readingOf(
      tickets.map(([id, list]) => {
        const call = namer();
        const rows = rowsOf(list, message => rowOf(message, call));
        const name = id || textOf(objectOf(json).id);
        return chatOf(rows, {
          id: name,
          plain: true,
          channel: channelOf(list),
          facts: { ticketId: name, subject: objectOf(json).subject },
        });
      }),
    );
  },
};

/** Lists of messages: the array itself, a page of the API, or those of each ticket. */
function listsIn(json: unknown): readonly (readonly unknown[])[] {
  if (Array.isArray(json)) return [json];
  const { data, messages } = objectOf(json);
  const tickets = objectsOf(data).filter(one => Array.isArray(one.messages));
  if (tickets.length > 0) return tickets.map(one => list(one.messages));
  return [list(data ?? messages)];
}

function isMessage(message: Json): boolean {
  return (
    typeof message.from_agent === "boolean" &&
    ("body_text" in message || "stripped_text" in message || "body_html" in message)
  );
}

function channelOf(list: readonly unknown[]): Channel {
  const medium = textOf(
    objectOf(list.find(message => objectOf(message).channel !== "internal-note")).channel,
  );
  return medium === "email" || medium === "" ? "email" : "chat";
}

function rowOf(message: Json, call: Namer): Written | undefined {
  const sender = objectOf(message.sender);
  const ruled = message.rule_id !== undefined && message.rule_id !== null;
  const role: Role = message.from_agent === true ? (ruled ? "bot" : "agent") : "customer";
  const text = withoutHistory(
    firstText(message.stripped_text, message.body_text) ||
      htmlToText(firstText(message.stripped_html, message.body_html)),
  );
  if (text === "") return undefined;
  const kind =
    message.public === false || message.channel === "internal-note" ? ("note" as const) : undefined;
  const speaker = call(textOf(sender.id), firstText(sender.name, sender.email), role);
  return {
    speaker,
    text,
    role,
    ...given({ kind, at: momentOf(message.sent_datetime ?? message.created_datetime) }),
  };
}
