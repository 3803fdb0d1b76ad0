import type { Format, Role, Written } from "../model/index.js";
import { firstText, given, type Json, objectOf, objectsOf, startsLike, textOf } from "./shared/chat-json.js";
import { type ChatShape, chatOf, holds, readChats, rowsOf } from "./shared/chat-reading.js";
import { type Namer, namer } from "./shared/chat-speakers.js";
import { momentOf } from "./shared/chat-time.js";
import { no, yes } from "./shared/sniff.js";

const ROLES: ReadonlyMap<string, Role> = new Map([
  ["user", "customer"],
  ["agent", "agent"],
  ["bot", "bot"],
  ["system", "system"],
]);

/** Freshchat: the messages of a conversation, newest page first as the API gives them. */
export const freshchat: Format = {
  name: "freshchat",
  title: "Freshchat",
  status: "documented",
  about: {
    recognised: "messages[] with actor_type and message_parts[]",
    roles: "actor_type",
    times: "created_time",
    overlap: "none in a chat",
    traps:
      "private messages are notes; pages run backwards, so messages are sorted by time; pictures and files are events",
  },

  sniff({ json }) {
    return holds(json, shape) ? yes(0.97, "Freshchat: messages[] with actor_type and message_parts") : no;
  },

  read: document => readChats(document, shape),
};

const shape: ChatShape = {
  lists: ["conversations"],
  is: item => startsLike(item.messages, message => "message_parts" in message && "actor_type" in message),

  read(item) {
    const call = namer();
    const names = namesIn(item);
    const [first] = objectsOf(item.messages);
    const id = firstText(item.conversation_id, item.id, objectOf(first).conversation_id);
    return chatOf(
      rowsOf(item.messages, message => rowOf(message, names, call)),
      { id, facts: { conversationId: id } },
    );
  },
};

/** Names of people listed beside the messages. */
function namesIn(item: Json): ReadonlyMap<string, string> {
  const people = [...objectsOf(item.users), ...objectsOf(item.agents)];
  return new Map(
    people.map(one => [
      textOf(one.id),
      [one.first_name, one.last_name].map(textOf).filter(Boolean).join(" "),
    ]),
  );
}

function rowOf(message: Json, names: ReadonlyMap<string, string>, call: Namer): Written {
  const id = textOf(message.actor_id);
  const role = ROLES.get(textOf(message.actor_type).toLowerCase());
  const parts = objectsOf(message.message_parts);
  const said = parts
    .map(part => textOf(objectOf(part.text).content))
    .filter(Boolean)
    .join("\n");
  const type = textOf(message.message_type);
  const event = said === "" || type === "system" || role === "system";
  const kind = event ? "event" : type === "private" ? "note" : undefined;
  return {
    speaker: call(id, names.get(id) ?? "", role),
    text: said || (Object.keys(parts[0] ?? {})[0] ?? "message").replace(/_/g, " "),
    ...given({ role, kind, at: momentOf(message.created_time) }),
  };
}
