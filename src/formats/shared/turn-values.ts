import type { Channel, Conversation, Kind, Role, Written } from "../../model/index.js";
import { entries, get, isObject, said } from "./json.js";
import { roleOf } from "./labels.js";
import { clock, date, millis, seconds } from "./times.js";
import { speakerKey, speakerOf, textKey } from "./turn-keys.js";

/** What a turn could not give. */
export interface Wrong {
  readonly code: "lost-turn" | "lost-speaker" | "lost-time";
  readonly met: string;
}

/** A turn of a generic list, read as far as it can be. */
export interface TurnRead {
  readonly row: Written;
  readonly wrong: readonly Wrong[];
}

/** Reads one turn; a row comes back whatever the turn is, so that the others keep their numbers. */
export function rowOf(turn: unknown, line: number | undefined): TurnRead {
  const key = textKey(turn);
  if (key === undefined)
    return { row: { speaker: "", text: "" }, wrong: [{ code: "lost-turn", met: "entry without a text" }] };
  const text = wordsOf(get(turn, key));
  const who = get(turn, speakerKey(turn) ?? "");
  const speaker = speakerOf(who);
  const role = roleOf(get(turn, "role")) ?? roleOf(get(who, "role")) ?? roleOf(speaker);
  const kind = kindOf(get(turn, "kind"), role);
  const times = timesOf(turn);
  const wrong: Wrong[] = times.wrong === undefined ? [] : [{ code: "lost-time", met: times.wrong }];
  if (speaker === "" && text.trim() !== "" && kind === undefined)
    wrong.push({ code: "lost-speaker", met: "words without a speaker" });
  return {
    row: {
      speaker,
      text,
      ...(role !== undefined && { role }),
      ...(kind !== undefined && { kind }),
      ...times.found,
      ...(line !== undefined && { line }),
    },
    wrong,
  };
}

const KNOWN: ReadonlySet<string> = new Set(["id", "channel", "agent", "language"]);
const CHANNELS: ReadonlySet<unknown> = new Set<Channel>(["voice", "chat", "email"]);

/** What stands beside the turns: known keys as themselves, all others that are plain as metadata. */
export function aboutOf(around: unknown, rows: readonly Written[]): Omit<Conversation, "rows"> {
  const id =
    said(get(around, "id")) ?? said(get(around, "conversation_id")) ?? said(get(around, "conversationId"));
  const agent = said(get(around, "agent"));
  const language = said(get(around, "language"));
  const channel = get(around, "channel");
  // A message has a moment, an utterance has a length.
  const dated = rows.some(({ at }) => at !== undefined) && rows.every(({ start }) => start === undefined);
  const medium = CHANNELS.has(channel) ? (channel as Channel) : dated ? "chat" : undefined;
  const others = entries(around).filter(([key, value]) => !KNOWN.has(key) && isPlain(value));
  return {
    ...(id !== undefined && { id }),
    ...(medium !== undefined && { channel: medium }),
    ...(agent !== undefined && { agent }),
    ...(language !== undefined && { language }),
    ...(others.length > 0 && {
      metadata: Object.fromEntries(others.map(([key, value]) => [key, String(value)])),
    }),
  };
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function wordsOf(value: unknown): string {
  if (typeof value === "string") return value;
  return Array.isArray(value)
    ? value.map(part => (isObject(part) ? (said(part.text) ?? "") : "")).join("\n")
    : "";
}

function kindOf(value: unknown, role: Role | undefined): Kind | undefined {
  if (value === "note" || value === "event") return value;
  return role === "system" ? "event" : undefined;
}

type Times = Pick<Written, "start" | "end" | "at">;

const STARTS = ["start", "start_time", "startTime", "begin", "offset"] as const;
const ENDS = ["end", "end_time", "endTime", "stop"] as const;
const MOMENTS = ["at", "timestamp", "created_at", "createdAt", "time", "date"] as const;

function timesOf(turn: unknown): { readonly found: Times; readonly wrong?: string } {
  const begin = first(turn, STARTS);
  const stop = first(turn, ENDS);
  const moment = first(turn, MOMENTS);
  const start = offset(begin) ?? millis(first(turn, ["start_ms", "startMs"]));
  const end = offset(stop) ?? millis(first(turn, ["end_ms", "endMs"]));
  const at = date(moment) ?? date(begin);
  const late = start ?? (at === undefined ? offset(moment) : undefined);
  const wrong = lostIn([begin, start ?? at], [stop, end ?? date(stop)], [moment, at ?? late]);
  const found = {
    ...(late !== undefined && { start: late }),
    ...(end !== undefined && { end }),
    ...(at !== undefined && { at }),
  };
  return wrong === undefined ? { found } : { found, wrong };
}

/** Seconds or a clock, but no date. */
function offset(value: unknown): number | undefined {
  if (date(value) !== undefined) return undefined;
  return seconds(value) ?? (typeof value === "string" ? clock(value) : undefined);
}

function first(turn: unknown, keys: readonly string[]): unknown {
  return keys.map(key => get(turn, key)).find(value => value !== undefined && value !== null && value !== "");
}

function lostIn(...pairs: readonly (readonly [unknown, number | undefined])[]): string | undefined {
  for (const [written, read] of pairs) {
    if (written !== undefined && read === undefined) return `time ${JSON.stringify(written)?.slice(0, 40)}`;
  }
  return undefined;
}
