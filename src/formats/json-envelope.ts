import type { Channel, Complaint, Embedded, Format } from "../model/index.js";
import { factsOf, firstText, given, type Json, objectsOf, startsLike } from "./shared/chat-json.js";
import { momentOf } from "./shared/chat-time.js";
import { isObject } from "./shared/json.js";
import { no, yes } from "./shared/sniff.js";
import { areTurns } from "./shared/turn-lists.js";

/** Fields that hold a whole transcript as one text, the likeliest first; compared without marks and case. */
const FIELDS = [
  ..."transcript transcripttext calltranscript chattranscript fulltranscript rawtranscript transcription messagesdisplay".split(
    " ",
  ),
  ..."conversationtext conversation dialogue dialog chatlog chat content body text".split(" "),
];
const LISTS = [
  "records",
  "data",
  "items",
  "calls",
  "conversations",
  "transcripts",
  "results",
  "chats",
  "interactions",
];
const CHANNELS: ReadonlyMap<string, Channel> = new Map([
  ...["voice", "call", "phone", "telephony"].map(word => [word, "voice"] as const),
  ...["chat", "webchat", "messaging", "message", "sms"].map(word => [word, "chat"] as const),
  ...["email", "mail", "e-mail"].map(word => [word, "email"] as const),
]);

/** An object (or a list of them) that holds a transcript as one text among facts about it; the text is read by its own format. */
export const jsonEnvelope: Format = {
  name: "json-envelope",
  title: "JSON with the transcript in one text field",
  status: "real",
  surest: 0.75,
  about: {
    recognised: "an object of scalars, one of them a long text named Content, transcript, body …",
    roles: "those of the text inside",
    times: "those of the text inside; the start from StartTime",
    overlap: "as the text inside",
    traps:
      "the text may be Markdown, lines or prose without speakers; local times without a zone; a Duration in some other unit is not believed",
  },

  sniff({ json }) {
    const [first] = envelopesIn(json);
    const field = first === undefined ? undefined : fieldOf(first);
    if (first === undefined || field === undefined || areMessages(itemsOf(json))) return no;
    const named = FIELDS.indexOf(bare(field)) < FIELDS.indexOf("chat");
    const known = named || idOf(first) !== "" || momentIn(first) !== undefined;
    return yes(known ? 0.75 : 0.4, `a text in the field ${field}`);
  },

  read({ json }) {
    const all = Array.isArray(json) ? json : itemsOf(json);
    const embedded = envelopesIn(json).map(envelope => ({
      text: String(envelope[fieldOf(envelope) ?? ""]),
      about: aboutOf(envelope),
    }));
    const problems = lost(all.length - embedded.length, embedded.length);
    return { conversations: [], problems, embedded };
  },
};

/** An envelope, a list of them, or a page that lists them. */
function itemsOf(json: unknown): readonly Json[] {
  if (Array.isArray(json)) return objectsOf(json);
  if (!isObject(json)) return [];
  const key = LISTS.find(name => startsLike(json[name], isEnvelope));
  return key === undefined ? [json] : objectsOf(json[key]);
}

function isEnvelope(item: Json): boolean {
  return fieldOf(item) !== undefined;
}

function envelopesIn(json: unknown): readonly Json[] {
  return itemsOf(json).filter(isEnvelope);
}

/** Messages of one list, each with somebody who wrote it: their texts are no transcripts unless they show speakers themselves. */
function areMessages(items: readonly Json[]): boolean {
  const some = items.slice(0, 8);
  return (
    some.length > 1 && areTurns(some) && !some.some(item => showsSpeakers(String(item[fieldOf(item) ?? ""])))
  );
}

const SPOKEN = /^\W{0,6}\p{L}[^:\n]{0,40}:\W{0,4}\s\S/gmu;

function showsSpeakers(text: string): boolean {
  return (text.slice(0, 4_000).match(SPOKEN)?.length ?? 0) >= 2;
}

/** The field with the transcript; none where a list of objects beside it shows that the text is a mere summary of them. */
function fieldOf(envelope: Json): string | undefined {
  const keys = Object.keys(envelope).slice(0, 200);
  if ("role" in envelope || "speaker" in envelope) return undefined;
  if (keys.some(key => startsLike(envelope[key], () => true))) return undefined;
  const candidates = keys.filter(key => FIELDS.includes(bare(key)) && isTranscript(envelope[key]));
  return candidates.sort((a, b) => FIELDS.indexOf(bare(a)) - FIELDS.indexOf(bare(b)))[0];
}

/** Words of several lines, or many of them. */
function isTranscript(value: unknown): boolean {
  return typeof value === "string" && (value.length >= 300 || (value.length >= 20 && /\n\s*\S/.test(value)));
}

function bare(key: string): string {
  return key.length > 40 ? "" : key.toLowerCase().replace(/[_\s-]/g, "");
}

function aboutOf(envelope: Json): Embedded["about"] {
  const named = new Map(Object.entries(envelope).map(([key, value]) => [bare(key), value] as const));
  const get = (...names: readonly string[]) => firstText(...names.map(name => named.get(name)));
  return given({
    id: idOf(envelope) || undefined,
    channel: CHANNELS.get(get("channel", "medium", "mediatype").toLowerCase()),
    language: get("language", "languagecode", "lang") || undefined,
    agent: get("agentname", "agent") || undefined,
    startedAt: momentIn(envelope),
    metadata: factsOf({
      clientId: get("clientid", "customerid", "accountid"),
      agentId: get("agentid"),
      queue: get("queue", "queuename", "skill", "department"),
      contactId: get("contactid"),
      endedAt: get("endtime", "endedat"),
      topic: get("topic", "subject", "category"),
    }),
  });
}

function idOf(envelope: Json): string {
  const named = new Map(Object.entries(envelope).map(([key, value]) => [bare(key), value] as const));
  return firstText(
    ...[
      "conversationid",
      "callid",
      "chatid",
      "contactid",
      "ticketid",
      "transcriptid",
      "interactionid",
      "id",
      "uuid",
    ].map(key => named.get(key)),
  );
}

function momentIn(envelope: Json): number | undefined {
  const entry = Object.entries(envelope).find(([key]) =>
    /^(?:starttime|startedat|start|calldate|timestamp|createdat|date|datetime)$/.test(bare(key)),
  );
  return momentOf(entry?.[1]);
}

function lost(count: number, read: number): readonly Complaint[] {
  if (count === 0 && read > 0) return [];
  const message = `Unexpected ${count} ${count === 1 ? "entry" : "entries"} without a transcript in a text field, expected one in each`;
  return [{ code: "lost-conversation", message, effect: read === 0 ? "unreadable" : "partial" }];
}
