import type { Format, Role, Written } from "../model/index.js";
import { groupBy } from "./shared/chat-groups.js";
import { firstText, given, type Json, objectOf, startsLike } from "./shared/chat-json.js";
import { type Chat, chatOf, firstMoment, readingOf, rowsOf } from "./shared/chat-reading.js";
import { type Namer, namer } from "./shared/chat-speakers.js";
import { lengthOf, momentOf } from "./shared/chat-time.js";
import { isObject, list, num } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";

const ROLES: ReadonlyMap<string, Role> = new Map([
  ["agent", "agent"],
  ["enduser", "customer"],
  ["bot", "bot"],
  ["chatbot", "bot"],
  ["supervisor", "supervisor"],
  ["system", "system"],
]);

/** Salesforce ConversationEntry records: messaging and voice, as SOQL and as the Connect API give them. */
export const salesforceEntries: Format = {
  name: "salesforce-entries",
  title: "Salesforce conversation entries",
  status: "documented",
  about: {
    recognised: "records with ActorType and EntryType, or conversationEntries[] with sender.role",
    roles: "ActorType or sender.role",
    times: "ClientTimestamp, and ClientDuration in voice",
    overlap: "yes in voice, where entries have a duration",
    traps: "entries that are no text are events; several conversations in one list are told apart",
  },

  sniff({ json }) {
    return startsLike(entriesOf(json), isEntry) ? yes(0.97, "Salesforce ConversationEntry records") : no;
  },

  read({ json }) {
    const groups = groupBy(entriesOf(json), entry =>
      firstText(entry.ConversationId, entry.conversationIdentifier),
    );
    return readingOf(groups.map(([id, entries]) => conversationOf(id, entries)));
  },
};

function entriesOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  const { records, conversationEntries } = objectOf(json);
  return list(records ?? conversationEntries);
}

function isEntry(entry: Json): boolean {
  if ("ActorType" in entry) return "Message" in entry || "EntryType" in entry;
  return isObject(entry.sender) && "role" in entry.sender && ("entryType" in entry || "messageText" in entry);
}

function conversationOf(id: string, entries: readonly unknown[]): Chat {
  const call = namer();
  const { rows, problems } = rowsOf(entries, entry => rowOf(entry, call));
  const lengths = entries.map(
    entry => num(objectOf(entry).ClientDuration) ?? num(objectOf(entry).clientDuration) ?? 0,
  );
  const voice = lengths.some(length => length > 0);
  const origin = firstMoment(rows);
  const timed =
    voice && origin !== undefined
      ? rows.map(row => spanned(row, origin))
      : rows.map(({ end: _, ...row }) => row);
  return chatOf(
    { rows: timed, problems },
    { id, channel: voice ? "voice" : "chat", startedAt: origin, facts: { conversationId: id } },
  );
}

/** A row of speech, from its moment and its length to where it lies in the call. */
function spanned({ at, end = 0, ...row }: Written, origin: number): Written {
  if (at === undefined) return row;
  return { ...row, start: at - origin, ...(end > 0 && { end: at - origin + end }) };
}

/** `end` holds the length until the conversation's start is known. */
function rowOf(entry: Json, call: Namer): Written | undefined {
  const sender = objectOf(entry.sender);
  const role = ROLES.get(firstText(entry.ActorType, sender.role).toLowerCase());
  const type = firstText(entry.EntryType, entry.entryType);
  const said = firstText(entry.Message, entry.messageText, wordsIn(entry.entryPayload));
  const text = said || type.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  if (text === "") return undefined;
  const kind = said === "" || role === "system" ? ("event" as const) : undefined;
  const at = momentOf(
    entry.ClientTimestamp ?? entry.clientTimestamp ?? entry.EntryTime ?? entry.transcriptedTimestamp,
  );
  const length = lengthOf(num(entry.ClientDuration ?? entry.clientDuration));
  const end = length || undefined;
  const name = firstText(entry.ActorName, entry.senderDisplayName, sender.displayName);
  return {
    speaker: call(firstText(entry.ActorId, sender.subject), name, role),
    text,
    ...given({ role, kind, at, end }),
  };
}

/** The text inside an entry's payload, which is JSON or a string of it. */
function wordsIn(payload: unknown): string {
  const { abstractMessage } = objectOf(typeof payload === "string" ? parsed(payload) : payload);
  const { staticContent, text } = objectOf(abstractMessage);
  return firstText(objectOf(staticContent).text, text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
