import type { Format, Measured, Reading } from "../../model/index.js";
import { call, metadata, overlapSeen } from "../shared/call.js";
import { dig, get, isObject, list, num, said } from "../shared/json.js";
import { notes } from "../shared/notes.js";
import { no, yes } from "../shared/sniff.js";
import { instant, seconds } from "../shared/times.js";
import { channelRows, messageRows, utteranceRows } from "./rows.js";

/** Deepgram's answer for a recording, or the messages of its live stream. */
export const deepgram: Format = {
  name: "deepgram",
  title: "Deepgram",
  status: "real",
  about: {
    recognised:
      "`results.channels[].alternatives[]` with `metadata`; live: `channel.alternatives[]` with `is_final`",
    roles: "numbered speakers and channels only",
    times: "start and end of each word, seconds",
    overlap: "between channels",
    traps:
      "the same words stand in three places: utterances are taken, else words, else paragraphs; an utterance can mix speakers and is cut by its words; live partials are dropped",
  },

  sniff({ json }) {
    const channel = list(dig(json, "results", "channels"))[0];
    if (Array.isArray(get(channel, "alternatives"))) {
      const known = get(json, "metadata") !== undefined || Array.isArray(dig(json, "results", "utterances"));
      return yes(known ? 0.97 : 0.9, "results.channels[].alternatives[]");
    }
    return liveOf(json).length > 0 ? yes(0.95, "channel.alternatives[] with is_final") : no;
  },

  read({ json }) {
    const live = liveOf(json);
    if (live.length > 0) return liveCall(live);
    const found = notes();
    const channels = list(dig(json, "results", "channels"));
    const language = said(get(channels[0], "detected_language"));
    const setting = { several: channels.length > 1, language, found };
    const told = list(dig(json, "results", "utterances"));
    const rows =
      told.length > 0
        ? told.flatMap(each => utteranceRows(each, setting))
        : channels.flatMap((channel, index) => channelRows(channel, index, setting));
    return call(byStart(rows), found, {
      id: said(dig(json, "metadata", "request_id")),
      language,
      overlaps: setting.several || overlapSeen(rows),
      metadata: metadata({ transcribedAt: momentOf(dig(json, "metadata", "created")) }),
      measured: sentiments(json),
    });
  },
};

function byStart<T extends { readonly start?: number }>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

function momentOf(value: unknown): string | undefined {
  return instant(value) === undefined ? undefined : said(value);
}

/** Live messages in an array (or one alone). */
function liveOf(json: unknown): readonly unknown[] {
  const messages = Array.isArray(json) ? json : [json];
  const isLive = (message: unknown) =>
    Array.isArray(dig(message, "channel", "alternatives")) && isObject(message) && "is_final" in message;
  return messages.slice(0, 5).some(isLive) ? messages.filter(isLive) : [];
}

function liveCall(messages: readonly unknown[]): Reading {
  const found = notes();
  const several = new Set(messages.map(message => num(list(get(message, "channel_index"))[0]))).size > 1;
  const final = messages.filter(message => get(message, "is_final") === true);
  const rows = byStart(
    final.flatMap(message => messageRows(message, { several, language: undefined, found })),
  );
  return call(rows, found, { overlaps: several || overlapSeen(rows) });
}

function sentiments(json: unknown): readonly Measured[] {
  const best = list(get(list(dig(json, "results", "channels"))[0], "alternatives"))[0];
  const words = list(get(best, "words"));
  return list(dig(json, "results", "sentiments", "segments")).flatMap(segment => {
    const start = seconds(get(words[num(get(segment, "start_word")) ?? -1], "start"));
    const end = seconds(get(words[num(get(segment, "end_word")) ?? -1], "end"));
    const value = said(get(segment, "sentiment"));
    if (start === undefined || end === undefined || value === undefined) return [];
    return [{ by: "Deepgram", what: "sentiment", start, end, value }];
  });
}
