import type { Document, Format, Role, Written } from "../model/index.js";
import { firstText, given, objectOf } from "./shared/chat-json.js";
import { entriesOf, type LogEntry } from "./shared/chat-lines.js";
import { chatOf, lostRows, readingOf } from "./shared/chat-reading.js";
import { isObject } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";

const SPEAKERS = new Set(["system", "developer", "user", "assistant", "tool", "function"]);
const FIELDS = ["messages_display", "messages", "transcript", "conversation", "dialogue", "text"];
const ROLES: ReadonlyMap<string, Role> = new Map([
  ["user", "customer"],
  ["assistant", "agent"],
]);

/** Logs of agents made of language models as one text: "user: …", "assistant: None", "tool: {…}". */
export const roleText: Format = {
  name: "role-text",
  title: "Role-prefixed text of a model's log",
  status: "real",
  about: {
    recognised: 'lines "user:", "assistant:" and "tool:", alone or in a field such as messages_display',
    roles: "user is the customer, assistant the agent",
    times: "none",
    overlap: "none in writing",
    traps:
      '"assistant: None" is a tool call; what tools give spans lines and holds colons; only the log\'s own role words open a turn',
  },

  sniff(document) {
    const text = logIn(document);
    // Nearly every other text shows by its first word that it is none.
    if (headOf(text.slice(0, 200)) === undefined) return no;
    const roles = new Set(headsIn(text.slice(0, 40_000)));
    if (!roles.has("user") || !roles.has("assistant")) return no;
    const display = "messages_display" in objectOf(document.json);
    if (display) return yes(0.97, "role-prefixed text in messages_display");
    const tools = roles.has("tool") || /^assistant: None$/m.test(text.slice(0, 40_000));
    if (tools) return yes(0.95, "role-prefixed text with tool calls");
    return document.json === undefined ? no : yes(0.9, "role-prefixed text in one field");
  },

  read(document) {
    const inside = document.json !== undefined;
    const { entries, before } = entriesOf(logIn(document), document.line, headOf);
    const rows = entries.map(entry => rowOf(entry, inside)).filter(row => row !== undefined);
    const id = firstText(objectOf(document.json).id, objectOf(document.json).task_id);
    return readingOf([
      chatOf({ rows, problems: lostRows(before + entries.length - rows.length) }, { id, plain: true }),
    ]);
  },
};

function logIn({ json, text }: Document): string {
  if (json === undefined) return text;
  if (!isObject(json)) return "";
  return FIELDS.map(field => json[field]).find(value => typeof value === "string") ?? "";
}

function headsIn(text: string): readonly string[] {
  return text.split("\n").flatMap(line => headOf(line)?.speaker ?? []);
}

interface Head {
  readonly speaker: string;
  readonly text: string;
}

/** The longest of the log's own role words has nine letters. */
function headOf(line: string): Head | undefined {
  const colon = line.slice(0, 10).indexOf(":");
  if (colon < 4) return undefined;
  const speaker = line.slice(0, colon);
  return SPEAKERS.has(speaker) ? { speaker, text: line.slice(colon + 1) } : undefined;
}

/** Lines inside a field are no lines of the source. */
function rowOf({ head, line, more }: LogEntry<Head>, inside: boolean): Written | undefined {
  const { speaker } = head;
  const text = (more.length === 0 ? head.text : [head.text, ...more].join("\n")).trim();
  const role = ROLES.get(speaker) ?? "system";
  if (text === "") return undefined;
  const call = speaker === "assistant" && text === "None";
  const kind = call || role === "system" ? ("event" as const) : undefined;
  return {
    speaker,
    role,
    text: call ? "tool call" : text,
    ...given({ kind, line: inside ? undefined : line }),
  };
}
