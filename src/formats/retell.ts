import type { Format, Written } from "../model/index.js";
import { call, metadata, overlapSeen, row } from "./shared/call.js";
import { get, isObject, list, said, str } from "./shared/json.js";
import { roleOf } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { date, seconds } from "./shared/times.js";

/** A call of a Retell voice agent. */
export const retell: Format = {
  name: "retell",
  title: "Retell AI",
  status: "documented",
  about: {
    recognised: "`transcript_object[]` with `role`, `content` and `words[]`",
    roles: "given: the voice agent serves the customer, so it is the agent",
    times: "start and end of each turn, of its words, seconds",
    overlap: "where turns overlap",
    traps:
      "the same words stand in `transcript` and `transcript_with_tool_calls`: the former is not read again; tool calls are events",
  },

  sniff({ json }) {
    const first = turnsOf(callOf(json))[0];
    return isObject(first) && first.role !== undefined
      ? yes(0.96, "transcript_object[] with role and content")
      : no;
  },

  read({ json }) {
    const found = notes();
    const inner = callOf(json);
    const rows = turnsOf(inner).flatMap((turn, index) => rowsOf(turn, `transcript_object[${index}]`, found));
    return call(rows, found, {
      id: said(get(inner, "call_id")),
      agent: said(get(inner, "agent_name")),
      startedAt: date(get(inner, "start_timestamp")),
      overlaps: overlapSeen(rows),
      metadata: metadata({ agentId: said(get(inner, "agent_id")) }),
    });
  },
};

/** The answer of the API, or the same inside a webhook's `call`. */
function callOf(json: unknown): unknown {
  return isObject(get(json, "call")) ? get(json, "call") : json;
}

function turnsOf(inner: unknown): readonly unknown[] {
  const full = list(get(inner, "transcript_with_tool_calls"));
  return full.length > 0 ? full : list(get(inner, "transcript_object"));
}

function rowsOf(turn: unknown, where: string, found: Notes): readonly Written[] {
  const speaker = said(get(turn, "role")) ?? "";
  const role = roleOf(speaker);
  const words = list(get(turn, "words"));
  const start = seconds(get(words[0], "start"));
  const end = seconds(get(words.at(-1), "end"));
  const text = str(get(turn, "content")).trim();
  if (speaker.startsWith("tool_call")) {
    return [
      row({
        speaker,
        role: "system",
        kind: "event",
        text: `[tool: ${said(get(turn, "name")) ?? "result"}]`,
        start,
      }),
    ];
  }
  if (text === "") {
    found.add("empty-turn", "Unexpected turn without `content`, expected its words", where, "note");
    return [];
  }
  return [row({ speaker, role, text, start, end })];
}
