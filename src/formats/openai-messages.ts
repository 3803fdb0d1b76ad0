import type { Conversation, Document, Format, Role, Written } from "../model/index.js";
import { get, isObject, list, said, str } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";
import { timesOf } from "./shared/turn-times.js";

/** Logs of chat models: messages with `role` and `content`; the user is the customer, the assistant the agent. */
export const openaiMessages: Format = {
  name: "openai-messages",
  title: "OpenAI-style messages",
  status: "real",
  surest: 0.92,
  about: {
    recognised:
      "`messages` (or `traj`, or a bare list) with `role` user and assistant and `content` (or human and ai, user and model)",
    roles: "user = customer, assistant = agent",
    times: "none, or those of `timestamp`, `created_at` and the like",
    overlap: "no",
    traps:
      "content null or in parts; system prompts, tool calls and their results kept as events, never as speech",
  },

  sniff({ json }) {
    const [log] = logsOf(json).filter(({ messages }) => isLog(messages));
    if (log === undefined) return no;
    return yes(log.key === undefined ? 0.85 : 0.92, `${log.key ?? "a list"} with roles user and assistant`);
  },

  read(document) {
    const logs = logsOf(document.json);
    const conversations = logs
      .map(log => conversationOf(log, document))
      .filter(({ rows }) => rows.length > 0);
    const lost = logs
      .flatMap(({ messages }) => messages)
      .filter(message => !isItem(message) && (!isMessage(message) || isMute(message))).length;
    if (lost === 0) return { conversations, problems: [] };
    const message = `Unexpected ${lost} ${lost === 1 ? "entry" : "entries"} without role and content, expected messages`;
    return {
      conversations,
      problems: [{ line: document.line, code: "lost-rows", message, effect: "partial" }],
    };
  },
};

const KEYS = ["messages", "traj", "conversation", "contents", "history"] as const;

const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ["user", "customer"],
  ["assistant", "agent"],
  ["system", "system"],
  ["developer", "system"],
  ["tool", "system"],
  ["function", "system"],
  ["model", "agent"],
  ["human", "customer"],
  ["ai", "agent"],
]);

interface Log {
  readonly key?: string;
  readonly messages: readonly unknown[];
  readonly around: unknown;
}

/** One log, or those of a list of logs. */
function logsOf(json: unknown): readonly Log[] {
  const own = logIn(json);
  if (own !== undefined) return [own];
  const items = list(json);
  if (items.slice(0, 5).some(isMessage)) return [{ messages: items, around: undefined }];
  return items.flatMap(
    item => logIn(item) ?? (Array.isArray(item) ? { messages: item, around: undefined } : []),
  );
}

function logIn(value: unknown): Log | undefined {
  const key = KEYS.find(name => list(get(value, name)).slice(0, 5).some(isMessage));
  return key === undefined ? undefined : { key, messages: list(get(value, key)), around: value };
}

function isMessage(value: unknown): boolean {
  return (
    isObject(value) &&
    ROLES.has(roleWord(value)) &&
    ("content" in value || "tool_calls" in value || "parts" in value)
  );
}

/** Under `role`; LangChain writes `type: "human"`. */
function roleWord(message: unknown): string {
  return str(get(message, "role")) || str(get(message, "type"));
}

/** What OpenAI's responses list beside the messages: calls of tools, their results, reasoning. */
function isItem(value: unknown): boolean {
  return isObject(value) && !("role" in value) && /_call(?:_output)?$|^reasoning$/.test(str(value.type));
}

/** A part that says it is text and has none. */
function isMute(message: unknown): boolean {
  return list(get(message, "content")).some(
    part => get(part, "type") === "text" && typeof get(part, "text") !== "string",
  );
}

/** Both sides, in the words that these logs have for them, and no speaker of another name. */
function isLog(messages: readonly unknown[]): boolean {
  const roles = new Set(messages.slice(0, 40).map(message => ROLES.get(roleWord(message))));
  return roles.has("agent") && roles.has("customer");
}

function conversationOf({ messages, around }: Log, document: Document): Conversation {
  const id = ["id", "conversation_id", "task_id"]
    .map(key => said(get(around, key)))
    .find(value => value !== undefined);
  const rows = messages.map((message, index) => rowOf(message, document.lines?.[index]));
  return { ...(id !== undefined && { id }), channel: "chat", overlaps: false, rows };
}

function rowOf(message: unknown, line: number | undefined): Written {
  const word = isItem(message) ? "tool" : roleWord(message);
  const role = ROLES.get(word);
  const text = textOf(get(message, "content") ?? get(message, "parts"));
  const calls = text === "" ? callsOf(message) : "";
  const event = role === "system" || calls !== "";
  return {
    speaker: said(get(message, "name")) ?? word,
    ...(role !== undefined && { role }),
    ...(event && { kind: "event" as const }),
    text: text === "" ? calls : text,
    ...timesIn(message),
    ...(line !== undefined && { line }),
  };
}

/** When it was said, where logs keep that. */
function timesIn(message: unknown): Pick<Written, "start" | "end" | "at"> {
  const { lost: _, ...times } = timesOf(message);
  return times;
}

/** A string, or the text parts of a list; pictures and sounds have no words. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  return list(content)
    .map(part => str(part) || str(get(part, "text")))
    .filter(text => text !== "")
    .join("\n");
}

function callsOf(message: unknown): string {
  if (isItem(message)) return str(get(message, "type")).replaceAll("_", " ");
  const names = list(get(message, "tool_calls")).map(
    call => str(get(get(call, "function"), "name")) || "tool",
  );
  return names.length === 0 ? "" : `calls ${names.join(", ")}`;
}
