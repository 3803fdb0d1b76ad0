import type { Format, Measured, Written } from "../model/index.js";
import { call, overlapSeen, row } from "./shared/call.js";
import { get, list, said, textOf } from "./shared/json.js";
import { speakerLabel } from "./shared/labels.js";
import { type Notes, notes, refuse } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { millis } from "./shared/times.js";
import { joinerOf, utterances } from "./shared/words.js";

/** AssemblyAI's answer for a recording. */
export const assemblyai: Format = {
  name: "assemblyai",
  title: "AssemblyAI",
  status: "real",
  about: {
    recognised: "`audio_duration`, `words[]` and `utterances` (which may be null)",
    roles: 'labels only ("A", "1B")',
    times: "start and end, ms (`audio_duration` is in seconds)",
    overlap: "where utterances overlap",
    traps:
      "utterances are null without speaker labels; words repeat in utterances; one source is taken; the signed `audio_url` is never shown",
  },

  sniff({ json }) {
    const utterances = get(json, "utterances");
    const words = get(json, "words");
    if (utterances === undefined || (words !== undefined && !Array.isArray(words))) return no;
    if (words === undefined && !list(utterances).some(each => Array.isArray(get(each, "words")))) return no;
    const told = ["audio_duration", "audio_url", "acoustic_model", "speech_model"].filter(
      key => get(json, key) !== undefined,
    );
    return told.length > 0 ? yes(0.97, `words[], utterances, ${told[0]}`) : no;
  },

  read({ json }) {
    if (get(json, "status") === "error")
      return refuse("failed-transcription", "Unexpected status `error`, expected a completed transcription");
    const found = notes();
    const language = said(get(json, "language_code"))?.replace("_", "-");
    const spoken = list(get(json, "utterances"));
    const rows =
      spoken.length > 0
        ? spoken.flatMap((each, index) => rowOf(each, `utterances[${index}]`, found))
        : byWords(json, language, found);
    return call(rows, found, {
      id: said(get(json, "id")),
      language,
      overlaps: get(json, "dual_channel") === true || get(json, "multichannel") === true || overlapSeen(rows),
      measured: sentiments(json),
    });
  },
};

function rowOf(each: unknown, where: string, found: Notes): readonly Written[] {
  const text = said(get(each, "text"));
  if (text === undefined) {
    found.add("lost-rows", "Unexpected utterance without `text`, expected its words", where);
    return [];
  }
  const speaker = who(each);
  return [row({ speaker, text, start: millis(get(each, "start")), end: millis(get(each, "end")) })];
}

function who(each: unknown): string {
  return speakerLabel(get(each, "speaker")) || speakerLabel(get(each, "channel"), "Channel");
}

function byWords(json: unknown, language: string | undefined, found: Notes): readonly Written[] {
  const words = list(get(json, "words")).map(word => ({
    text: textOf(get(word, "text")),
    speaker: who(word),
    start: millis(get(word, "start")),
    end: millis(get(word, "end")),
  }));
  if (words.length > 0) return utterances(words, found, joinerOf(language));
  const text = said(get(json, "text"));
  return text === undefined ? [] : [row({ speaker: "", text })];
}

function sentiments(json: unknown): readonly Measured[] {
  return list(get(json, "sentiment_analysis_results")).flatMap(result => {
    const start = millis(get(result, "start"));
    const end = millis(get(result, "end"));
    const value = said(get(result, "sentiment"));
    if (start === undefined || end === undefined || value === undefined) return [];
    return [{ by: "AssemblyAI", what: "sentiment", start, end, value }];
  });
}
