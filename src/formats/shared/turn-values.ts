import type { Channel, Conversation, Kind, Role, Written } from "../../model/index.js";
import { entries, get, isObject, said } from "./json.js";
import { roleOf } from "./labels.js";
import { instant } from "./times.js";
import { speakerKey, speakerOf, textKey } from "./turn-keys.js";
import { timesOf } from "./turn-times.js";

/** Told what a turn could not give: a code, and what was met instead. */
export type Wrong = (code: "lost-turn" | "lost-speaker" | "lost-time", met: string) => void;

/** Finds the role that a label or a role field names, each label once. */
export function roleFinder(): (label: unknown) => Role | undefined {
  const known = new Map<unknown, Role | undefined>();
  return label => {
    if (label === undefined) return undefined;
    if (!known.has(label)) known.set(label, roleOf(label));
    return known.get(label);
  };
}

/** Reads one turn; a row comes back whatever the turn is, so that the others keep their numbers. */
export function rowOf(turn: unknown, role: (label: unknown) => Role | undefined, wrong: Wrong): Written {
  const key = textKey(turn);
  if (key === undefined) {
    wrong("lost-turn", "entry without a text");
    return { speaker: "", text: "" };
  }
  const written = get(turn, key);
  const text = wordsOf(written);
  if (text === "" && Array.isArray(written)) wrong("lost-turn", "parts without a text");
  const who = get(turn, speakerKey(turn) ?? "");
  const speaker = speakerOf(who);
  const given = role(get(turn, "role")) ?? role(get(who, "role")) ?? role(speaker);
  const kind = kindOf(get(turn, "kind"), given);
  if (speaker === "" && kind === undefined && text.trim() !== "")
    wrong("lost-speaker", "words without a speaker");
  const { lost, start, end, at } = timesOf(turn);
  if (lost !== undefined) wrong("lost-time", `time ${(JSON.stringify(lost) ?? "").slice(0, 40)}`);
  const row: { -readonly [K in keyof Written]: Written[K] } = { speaker, text };
  if (given !== undefined) row.role = given;
  if (kind !== undefined) row.kind = kind;
  if (start !== undefined) row.start = start;
  if (end !== undefined) row.end = end;
  if (at !== undefined) row.at = at;
  if (get(turn, "cutOff") === true) row.cutOff = true;
  return row;
}

const KNOWN: ReadonlySet<string> = new Set(["id", "channel", "agent", "language", "startedAt", "plain"]);
const CHANNELS: ReadonlySet<unknown> = new Set<Channel>(["voice", "chat", "email"]);

/** What stands beside the turns: known keys as themselves, all others that are plain as metadata. */
export function aboutOf(around: unknown, rows: readonly Written[]): Omit<Conversation, "rows"> {
  const id =
    said(get(around, "id")) ?? said(get(around, "conversation_id")) ?? said(get(around, "conversationId"));
  const agent = said(get(around, "agent"));
  const language = said(get(around, "language"));
  const channel = get(around, "channel");
  const startedAt = instant(get(around, "startedAt"));
  // A message has a moment, an utterance has a length.
  const dated = rows.some(({ at }) => at !== undefined) && rows.every(({ start }) => start === undefined);
  const medium = CHANNELS.has(channel) ? (channel as Channel) : dated ? "chat" : undefined;
  const others = entries(around).filter(([key, value]) => !KNOWN.has(key) && isPlain(value));
  return {
    ...(id !== undefined && { id }),
    ...(medium !== undefined && { channel: medium }),
    ...(agent !== undefined && { agent }),
    ...(language !== undefined && { language }),
    ...(startedAt !== undefined && { startedAt }),
    ...(get(around, "plain") === true && { plain: true }),
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
  if (value === "speech") return undefined;
  return role === "system" ? "event" : undefined;
}
