import type { Channel, Complaint, Conversation, Document, Format, Written } from "../model/index.js";
import { entries, get, isObject, said, str } from "./shared/json.js";
import { roleNamed } from "./shared/role-names.js";
import { date, seconds } from "./shared/times.js";

const TEXT = ["text", "message", "content", "utterance", "body"] as const;
const SPEAKER = ["speaker", "role", "author", "from", "participant", "sender", "name"] as const;
const TURNS = [
  "turns",
  "utterances",
  "messages",
  "transcript",
  "conversation",
  "dialogue",
  "dialog",
] as const;
const KNOWN = new Set(["id", "channel", "agent", "language", "turns"]);
const CHANNELS: ReadonlySet<unknown> = new Set<Channel>(["voice", "chat", "email"]);

/** The generic turn list: `{id?, channel?, agent?, language?, turns: [{speaker, text, start?, end?, at?}]}`. */
export const turnList: Format = {
  name: "turn-list",
  title: "Generic turn list (JSON, JSONL)",
  status: "real",
  about: {
    recognised:
      "`turns` with `speaker` and `text`; a bare list of such turns; with less certainty other common names for them",
    roles: "where the speaker is a role word",
    times: "seconds, or ISO 8601",
    overlap: "yes",
    traps: "one conversation a line, one turn a line, speaker `system`, keys unknown to us kept as metadata",
  },

  sniff({ json }) {
    const turns = turnsOf(json);
    const sample = turns?.list.slice(0, 8) ?? [];
    const good = sample.filter(turn => textKey(turn) !== undefined && speakerKey(turn) !== undefined);
    if (turns === undefined || good.length === 0 || good.length < sample.length / 2)
      return { confidence: 0, because: "" };
    const exact =
      turns.key !== undefined &&
      good.every(turn => str(get(turn, "speaker")) !== "" && typeof get(turn, "text") === "string");
    if (exact && turns.key === "turns")
      return { confidence: 0.9, because: "`turns` with `speaker` and `text`" };
    const keys = `\`${speakerKey(good[0])}\` and \`${textKey(good[0])}\``;
    return { confidence: exact ? 0.5 : 0.4, because: `a list of turns with ${keys}` };
  },

  read(document) {
    const turns = turnsOf(document.json);
    const rows: Written[] = [];
    const problems: Complaint[] = [];
    for (const [index, turn] of (turns?.list ?? []).entries()) {
      const line = document.lines?.[index];
      const row = rowOf(turn, line);
      if (row === undefined) problems.push(lost(index, line ?? document.line));
      rows.push(row ?? { speaker: "", text: "" });
    }
    return { conversations: rows.length === 0 ? [] : [{ ...aboutOf(document.json), rows }], problems };
  },
};

interface Turns {
  readonly key: string | undefined;
  readonly list: readonly unknown[];
}

function turnsOf(json: unknown): Turns | undefined {
  if (Array.isArray(json)) return { key: undefined, list: json };
  const key = TURNS.find(name => Array.isArray(get(json, name)));
  return key === undefined ? undefined : { key, list: get(json, key) as readonly unknown[] };
}

function textKey(turn: unknown): string | undefined {
  return TEXT.find(key => typeof get(turn, key) === "string");
}

function speakerKey(turn: unknown): string | undefined {
  return SPEAKER.find(key => said(get(turn, key)) !== undefined);
}

function rowOf(turn: unknown, line: number | undefined): Written | undefined {
  const text = textKey(turn);
  if (text === undefined) return undefined;
  const speaker = said(get(turn, speakerKey(turn) ?? "")) ?? "";
  const role = roleNamed(speaker);
  const start = seconds(get(turn, "start"));
  const end = seconds(get(turn, "end"));
  const at = date(get(turn, "at"));
  return {
    speaker,
    text: str(get(turn, text)),
    ...(role !== undefined && { role }),
    ...(role === "system" && { kind: "event" as const }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(at !== undefined && { at }),
    ...(line !== undefined && { line }),
  };
}

function lost(index: number, line: number): Complaint {
  const message = `Unexpected turn ${index} without a text, expected \`speaker\` and \`text\``;
  return { line, code: "lost-turn", message, effect: "partial" };
}

/** What stands beside the turns: known keys as themselves, all others that are plain as metadata. */
function aboutOf(json: unknown): Omit<Conversation, "rows"> {
  if (!isObject(json)) return {};
  const id = said(json["id"]);
  const agent = said(json["agent"]);
  const language = said(json["language"]);
  const others = entries(json).filter(([key]) => !KNOWN.has(key));
  const metadata = Object.fromEntries(
    others.flatMap(([key, value]) => (isPlain(value) ? [[key, String(value)]] : [])),
  );
  return {
    ...(id !== undefined && { id }),
    ...(CHANNELS.has(json["channel"]) && { channel: json["channel"] as Channel }),
    ...(agent !== undefined && { agent }),
    ...(language !== undefined && { language }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
