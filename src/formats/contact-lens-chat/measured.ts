import type { Measured, Role } from "../../model/index.js";
import { given, type Json, objectOf, objectsOf, textOf } from "../shared/chat-json.js";
import { momentOf } from "../shared/chat-time.js";
import { num } from "../shared/json.js";

const BY = "Amazon Connect";
const ROLES: readonly (readonly [string, Role])[] = [
  ["AGENT", "agent"],
  ["CUSTOMER", "customer"],
];

/** What Amazon measured in a chat: response times by role, overall sentiment, and sentiment by group of messages. */
export function measuredBy(chat: Json, items: readonly unknown[], origin: number): readonly Measured[] {
  const { ResponseTime, Sentiment } = objectOf(chat.ConversationCharacteristics);
  const places = placesOf(items, origin);
  return [...responses(objectOf(ResponseTime), places), ...moods(objectOf(Sentiment), places)];
}

type Places = ReadonlyMap<string, number>;

/** Milliseconds from the start by message id. */
function placesOf(items: readonly unknown[], origin: number): Places {
  const places = new Map<string, number>();
  for (const { Id, AbsoluteTime } of objectsOf(items)) {
    const at = momentOf(AbsoluteTime);
    if (at !== undefined) places.set(textOf(Id), at - origin);
  }
  return places;
}

function responses(times: Json, places: Places): readonly Measured[] {
  const greeting = num(times.AgentGreetingTimeMillis);
  const details = objectOf(times.DetailsByParticipantRole);
  const all: Measured[] =
    greeting === undefined ? [] : [{ by: BY, what: "greeting-time", role: "agent", value: greeting }];
  for (const [word, role] of ROLES) {
    const of = objectOf(details[word]);
    const mean = num(objectOf(of.Average).ValueMillis);
    const longest = num(objectOf(of.Maximum).ValueMillis);
    if (mean !== undefined) all.push({ by: BY, what: "response-time-average", role, value: mean });
    if (longest === undefined) continue;
    all.push({
      by: BY,
      what: "response-time-maximum",
      role,
      ...spanOf(objectOf(of.Maximum), places, false),
      value: longest,
    });
  }
  return all;
}

function moods(sentiment: Json, places: Places): readonly Measured[] {
  const overall = objectOf(objectOf(sentiment.OverallSentiment).DetailsByParticipantRole);
  const scores = ROLES.flatMap(([word, role]) => {
    const value = num(overall[word]);
    return value === undefined ? [] : [{ by: BY, what: "sentiment-overall", role, value }];
  });
  const groups = objectsOf(sentiment.DetailsByTranscriptItemGroup).flatMap(group => {
    const role = ROLES.find(([word]) => word === group.ParticipantRole)?.[1];
    const value = textOf(group.Sentiment);
    return value === ""
      ? []
      : [{ by: BY, what: "sentiment", ...given({ role }), ...spanOf(group, places, true), value }];
  });
  return [...scores, ...groups];
}

/** Where a measure lies: from its first message to its last. */
function spanOf(
  holder: Json,
  places: Places,
  whole: boolean,
): { readonly start?: number; readonly end?: number } {
  const ids = objectsOf(holder.TranscriptItems).map(item => textOf(item.Id));
  const start = places.get(ids[0] ?? "");
  const end = whole ? places.get(ids.at(-1) ?? "") : undefined;
  return given({ start, end });
}
