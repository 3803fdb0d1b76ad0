import { clock, seconds, span } from "../formats/shared/times.js";
import type { Channel, Complaint, Conversation } from "../model/index.js";
import { dateIn, type Facts } from "./name-pattern.js";

/** What is known of a conversation from beside the export, and what was wrong with that. */
export interface Known {
  readonly facts: Facts;
  readonly problems: readonly Complaint[];
}

/** Finds what is known of a conversation, by its source's name, its file's name and its id. */
export type KnownOf = (place: {
  readonly source: string;
  readonly file: string;
  readonly id: string | undefined;
  /** The file holds no other. */
  readonly only: boolean;
}) => Known;

const CHANNELS: ReadonlyMap<string, Channel> = new Map([
  ...["voice", "call", "phone", "telephone", "telephony", "audio"].map(word => [word, "voice"] as const),
  ...["chat", "webchat", "web chat", "messaging", "sms", "whatsapp"].map(word => [word, "chat"] as const),
  ...["email", "e-mail", "mail"].map(word => [word, "email"] as const),
]);

/** What each field with a meaning expects. */
const EXPECTED: ReadonlyMap<string, string> = new Map([
  ["channel", "voice, chat or email"],
  ["date", "a date with the year first (2026-03-02, 2026-03-02T10:20:30Z)"],
  ["language", "a language such as en or en-GB"],
  ["duration", "seconds, a clock or an ISO 8601 duration"],
]);

/** A field whose value cannot be what its name says, in the words of a problem; undefined where it can. */
export function wrongFact(field: string, value: string): string | undefined {
  const expected = EXPECTED.get(field);
  if (expected === undefined || read(field, value) !== undefined) return undefined;
  return `Unexpected ${field} \`${value.slice(0, 60)}\`, expected ${expected}`;
}

function read(field: string, value: string): string | number | undefined {
  if (field === "channel") return CHANNELS.get(value.trim().toLowerCase());
  if (field === "date") return dateIn(value);
  if (field === "language")
    return /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i.test(value) ? value.replaceAll("_", "-") : undefined;
  return span(value) ?? clock(value) ?? seconds(value);
}

/** Fields that have a place of their own; all others are metadata under their own name. */
const OWN: ReadonlySet<string> = new Set(["agent", "channel", "date", "language", "duration", "id", "file"]);

/**
 * The conversation with what is known of it. The user's word wins over the export's, except for the id and for a moment
 * that the export knows more exactly.
 */
export function withKnown(conversation: Conversation, facts: Facts): Conversation {
  if (facts.size === 0) return conversation;
  const metadata = { ...conversation.metadata, ...metadataOf(facts) };
  const own = conversation.id ?? facts.get("id");
  const channel = factOf(facts, "channel") as Channel | undefined;
  const language = factOf(facts, "language") as string | undefined;
  const agent = facts.get("agent");
  const at = factOf(facts, "date") as number | undefined;
  const dated = conversation.startedAt !== undefined || conversation.rows.some(row => row.at !== undefined);
  return {
    ...conversation,
    ...(own !== undefined && { id: own }),
    ...(channel !== undefined && { channel }),
    ...(language !== undefined && { language }),
    ...(agent !== undefined && { agent }),
    ...(at !== undefined && !dated && { startedAt: at }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
}

function factOf(facts: Facts, field: string): string | number | undefined {
  const written = facts.get(field);
  return written === undefined ? undefined : read(field, written);
}

function metadataOf(facts: Facts): Readonly<Record<string, string>> {
  const kept = [...facts].filter(([name]) => !OWN.has(name));
  const at = factOf(facts, "date") as number | undefined;
  const duration = factOf(facts, "duration") as number | undefined;
  const id = facts.get("id");
  if (id !== undefined) kept.push(["contactId", id]);
  if (at !== undefined) kept.push(["date", new Date(at).toISOString()]);
  if (duration !== undefined) kept.push(["duration", String(duration / 1_000)]);
  return Object.fromEntries(kept);
}
