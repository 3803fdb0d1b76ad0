import type { Channel, Conversation, Written } from "../../model/index.js";
import { entries, get, said } from "./json.js";
import { mediumOf } from "./media.js";
import { instant } from "./times.js";
import { conversationOf } from "./turn-keys.js";

const KNOWN: ReadonlySet<string> = new Set(["id", "channel", "agent", "language", "startedAt", "plain"]);
const LANGUAGES = ["language", "languageCode", "language_code", "locale", "lang"] as const;
const AGENTS = ["agent", "agent_name", "agentName"] as const;
const CHANNELS = ["channel", "channelType", "channel_type", "mediaType", "media_type", "medium"] as const;
const STARTS = ["startedAt", "started_at", "startTime", "start_time", "created_at", "createdAt"] as const;

/** What stands beside the turns, in all the objects around them: known keys as themselves, all others that are plain as metadata. */
export function aboutOf(around: readonly unknown[], rows: readonly Written[]): Omit<Conversation, "rows"> {
  const beside = besideOf(around);
  const nearest = around.at(-1);
  const id = said(get(nearest, "id")) ?? (conversationOf(beside) || said(beside.id));
  const agent = firstOf(beside, AGENTS);
  const language = firstOf(beside, LANGUAGES);
  const dated = rows.some(({ at }) => at !== undefined) && rows.every(({ start }) => start === undefined);
  // Ends that were dates count from the first row.
  const counted = dated && rows.some(({ end }) => end !== undefined);
  const called = Object.keys(beside).some(key => /^(?:call|recording)_?(?:id|sid|uuid)$/i.test(key));
  // A message has a moment, an utterance has a length.
  const medium = mediumAround(around) ?? (dated && !called && !counted ? "chat" : undefined);
  const startedAt = counted ? undefined : dated ? instant(beside.startedAt) : startIn(beside);
  const others = Object.entries(beside).filter(([key]) => !KNOWN.has(key));
  return {
    ...(id !== undefined && id !== "" && { id }),
    ...(medium !== undefined && { channel: medium }),
    ...(agent !== undefined && { agent }),
    ...(language !== undefined && { language }),
    ...(startedAt !== undefined && { startedAt }),
    ...(beside.plain === true && { plain: true }),
    ...(others.length > 0 && {
      metadata: Object.fromEntries(others.map(([key, value]) => [key, String(value)])),
    }),
  };
}

/** The medium that the objects around the turns name. */
export function mediumAround(around: readonly unknown[]): Channel | undefined {
  return mediumOf(firstOf(besideOf(around), CHANNELS) ?? "");
}

function besideOf(around: readonly unknown[]): Readonly<Record<string, unknown>> {
  return Object.assign({}, ...around.map(plainIn)) as Readonly<Record<string, unknown>>;
}

function startIn(beside: Readonly<Record<string, unknown>>): number | undefined {
  for (const key of STARTS) {
    const moment = instant(beside[key]);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

function firstOf(beside: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const text = said(beside[key]);
    if (text !== undefined) return text;
  }
  return undefined;
}

function plainIn(value: unknown): object {
  return Object.fromEntries(entries(value).filter(([, one]) => isPlain(one)));
}

function isPlain(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
