import type { Format, Role, Written } from "../../model/index.js";
import { firstText, given, type Json, objectOf, objectsOf, startsLike, textOf } from "../shared/chat-json.js";
import { type ChatShape, chatOf, holds, readChats, rowsOf } from "../shared/chat-reading.js";
import { type Namer, namer } from "../shared/chat-speakers.js";
import { momentOf } from "../shared/chat-time.js";
import { isObject, list } from "../shared/json.js";
import { no, yes } from "../shared/sniff.js";
import { measuredBy } from "./measured.js";
import { attachmentsIn, eventIn, wordsIn } from "./words.js";

const ROLES = new Map<string, Role>([
  ["AGENT", "agent"],
  ["CUSTOMER", "customer"],
  ["SUPERVISOR", "supervisor"],
  ["SYSTEM", "system"],
  ["CUSTOM_BOT", "bot"],
]);

/** Amazon Connect chats: analysed by Contact Lens (its redacted twin too), raw, and as the real-time API gives them. */
export const contactLensChat: Format = {
  name: "contact-lens-chat",
  title: "Amazon Connect chat (Contact Lens and raw)",
  status: "fixture",
  about: {
    recognised: "Transcript[] or Segments[] of items with AbsoluteTime and ParticipantRole",
    roles: "ParticipantRole",
    times: "AbsoluteTime of each message",
    overlap: "none in a chat",
    traps:
      "events, attachments and system messages are no speech; interactive messages are JSON in a string; hidden names are told apart by participant; response times and sentiment are Amazon's own",
  },

  sniff({ json }) {
    if (!holds(json, shape)) return no;
    const analysed = isObject(json) && json.Channel === "CHAT";
    return analysed
      ? yes(0.99, "Contact Lens chat: Channel CHAT, items with AbsoluteTime")
      : yes(0.95, "Connect chat: items with AbsoluteTime and a ParticipantRole or Type");
  },

  read: document => readChats(document, shape),
};

const shape: ChatShape = {
  lists: [],
  is: chat => startsLike(itemsOf(chat), isItem),

  read(chat, { name }) {
    const call = namer();
    const roles = rolesOf(chat);
    const { ContactId, InstanceId } = objectOf(chat.CustomerMetadata);
    const id = firstText(ContactId, chat.ContactId, chat.InitialContactId) || idFromName(name);
    return chatOf(
      rowsOf(itemsOf(chat), item => rowOf(item, roles, call)),
      {
        id,
        language: textOf(chat.LanguageCode),
        facts: {
          contactId: id,
          instanceId: firstText(InstanceId, chat.InstanceId),
          output: objectOf(chat.ContentMetadata).Output,
          categories: list(objectOf(chat.Categories).MatchedCategories).map(textOf).join(", "),
        },
        measured: origin => measuredBy(chat, itemsOf(chat), origin),
      },
    );
  },
};

/** Roles by participant, for items that carry an id alone. */
function rolesOf(chat: Json): ReadonlyMap<string, string> {
  const participants = objectsOf(chat.Participants);
  return new Map(participants.map(one => [textOf(one.ParticipantId), textOf(one.ParticipantRole)]));
}

function itemsOf(chat: Json): readonly unknown[] {
  const segments = chat.Segments ?? chat.RealtimeContactAnalysisSegments;
  if (!Array.isArray(segments)) return list(chat.Transcript);
  return segments.flatMap(segment => {
    const { Transcript, Event, Attachments } = objectOf(segment);
    return Transcript ?? Event ?? Attachments ?? [];
  });
}

function isItem(item: Json): boolean {
  return (
    momentIn(item) !== undefined && ("ParticipantRole" in item || "ParticipantId" in item || "Type" in item)
  );
}

function momentIn(item: Json): number | undefined {
  return momentOf(item.AbsoluteTime ?? objectOf(item.Time).AbsoluteTime);
}

function rowOf(item: Json, roles: ReadonlyMap<string, string>, call: Namer): Written | undefined {
  const type = textOf(item.Type);
  const id = textOf(item.ParticipantId);
  const event = "EventType" in item || "Attachments" in item || (type !== "" && type !== "MESSAGE");
  const said = ROLES.get(textOf(item.ParticipantRole) || (roles.get(id) ?? ""));
  const role = said ?? (event ? "system" : undefined);
  const text = attachmentsIn(item) || (event ? eventIn(item) : wordsIn(item));
  if (text.trim() === "") return undefined;
  const kind = event || role === "system" ? ("event" as const) : undefined;
  return {
    speaker: call(id, textOf(item.DisplayName), role),
    text,
    ...given({ role, kind, at: momentIn(item) }),
  };
}

/** Contact Lens names its files `<contact id>_analysis_<time>.json`. */
function idFromName(name: string): string {
  return /^([\da-f-]{36})_/i.exec(name)?.[1] ?? "";
}
