import type { Channel, Complaint, Format, Measured, Role, Written } from "../model/index.js";
import { firstText, given, type Json, objectOf, objectsOf, textOf } from "./shared/chat-json.js";
import { type ChatShape, chatOf, holds, readChats, rowsOf } from "./shared/chat-reading.js";
import { type Namer, namer } from "./shared/chat-speakers.js";
import { momentOf } from "./shared/chat-time.js";
import { htmlToText, looksHtml } from "./shared/html.js";
import { isObject, num } from "./shared/json.js";
import { withoutHistory } from "./shared/mail-history.js";
import { no, yes } from "./shared/sniff.js";

/** Parts whose body the customer saw or wrote. */
const SPOKEN = new Set(["comment", "open", "close", "quick_reply", "source"]);
const CHANNELS: ReadonlyMap<string, Channel> = new Map([
  ["email", "email"],
  ["phone_call", "voice"],
]);

/** Intercom conversations: the first message in the source, the rest in parts; in the list form no parts at all. */
export const intercom: Format = {
  name: "intercom",
  title: "Intercom conversation",
  status: "documented",
  about: {
    recognised: "type conversation with source.body and author",
    roles: "author.type; an AI agent is the agent only where no person answers",
    times: "created_at in seconds",
    overlap: "none in a chat",
    traps:
      "the first message is source.body; notes, assignments and redacted parts are not speech; HTML; the list form lacks the parts and says so",
  },

  sniff({ json }) {
    return holds(json, shape) ? yes(0.98, "Intercom conversation: source with body and author") : no;
  },

  read: document => readChats(document, shape),
};

const shape: ChatShape = {
  lists: ["conversations", "data"],
  is: item =>
    (item.type === "conversation" || "conversation_parts" in item) &&
    isObject(item.source) &&
    ("body" in item.source || "author" in item.source),

  read(item) {
    const call = namer();
    const parts = partsOf(item);
    const aiServes = !parts.some(
      part => objectOf(part.author).type === "admin" && SPOKEN.has(textOf(part.part_type)),
    );
    const source = objectOf(item.source);
    const first = { ...source, part_type: "source", created_at: source.created_at ?? item.created_at };
    const { rows, problems } = rowsOf([first, ...parts], part => rowOf(part, aiServes, call));
    return chatOf(
      { rows, problems: [...problems, ...missingParts(item, parts.length)] },
      {
        id: textOf(item.id),
        plain: true,
        channel: CHANNELS.get(textOf(source.type)) ?? "chat",
        language: textOf(objectOf(item.custom_attributes).Language),
        facts: {
          conversationId: item.id,
          title: item.title,
          state: item.state,
          rating: objectOf(item.conversation_rating).rating,
        },
        measured: () => measuredIn(item),
      },
    );
  },
};

function partsOf(item: Json): readonly Json[] {
  const { conversation_parts } = item;
  return objectsOf(
    Array.isArray(conversation_parts) ? conversation_parts : objectOf(conversation_parts).conversation_parts,
  );
}

function missingParts(item: Json, have: number): readonly Complaint[] {
  const said =
    num(objectOf(item.conversation_parts).total_count) ??
    num(objectOf(item.statistics).count_conversation_parts);
  if (said === undefined || said <= have) return [];
  const message = `Unexpected ${have} of ${said} parts, expected all of them: the list form and long conversations leave parts out`;
  return [{ code: "missing-parts", message, effect: "partial" }];
}

function rowOf(part: Json, aiServes: boolean, call: Namer): Written | "nothing" {
  const author = objectOf(part.author);
  const type = textOf(part.part_type);
  const role = roleOf(author, part, aiServes);
  const body = textOf(part.body);
  const mail = part.type === "email";
  const words = looksHtml(body) || body.includes("&") ? htmlToText(body) : body.trim();
  const text = mail ? withoutHistory(words) : words;
  const files = objectsOf(part.attachments).map(file => firstText(file.name, file.url && "file"));
  if (text === "" && type === "source" && files.length === 0) return "nothing";
  const spoken = text !== "" && SPOKEN.has(type) && part.redacted !== true && role !== "system";
  const kind = spoken
    ? undefined
    : text !== "" && /note|assignment/.test(type)
      ? ("note" as const)
      : ("event" as const);
  const event = files.length > 0 ? `attachment: ${files.join(", ")}` : type.replace(/_/g, " ") || "part";
  return {
    speaker: call(textOf(author.id), textOf(author.name), role),
    text: part.redacted === true ? "redacted" : text || event,
    ...given({ role, kind, at: momentOf(part.created_at) }),
  };
}

function roleOf(author: Json, part: Json, aiServes: boolean): Role | undefined {
  const type = textOf(author.type);
  const sent = textOf(part.delivered_as);
  if (type === "bot" && (author.from_ai_agent === true || author.is_ai_answer === true))
    return aiServes ? "agent" : "bot";
  if (type === "bot" || /^(?:automated|campaigns_initiated|operator_initiated)$/.test(sent)) return "bot";
  if (type === "admin" || type === "team") return "agent";
  return ["user", "lead", "contact"].includes(type) ? "customer" : undefined;
}

function measuredIn(item: Json): readonly Measured[] {
  const { time_to_admin_reply, median_time_to_reply } = objectOf(item.statistics);
  const times = [
    ["time-to-first-reply", time_to_admin_reply],
    ["median-time-to-reply", median_time_to_reply],
  ] as const;
  return times.flatMap(([what, seconds]) => {
    const value = num(seconds);
    return value === undefined
      ? []
      : [{ by: "Intercom", what, role: "agent", value: Math.round(value * 1000) }];
  });
}
