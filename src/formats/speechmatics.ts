import type { Format, Written } from "../model/index.js";
import { call, overlapSeen } from "./shared/call.js";
import { dig, get, isObject, list, said, textOf } from "./shared/json.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { endAfter, seconds } from "./shared/times.js";
import { joinerOf, utterances, type Word } from "./shared/words.js";

/** Speechmatics: json-v2, the real-time `AddTranscript` messages, and the legacy v1. */
export const speechmatics: Format = {
  name: "speechmatics",
  title: "Speechmatics",
  status: "real",
  about: {
    recognised:
      '`results[]` of `type` word, punctuation, entity with `alternatives[].content`; `message: "AddTranscript"`',
    roles: "labels only (`S1`, or the channel)",
    times: "start and end of each word, seconds",
    overlap: "between channels",
    traps:
      "`UU` is nobody; an entity is read in its written form alone; `word_delimiter` may be empty by mistake; partial messages are dropped",
  },

  sniff({ json }) {
    const first = resultsOf(json)[0];
    const content = get(list(get(first, "alternatives"))[0], "content");
    if (
      isObject(first) &&
      typeof first.type === "string" &&
      content !== undefined &&
      !Array.isArray(get(json, "items"))
    ) {
      return yes(0.95, "results[] with type and alternatives[].content");
    }
    const word = list(get(json, "words"))[0];
    const legacy =
      isObject(word) &&
      word.name !== undefined &&
      word.duration !== undefined &&
      Array.isArray(get(json, "speakers"));
    return legacy ? yes(0.93, "words[] and speakers[] with name, time and duration") : no;
  },

  read({ json }) {
    const found = notes();
    const results = resultsOf(json);
    const about = { id: said(dig(json, "job", "id")) };
    if (results.length === 0)
      return call(utterances(legacyWords(json), found), found, { ...about, overlaps: false });
    const language =
      said(dig(json, "metadata", "transcription_config", "language")) ??
      said(get(list(get(results[0], "alternatives"))[0], "language"));
    const channels = byChannel(results);
    const rows = [...channels.values()]
      .flatMap(group => rowsOf(group, language, found))
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    return call(rows, found, { ...about, language, overlaps: channels.size > 1 || overlapSeen(rows) });
  },
};

/** Results of a job, of one message, or of an array of messages. */
function resultsOf(json: unknown): readonly unknown[] {
  if (!Array.isArray(json))
    return get(json, "message") === "AddPartialTranscript" ? [] : list(get(json, "results"));
  return json.flatMap(message =>
    get(message, "message") === "AddTranscript" ? list(get(message, "results")) : [],
  );
}

function byChannel(results: readonly unknown[]): ReadonlyMap<string, readonly unknown[]> {
  const channels = new Map<string, unknown[]>();
  for (const result of results) {
    const channel = said(get(result, "channel")) ?? "";
    const group = channels.get(channel);
    if (group) group.push(result);
    else channels.set(channel, [result]);
  }
  return channels;
}

function rowsOf(results: readonly unknown[], language: string | undefined, found: Notes): readonly Written[] {
  return utterances(results.flatMap(wordOf), found, joinerOf(language));
}

function wordOf(result: unknown): readonly Word[] {
  const type = get(result, "type");
  if (type === "speaker_change" || type === "audio_event") return [];
  const best = list(get(result, "alternatives"))[0];
  const glue = type === "punctuation" && get(result, "attaches_to") !== "next";
  const speaker = said(get(best, "speaker"));
  const known = speaker === "UU" ? undefined : speaker;
  return [
    {
      text: textOf(get(best, "content")),
      speaker: known ?? said(get(result, "channel")) ?? "",
      start: seconds(get(result, "start_time")),
      end: seconds(get(result, "end_time")),
      glue,
    },
  ];
}

/** v1 keeps speakers apart from words: joined by time. */
function legacyWords(json: unknown): readonly Word[] {
  const speakers = list(get(json, "speakers")).map(each => ({
    name: said(get(each, "name")) ?? "",
    ...spanOf(each),
  }));
  let at = 0;
  return list(get(json, "words")).map(word => {
    const { start, end } = spanOf(word);
    while (at < speakers.length && start !== undefined && (speakers[at]?.end ?? 0) <= start) at += 1;
    const speaker = speakers[at];
    const inside = speaker?.start !== undefined && start !== undefined && speaker.start <= start;
    const text = textOf(get(word, "name"));
    return { text, speaker: inside ? speaker.name : "", start, end, glue: /^[.,?!]$/.test(text ?? "") };
  });
}

function spanOf(each: unknown): { readonly start: number | undefined; readonly end: number | undefined } {
  const start = seconds(get(each, "time"));
  const length = seconds(get(each, "duration"));
  return { start, end: endAfter(start, length) };
}
