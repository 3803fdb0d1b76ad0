import type { Format, Written } from "../model/index.js";
import { call, overlapSeen, row } from "./shared/call.js";
import { dig, entries, get, isObject, list, num, said, textOf } from "./shared/json.js";
import { speakerLabel } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { duration } from "./shared/times.js";
import { joinerOf, utterances, type Word } from "./shared/words.js";

/** Google Cloud Speech-to-Text: v1 and v2, JSON or printed protobuf, diarised or by channel. */
export const googleStt: Format = {
  name: "google-stt",
  title: "Google Cloud Speech-to-Text",
  status: "fixture",
  about: {
    recognised:
      "`results[].alternatives[]` with `transcript`, and words with `speakerTag`, `startTime` or `startOffset`",
    roles: "numbered speakers and channels only",
    times: 'start and end of each word: "0.500s", `{seconds, nanos}`',
    overlap: "between channels",
    traps:
      "the last diarised result repeats every word: it alone is read; `nanos` is absent when 0; live partials are dropped",
  },

  sniff({ json }) {
    const results = resultsOf(json);
    const best = list(get(results[0], "alternatives"))[0];
    if (!isObject(best) || typeof best.transcript !== "string" || best.timestamps !== undefined) return no;
    if (get(json, "result_index") !== undefined || get(json, "speaker_labels") !== undefined) return no;
    const words = results.slice(-3).flatMap(result => wordsOf(result).slice(0, 3));
    const timed = words.some(
      word =>
        isObject(word) &&
        ["startTime", "start_time", "startOffset", "start_offset", "speakerTag", "speaker_tag"].some(
          key => key in word,
        ),
    );
    const told = [
      "resultEndTime",
      "resultEndOffset",
      "result_end_time",
      "channelTag",
      "languageCode",
      "language_code",
    ].some(key => get(results[0], key) !== undefined);
    return yes(timed || told ? 0.95 : 0.8, "results[].alternatives[].transcript");
  },

  read({ json }) {
    const found = notes();
    const results = resultsOf(json).filter(
      result => get(result, "isFinal") !== false && get(result, "is_final") !== false,
    );
    const language = said(get(results[0], "languageCode") ?? get(results[0], "language_code"));
    const tagged = results.filter(result => wordsOf(result).some(word => tagOf(word) !== ""));
    const channels = new Set(results.map(channelOf).filter(channel => channel !== ""));
    const rows = (
      tagged.length > 0
        ? utterances(unrepeated(results, tagged).flatMap(wordsIn), found, joinerOf(language))
        : results.flatMap(result => rowsOf(result, language, found))
    ).slice();
    if (channels.size > 1) rows.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    return call(rows, found, { language, overlaps: channels.size > 1 || overlapSeen(rows) });
  },
};

function resultsOf(json: unknown): readonly unknown[] {
  const places = [
    get(json, "results"),
    dig(json, "response", "results"),
    dig(json, "transcript", "results"),
    // v2 batch answers by file.
    ...entries(get(json, "results"))
      .slice(0, 1)
      .map(([, file]) => dig(file, "transcript", "results")),
  ];
  return places.map(list).find(results => results.length > 0) ?? [];
}

function wordsOf(result: unknown): readonly unknown[] {
  return list(get(list(get(result, "alternatives"))[0], "words"));
}

/** A word's speaker; 0 stands for none. */
function tagOf(word: unknown): string {
  const tag =
    get(word, "speakerTag") ??
    get(word, "speaker_tag") ??
    get(word, "speakerLabel") ??
    get(word, "speaker_label");
  return num(tag) === 0 ? "" : speakerLabel(tag);
}

function channelOf(result: unknown): string {
  const tag = get(result, "channelTag") ?? get(result, "channel_tag");
  return num(tag) === 0 ? "" : speakerLabel(tag, "Channel");
}

/** A diarised answer of v1 says everything again in its last result; one of v2 does not. */
function unrepeated(results: readonly unknown[], tagged: readonly unknown[]): readonly unknown[] {
  const last = tagged.at(-1);
  const first = startOf(wordsOf(last)[0]) ?? 0;
  const before = results.some(result => (startOf(wordsOf(result)[0]) ?? first) < first);
  return before ? tagged : [last];
}

function startOf(word: unknown): number | undefined {
  return duration(
    get(word, "startTime") ??
      get(word, "start_time") ??
      get(word, "startOffset") ??
      get(word, "start_offset"),
  );
}

function wordsIn(result: unknown): readonly Word[] {
  return wordsOf(result).map(word => ({
    text: textOf(get(word, "word")),
    speaker: tagOf(word) || channelOf(result),
    start: startOf(word),
    end: duration(
      get(word, "endTime") ?? get(word, "end_time") ?? get(word, "endOffset") ?? get(word, "end_offset"),
    ),
  }));
}

/** Without speakers of its own a result is said by its channel; its transcript has the punctuation, its words the times. */
function rowsOf(result: unknown, language: string | undefined, found: Notes): readonly Written[] {
  const words = wordsIn(result);
  if (words.length > 0) return utterances(words, found, joinerOf(language));
  const text = said(get(list(get(result, "alternatives"))[0], "transcript"));
  const end = duration(
    get(result, "resultEndTime") ?? get(result, "resultEndOffset") ?? get(result, "result_end_time"),
  );
  if (text === undefined) {
    found.add("lost-rows", "Unexpected result without a transcript, expected what was said");
    return [];
  }
  return [row({ speaker: channelOf(result), text, end })];
}
