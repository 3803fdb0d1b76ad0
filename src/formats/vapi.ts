import type { Format, Role, Written } from "../model/index.js";
import { call, metadata, overlapSeen, row } from "./shared/call.js";
import { dig, get, isObject, list, num, said, str } from "./shared/json.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { date, endAfter, instant, millis, seconds } from "./shared/times.js";

/** A call of a Vapi voice agent: the call object, or the end-of-call report. */
export const vapi: Format = {
  name: "vapi",
  title: "Vapi",
  status: "documented",
  about: {
    recognised: "`artifact.messages[]` (or `messages[]`) with `role`, `message` and `secondsFromStart`",
    roles: "given: the voice agent (`bot`) serves the customer, so it is the agent",
    times: "start in seconds from the beginning, end where `duration` or `endTime` stands",
    overlap: "where turns overlap",
    traps: "the same words in `messagesOpenAIFormatted` are not read; the system prompt and tools are events",
  },

  sniff({ json }) {
    const timed = messagesOf(json).find(message => get(message, "secondsFromStart") !== undefined);
    return isObject(timed) && timed.role !== undefined
      ? yes(0.96, "messages[] with role and secondsFromStart")
      : no;
  },

  read({ json }) {
    const found = notes();
    const inner = isObject(get(json, "message")) ? get(json, "message") : json;
    const rows = messagesOf(json).flatMap((message, index) => rowOf(message, `messages[${index}]`, found));
    return call(rows, found, {
      id: said(get(inner, "id")) ?? said(dig(inner, "call", "id")),
      agent: said(dig(inner, "assistant", "name")),
      startedAt: instant(get(inner, "startedAt")) ?? date(get(inner, "startedAt")),
      overlaps: overlapSeen(rows),
      metadata: metadata({ endedReason: said(get(inner, "endedReason")) }),
    });
  },
};

function messagesOf(json: unknown): readonly unknown[] {
  const places = [
    dig(json, "artifact", "messages"),
    dig(json, "message", "artifact", "messages"),
    get(json, "messages"),
    dig(json, "message", "messages"),
  ];
  return places.map(list).find(messages => messages.length > 0) ?? [];
}

const ROLES: ReadonlyMap<string, Role> = new Map([
  ["bot", "agent"],
  ["assistant", "agent"],
  ["user", "customer"],
  ["system", "system"],
  ["tool", "system"],
  ["tool_calls", "system"],
  ["tool_call_result", "system"],
  ["function", "system"],
]);

function rowOf(message: unknown, where: string, found: Notes): readonly Written[] {
  const speaker = said(get(message, "role")) ?? "";
  const text = str(get(message, "message") ?? get(message, "content")).trim();
  const start = seconds(get(message, "secondsFromStart"));
  const role = ROLES.get(speaker);
  if (role === "system") return [row({ speaker, role, kind: "event", text: text || `[${speaker}]`, start })];
  if (text === "") {
    found.add("empty-turn", "Unexpected message without words, expected what was said", where, "note");
    return [];
  }
  return [row({ speaker, role, text, start, end: endOf(message, start) })];
}

function endOf(message: unknown, start: number | undefined): number | undefined {
  const length = millis(get(message, "duration"));
  if (length !== undefined) return endAfter(start, length);
  const [from, to] = [num(get(message, "time")), num(get(message, "endTime"))];
  return from === undefined || to === undefined ? undefined : endAfter(start, millis(to - from));
}
