import type { Format, Measured, Written } from "../model/index.js";
import { call, metadata, overlapSeen, row } from "./shared/call.js";
import { dig, get, isObject, list, num, said, str } from "./shared/json.js";
import { speakerLabel } from "./shared/labels.js";
import { notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { instant, seconds } from "./shared/times.js";
import { joinerOf, utterances, type Word } from "./shared/words.js";

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
    const live = liveOf(json)[0];
    return live === undefined ? no : yes(0.95, "channel.alternatives[] with is_final");
  },

  read({ json }) {
    const live = liveOf(json);
    if (live.length > 0) return call(liveRows(live), notes(), {});
    const channels = list(dig(json, "results", "channels"));
    const several = channels.length > 1;
    const language = said(get(channels[0], "detected_language"));
    const told = list(dig(json, "results", "utterances"));
    const rows =
      told.length > 0
        ? told.flatMap(each => utteranceRows(each, several, language))
        : channelRows(channels, language);
    return call(rows, notes(), {
      id: said(dig(json, "metadata", "request_id")),
      language,
      overlaps: several || overlapSeen(rows),
      metadata: metadata({ transcribedAt: isoOf(dig(json, "metadata", "created")) }),
      measured: sentiments(json),
    });
  },
};

function isoOf(value: unknown): string | undefined {
  return instant(value) === undefined ? undefined : said(value);
}

function labelOf(channel: unknown, speaker: unknown, several: boolean): string {
  const who = speakerLabel(speaker);
  return several ? `${speakerLabel(channel, "Channel")} ${who}`.trim() : who;
}

/** One utterance of the answer; where its words name several speakers, one for each (a real file had 4 such in 22). */
function utteranceRows(each: unknown, several: boolean, language: string | undefined): readonly Written[] {
  const channel = get(each, "channel");
  const words = list(get(each, "words"));
  const speakers = new Set(words.map(word => num(get(word, "speaker"))));
  if (speakers.size > 1) return utterances(words.map(wordIn(channel, several)), joinerOf(language));
  const text = said(get(each, "transcript"));
  if (text === undefined) return [];
  const speaker = labelOf(channel, get(each, "speaker") ?? get(words[0], "speaker"), several);
  return [row({ speaker, text, start: seconds(get(each, "start")), end: seconds(get(each, "end")) })];
}

function wordIn(channel: unknown, several: boolean) {
  return (word: unknown): Word => ({
    text: said(get(word, "punctuated_word")) ?? str(get(word, "word")),
    speaker: labelOf(channel, get(word, "speaker"), several),
    start: seconds(get(word, "start")),
    end: seconds(get(word, "end")),
  });
}

function channelRows(channels: readonly unknown[], language: string | undefined): readonly Written[] {
  const several = channels.length > 1;
  const rows = channels.flatMap((channel, index) => {
    const best = list(get(channel, "alternatives"))[0];
    const words = list(get(best, "words"));
    if (words.length > 0) return utterances(words.map(wordIn(index, several)), joinerOf(language));
    const paragraphs = list(dig(best, "paragraphs", "paragraphs"));
    if (paragraphs.length > 0) return paragraphs.flatMap(paragraph => sentencesOf(paragraph, index, several));
    const text = said(get(best, "transcript"));
    return text === undefined ? [] : [row({ speaker: labelOf(index, undefined, several), text })];
  });
  return rows.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

function sentencesOf(paragraph: unknown, channel: number, several: boolean): readonly Written[] {
  const speaker = labelOf(channel, get(paragraph, "speaker"), several);
  return list(get(paragraph, "sentences")).flatMap(sentence => {
    const text = said(get(sentence, "text"));
    if (text === undefined) return [];
    return [
      row({ speaker, text, start: seconds(get(sentence, "start")), end: seconds(get(sentence, "end")) }),
    ];
  });
}

/** Live messages in an array (or one alone). */
function liveOf(json: unknown): readonly unknown[] {
  const messages = Array.isArray(json) ? json : [json];
  const isLive = (message: unknown) =>
    Array.isArray(dig(message, "channel", "alternatives")) && isObject(message) && "is_final" in message;
  return messages.slice(0, 5).some(isLive) ? messages.filter(isLive) : [];
}

function liveRows(messages: readonly unknown[]): readonly Written[] {
  const several = new Set(messages.map(message => num(list(get(message, "channel_index"))[0]))).size > 1;
  const final = messages.filter(message => get(message, "is_final") === true);
  const rows = final.flatMap(message => {
    const words = list(get(list(dig(message, "channel", "alternatives"))[0], "words"));
    return utterances(words.map(wordIn(list(get(message, "channel_index"))[0], several)));
  });
  return rows.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

function sentiments(json: unknown): readonly Measured[] {
  const words = list(get(list(get(list(dig(json, "results", "channels"))[0], "alternatives"))[0], "words"));
  return list(dig(json, "results", "sentiments", "segments")).flatMap(segment => {
    const start = seconds(get(words[num(get(segment, "start_word")) ?? -1], "start"));
    const end = seconds(get(words[num(get(segment, "end_word")) ?? -1], "end"));
    const value = said(get(segment, "sentiment"));
    if (start === undefined || end === undefined || value === undefined) return [];
    return [{ by: "Deepgram", what: "sentiment", start, end, value }];
  });
}
