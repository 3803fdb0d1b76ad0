import type { Format, Role, Written } from "../model/index.js";
import { groupBy } from "./shared/chat-groups.js";
import { firstText, given, type Json, objectOf, objectsOf, startsLike, textOf } from "./shared/chat-json.js";
import { type Chat, chatOf, readingOf, rowsOf } from "./shared/chat-reading.js";
import { momentOf } from "./shared/chat-time.js";
import { decodeEntities } from "./shared/entities.js";
import { list } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";

const SPOKEN = new Set([
  "",
  "bot_message",
  "me_message",
  "thread_broadcast",
  "file_share",
  "file_comment",
  "reply_broadcast",
]);

/** Slack: the messages of a channel, each thread a conversation of its own. */
export const slack: Format = {
  name: "slack",
  title: "Slack export",
  status: "fixture",
  about: {
    recognised: 'messages with ts "1434139102.000002" and user or bot_id',
    roles: "names alone (bots by bot_id): by content or --agent",
    times: "ts, in seconds with six digits, a string",
    overlap: "none in a chat",
    traps:
      "threads interleave and are told apart; messages are not sorted; links, mentions and entities in the text; joins are events",
  },

  sniff({ json }) {
    return startsLike(messagesOf(json), isMessage) ? yes(0.95, "Slack: messages with ts and user") : no;
  },

  read({ json }) {
    const messages = messagesOf(json);
    const names = namesIn(messages, objectsOf(objectOf(json).users));
    const threads = new Set(
      objectsOf(messages)
        .filter(isAnswer)
        .map(({ thread_ts }) => textOf(thread_ts)),
    );
    const groups = groupBy(messages, message => {
      const thread = textOf(message.thread_ts);
      return threads.has(thread) ? thread : "";
    });
    const chats = groups.map(([id, group]) => threadOf(id, group, names));
    const spoken = chats.filter(({ conversation }) =>
      conversation.rows.some(({ kind }) => kind === undefined),
    );
    return readingOf(spoken.length > 0 ? spoken : chats);
  },
};

/** A thread; joins and the like outside all threads are a conversation only where nothing else is. */
function threadOf(id: string, group: readonly unknown[], names: ReadonlyMap<string, string>): Chat {
  const channel = textOf(objectOf(group[0]).channel_name);
  return chatOf(
    rowsOf(group, message => rowOf(message, names)),
    { id, plain: true, facts: { thread: id, slackChannel: channel } },
  );
}

function messagesOf(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : list(objectOf(json).messages);
}

function isMessage(message: Json): boolean {
  const author = "user" in message || "bot_id" in message || "username" in message;
  return author && "text" in message && /^\d{9,11}\.\d{6}$/.test(textOf(message.ts));
}

function isAnswer(message: Json): boolean {
  return "thread_ts" in message && message.thread_ts !== message.ts;
}

/** Names by id, from the messages' own profiles and from users beside them. */
function namesIn(messages: readonly unknown[], users: readonly Json[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const note = (id: unknown, { display_name, real_name, name }: Json) => {
    const known = firstText(display_name, real_name, name);
    if (known !== "" && textOf(id) !== "") names.set(textOf(id), known);
  };
  for (const user of users)
    note(user.id, { ...objectOf(user.profile), name: firstText(user.real_name, user.name) });
  for (const message of objectsOf(messages)) note(message.user, objectOf(message.user_profile));
  return names;
}

function rowOf(message: Json, names: ReadonlyMap<string, string>): Written | undefined {
  const subtype = textOf(message.subtype);
  const bot = subtype === "bot_message" || ("bot_id" in message && message.bot_id !== null);
  const id = firstText(message.user, message.bot_id);
  const said = wordsIn(textOf(message.text), names);
  const files = objectsOf(message.files).map(file => firstText(file.name, file.title) || "file");
  const text = said || (files.length > 0 ? `attachment: ${files.join(", ")}` : "");
  if (text === "") return undefined;
  const role: Role | undefined = bot ? "bot" : undefined;
  const kind = SPOKEN.has(subtype) && said !== "" ? undefined : ("event" as const);
  const speaker = names.get(id) ?? firstText(objectOf(message.bot_profile).name, message.username, id);
  return { speaker, text, ...given({ role, kind, at: momentOf(textOf(message.ts)) }) };
}

/** Slack's own marks as a reader sees them: <@U1>, <#C1|general>, <!here>, <https://example.com|words>. */
function wordsIn(text: string, names: ReadonlyMap<string, string>): string {
  const plain = text.replace(
    /<([@#!]?)([^<>|]{1,2000})(?:\|([^<>]{0,2000}))?>/g,
    (_, mark: string, id: string, label?: string) => {
      if (mark === "@") return `@${names.get(id) ?? label ?? id}`;
      return mark === "" ? label || id : `${mark === "!" ? "@" : mark}${label || id}`;
    },
  );
  return decodeEntities(plain).trim();
}
