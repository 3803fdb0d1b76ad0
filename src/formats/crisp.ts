import type { Format, Kind, Role, Written } from "../model/index.js";
import { groupBy } from "./shared/chat-groups.js";
import { firstText, given, type Json, objectOf, startsLike, textOf } from "./shared/chat-json.js";
import { chatOf, readingOf, rowsOf } from "./shared/chat-reading.js";
import { type Namer, namer } from "./shared/chat-speakers.js";
import { momentOf } from "./shared/chat-time.js";
import { isObject, list } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";

/** Crisp: messages of conversations, as the API lists them. */
export const crisp: Format = {
  name: "crisp",
  title: "Crisp",
  status: "documented",
  about: {
    recognised: "messages with session_id, fingerprint and from user or operator",
    roles: "from; automated messages are a bot's",
    times: "timestamp in milliseconds",
    overlap: "none in a chat",
    traps:
      "notes are internal; files, events and pickers are no speech; several sessions in one list are told apart",
  },

  sniff({ json }) {
    return startsLike(messagesOf(json), isMessage)
      ? yes(0.96, "Crisp: messages with session_id and fingerprint")
      : no;
  },

  read({ json }) {
    const sessions = groupBy(messagesOf(json), message => textOf(message.session_id));
    return readingOf(
      sessions.map(([id, messages]) => {
        const call = namer();
        return chatOf(
          rowsOf(messages, message => rowOf(message, call)),
          { id, facts: { sessionId: id } },
        );
      }),
    );
  },
};

function messagesOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  const { data, messages } = objectOf(json);
  return list(data ?? messages);
}

function isMessage(message: Json): boolean {
  const from = message.from === "user" || message.from === "operator";
  return (
    from && "type" in message && "content" in message && ("session_id" in message || "fingerprint" in message)
  );
}

function rowOf(message: Json, call: Namer): Written | undefined {
  const user = objectOf(message.user);
  const operator: Role = message.automated === true ? "bot" : "agent";
  const role: Role = message.from === "user" ? "customer" : operator;
  const type = textOf(message.type);
  const said = wordsIn(message.content);
  if (said === "" && type === "text") return undefined;
  const kind: Kind | undefined = type === "text" ? undefined : type === "note" ? "note" : "event";
  return {
    speaker: call(textOf(user.user_id), textOf(user.nickname), role),
    text: said || type || "message",
    ...given({ role, kind, at: momentOf(message.timestamp) }),
  };
}

function wordsIn(content: unknown): string {
  if (!isObject(content)) return textOf(content).trim();
  return firstText(content.text, content.name, content.namespace);
}
