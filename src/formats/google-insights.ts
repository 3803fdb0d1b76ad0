import type { Format, Measured, Written } from "../model/index.js";
import { call, metadata, row } from "./shared/call.js";
import { dig, get, isObject, list, num, said } from "./shared/json.js";
import { roleOf, speakerLabel } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { date, duration, instant, millis } from "./shared/times.js";

/** Google Contact Center AI Insights: conversations as they go in, and as they come out. */
export const googleInsights: Format = {
  name: "google-insights",
  title: "Google CCAI Insights",
  status: "documented",
  about: {
    recognised: "`entries[]` with `role` and `start_timestamp_usec`; `transcript.transcriptSegments[]`",
    roles: "given",
    times: "µs since 1970; segments by `messageTime` and word offsets",
    overlap: "between channels, where words have times",
    traps: "µs are scaled; automated agents are bots; a channel number is joined to `callMetadata`",
  },

  sniff({ json }) {
    const entry = list(get(json, "entries"))[0];
    const timed = get(entry, "start_timestamp_usec") ?? get(entry, "startTimestampUsec");
    if (isObject(entry) && entry.role !== undefined && timed !== undefined)
      return yes(0.97, "entries[] with role and start_timestamp_usec");
    return segmentsOf(json).length > 0 ? yes(0.97, "transcript.transcriptSegments[]") : no;
  },

  read({ json }) {
    const found = notes();
    const segments = segmentsOf(json);
    if (segments.length === 0) {
      const rows = list(get(json, "entries")).flatMap((entry, index) =>
        entryRow(entry, `entries[${index}]`, found),
      );
      return call(rows, found, { channel: "chat" });
    }
    const conversation = isObject(get(json, "conversation")) ? get(json, "conversation") : json;
    const rows = segments.flatMap((segment, index) =>
      segmentRow(segment, conversation, `transcriptSegments[${index}]`, found),
    );
    return call(rows, found, {
      id: said(get(conversation, "name"))?.split("/").at(-1),
      channel: get(conversation, "medium") === "CHAT" ? "chat" : "voice",
      language: said(get(conversation, "languageCode") ?? get(segments[0], "languageCode")),
      startedAt: instant(get(conversation, "startTime")),
      metadata: metadata({ agentId: said(get(conversation, "agentId")) }),
      measured: segments.flatMap(segment => sentimentOf(segment)),
    });
  },
};

function segmentsOf(json: unknown): readonly unknown[] {
  const places = [
    dig(json, "transcript", "transcriptSegments"),
    dig(json, "conversation", "transcript", "transcriptSegments"),
  ];
  return places.map(list).find(segments => segments.length > 0) ?? [];
}

function entryRow(entry: unknown, where: string, found: Notes): readonly Written[] {
  const text = said(get(entry, "text"));
  if (text === undefined) {
    found.add("lost-rows", "Unexpected entry without `text`, expected its words", where);
    return [];
  }
  const role = get(entry, "role");
  const speaker =
    speakerLabel(get(entry, "user_id") ?? get(entry, "userId"), said(role) ?? "User") || (said(role) ?? "");
  const usec = num(get(entry, "start_timestamp_usec") ?? get(entry, "startTimestampUsec"));
  const ms = usec === undefined ? undefined : usec / 1_000;
  const absolute = ms !== undefined && ms > 1e11;
  return [
    row({
      speaker,
      role: roleOf(role),
      text,
      at: absolute ? date(Math.round(ms)) : undefined,
      start: absolute ? undefined : millis(ms),
    }),
  ];
}

function segmentRow(
  segment: unknown,
  conversation: unknown,
  where: string,
  found: Notes,
): readonly Written[] {
  const text = said(get(segment, "text"));
  if (text === undefined) {
    found.add("lost-rows", "Unexpected segment without `text`, expected its words", where);
    return [];
  }
  const channel = num(get(segment, "channelTag"));
  const written = said(dig(segment, "segmentParticipant", "role"));
  const role = roleOf(written) ?? channelRole(channel, conversation);
  const words = list(get(segment, "words"));
  const start = duration(get(words[0], "startOffset"));
  return [
    row({
      speaker: written ?? (channel ? `Channel ${channel}` : ""),
      role,
      text,
      start,
      end: duration(get(words.at(-1), "endOffset")),
      at: start === undefined ? instant(get(segment, "messageTime")) : undefined,
    }),
  ];
}

function channelRole(channel: number | undefined, conversation: unknown) {
  if (channel === undefined || channel === 0) return undefined;
  if (num(dig(conversation, "callMetadata", "agentChannel")) === channel) return "agent";
  return num(dig(conversation, "callMetadata", "customerChannel")) === channel ? "customer" : undefined;
}

function sentimentOf(segment: unknown): readonly Measured[] {
  const value = num(dig(segment, "sentiment", "score"));
  const words = list(get(segment, "words"));
  const start = duration(get(words[0], "startOffset"));
  const end = duration(get(words.at(-1), "endOffset"));
  if (value === undefined || start === undefined || end === undefined) return [];
  return [{ by: "Google CCAI Insights", what: "sentiment", start, end, value }];
}
