import type { Format, Written } from "../model/index.js";
import { call, metadata, row } from "./shared/call.js";
import { dig, get, isObject, list, said, str } from "./shared/json.js";
import { roleOf } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { date, seconds } from "./shared/times.js";

/** A conversation of an ElevenLabs voice agent. */
export const elevenlabs: Format = {
  name: "elevenlabs",
  title: "ElevenLabs Agents",
  status: "documented",
  about: {
    recognised:
      "`agent_id`, `conversation_id` and `transcript[]` with `role`, `message`, `time_in_call_secs`",
    roles: "given: the voice agent serves the customer, so it is the agent",
    times: "start of each turn, whole seconds",
    overlap: "no; turns marked `interrupted` are cut off",
    traps:
      '`interrupted` marks the agent\'s own turn as cut by the caller; "..." is an empty turn; tool calls are events',
  },

  sniff({ json }) {
    const conversation = conversationOf(json);
    const first = list(get(conversation, "transcript"))[0];
    if (!isObject(first) || first.role === undefined || !("message" in first)) return no;
    const named =
      get(conversation, "agent_id") !== undefined && get(conversation, "conversation_id") !== undefined;
    if (named || first.time_in_call_secs !== undefined)
      return yes(named ? 0.97 : 0.93, "transcript[] with role, message and time_in_call_secs");
    return no;
  },

  read({ json }) {
    const found = notes();
    const conversation = conversationOf(json);
    const turns = list(get(conversation, "transcript"));
    const rows = turns.flatMap((turn, index) => rowsOf(turn, `transcript[${index}]`, found));
    return call(rows, found, {
      id: said(get(conversation, "conversation_id")),
      agent: said(get(conversation, "agent_name")),
      language: said(dig(conversation, "metadata", "main_language")),
      startedAt: date(dig(conversation, "metadata", "start_time_unix_secs")),
      overlaps: false,
      metadata: metadata({ agentId: said(get(conversation, "agent_id")) }),
    });
  },
};

/** The answer of the API, or the same inside a webhook's `data`. */
function conversationOf(json: unknown): unknown {
  return Array.isArray(get(json, "transcript")) ? json : get(json, "data");
}

function rowsOf(turn: unknown, where: string, found: Notes): readonly Written[] {
  const speaker = said(get(turn, "role")) ?? "";
  const start = seconds(get(turn, "time_in_call_secs"));
  const text = str(get(turn, "message")).trim();
  const tools = list(get(turn, "tool_calls")).map(tool => said(get(tool, "tool_name")) ?? "tool");
  const events = tools.map(tool =>
    row({ speaker, role: roleOf(speaker), kind: "event", text: `[tool: ${tool}]`, start }),
  );
  if (text === "" || text === "...") {
    if (text === "" && tools.length === 0)
      found.add("empty-turn", "Unexpected turn without `message`, expected its words", where, "note");
    return events;
  }
  const cutOff = get(turn, "interrupted") === true ? true : undefined;
  return [row({ speaker, role: roleOf(speaker), text, start, cutOff }), ...events];
}
