import type { Channel, Measured, Written } from "../../model/index.js";
import { firstText, given, type Json, objectOf, objectsOf, textOf } from "../shared/chat-json.js";
import { type Chat, chatOf, rowsOf } from "../shared/chat-reading.js";
import { namer } from "../shared/chat-speakers.js";
import { lengthOf, momentOf } from "../shared/chat-time.js";
import { list, num } from "../shared/json.js";
import { partiesOf, roleOf, speakerOf } from "./purpose.js";

const CHANNELS: ReadonlyMap<string, Channel> = new Map([
  ["voice", "voice"],
  ["call", "voice"],
  ["callback", "voice"],
  ["chat", "chat"],
  ["message", "chat"],
  ["messaging", "chat"],
  ["webchat", "chat"],
  ["email", "email"],
]);

/** Above this a number of milliseconds is a date, below it an offset. */
const EPOCH = 1e11;
/** The year 2100: a date after it is none. */
const LATEST = Date.UTC(2100, 0, 1);

/** Reads a transcript of phrases; its times count from the start of the conversation, however they were written. */
export function readTranscript(conversation: Json): Chat {
  const phrases = objectsOf(conversation.transcripts).flatMap(one => objectsOf(one.phrases));
  const origin = originOf(conversation, phrases);
  const parties = partiesOf(conversation);
  const call = namer();
  const rows = rowsOf(phrases, phrase => {
    const text = firstText(phrase.decoratedText, phrase.text);
    if (text === "") return undefined;
    const { id, name, role } = speakerOf(phrase.participantPurpose, num(phrase.startTimeMs), parties);
    return { speaker: call(id, name, role), ...given({ role }), text, ...timesOf(phrase, origin) };
  });
  return chatOf(rows, {
    id: textOf(conversation.conversationId),
    channel: CHANNELS.get(textOf(conversation.mediaType).toLowerCase()) ?? "voice",
    language: firstText(objectOf(list(conversation.transcripts)[0]).language, conversation.language),
    startedAt:
      origin > EPOCH ? origin : momentOf(conversation.conversationStartTime ?? conversation.startTime),
    facts: {
      conversationId: conversation.conversationId,
      communicationId: conversation.communicationId,
      queueId: objectsOf(conversation.participants).find(one => textOf(one.queueId) !== "")?.queueId,
    },
    measured: () => objectsOf(conversation.transcripts).flatMap(one => measuredIn(one, origin)),
  });
}

/** From where times count: 0 where they are offsets, the conversation's start or the first phrase where they are dates. */
function originOf(conversation: Json, phrases: readonly Json[]): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { startTimeMs } of phrases) {
    const time = num(startTimeMs) ?? 0;
    if (time > EPOCH && time < Math.min(first, LATEST)) first = time;
  }
  if (!Number.isFinite(first)) return 0;
  const started = momentOf(conversation.conversationStartTime ?? conversation.startTime);
  return started !== undefined && started <= first ? started : first;
}

function timesOf(phrase: Json, origin: number): Pick<Written, "start" | "end"> {
  const begun = num(phrase.startTimeMs);
  const start = begun === undefined ? undefined : lengthOf(begun - origin);
  if (begun === undefined || start === undefined) return {};
  const length = lengthOf(phrase.duration ?? phrase.durationMs) ?? lengthOfWords(phrase, begun);
  return { start, ...given({ end: length === undefined ? undefined : start + length }) };
}

function lengthOfWords(phrase: Json, begun: number): number | undefined {
  const last = objectOf(objectsOf(phrase.words).at(-1));
  const start = num(last.startTimeMs);
  const length = lengthOf(last.duration);
  return start === undefined || length === undefined ? undefined : lengthOf(start - begun + length);
}

function measuredIn(transcript: Json, origin: number): readonly Measured[] {
  const { sentiment, acoustic } = objectOf(transcript.analytics);
  const phrases = new Map(
    objectsOf(transcript.phrases).map((one, place) => [num(one.phraseIndex) ?? place, one] as const),
  );
  const moods = objectsOf(sentiment).flatMap(one => {
    const phrase = objectOf(phrases.get(num(one.phraseIndex) ?? -1));
    const value = num(one.sentiment);
    const fields = {
      role: roleOf(one.participant ?? phrase.participantPurpose),
      ...timesOf(phrase, origin),
      value,
    };
    return value === undefined ? [] : [{ by: "Genesys", what: "sentiment", ...given(fields) }];
  });
  const sounds = objectsOf(acoustic).map(one => ({
    by: "Genesys",
    what: textOf(one.eventType) || "acoustic",
    ...given({ role: roleOf(one.participant), ...timesOf({ ...one, duration: one.durationMs }, origin) }),
  }));
  return [...moods, ...sounds];
}
