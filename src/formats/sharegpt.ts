import type { Format, Role, Written } from "../model/index.js";
import { firstText, given, type Json, startsLike, textOf } from "./shared/chat-json.js";
import { type ChatShape, chatOf, holds, readChats, rowsOf } from "./shared/chat-reading.js";
import { no, yes } from "./shared/sniff.js";

const ROLES: ReadonlyMap<string, Role> = new Map([
  ["human", "customer"],
  ["user", "customer"],
  ["gpt", "agent"],
  ["chatgpt", "agent"],
  ["assistant", "agent"],
  ["bing", "agent"],
  ["bard", "agent"],
  ["model", "agent"],
  ["system", "system"],
  ["tool", "system"],
  ["function_call", "system"],
  ["function_response", "system"],
  ["observation", "system"],
]);

/** ShareGPT datasets: conversations of human and model. */
export const sharegpt: Format = {
  name: "sharegpt",
  title: "ShareGPT conversations",
  status: "real",
  about: {
    recognised: "conversations[] with from (human, gpt) and value",
    roles: "from",
    times: "none",
    overlap: "none in writing",
    traps:
      "system, tool and function rows are events; turns may be missing, so two of one side may follow each other",
  },

  sniff({ json }) {
    return holds(json, shape) ? yes(0.97, "ShareGPT: conversations[] with from and value") : no;
  },

  read: document => readChats(document, shape),
};

const shape: ChatShape = {
  lists: ["data"],
  is: item => startsLike(item.conversations, turn => typeof turn.from === "string" && "value" in turn),
  read: item =>
    chatOf(rowsOf(item.conversations, rowOf), {
      id: firstText(item.id, item.conversation_id),
      facts: { dataset: item.source },
    }),
};

function rowOf(turn: Json): Written | undefined {
  const from = textOf(turn.from);
  const role = ROLES.get(from.toLowerCase());
  const text = textOf(turn.value);
  if (text.trim() === "") return undefined;
  return {
    speaker: from,
    text,
    ...given({ role, kind: role === "system" ? ("event" as const) : undefined }),
  };
}
