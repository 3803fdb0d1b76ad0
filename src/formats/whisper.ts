import type { Format, Written } from "../model/index.js";
import { call, row } from "./shared/call.js";
import { get, isObject, list, said, str, textOf } from "./shared/json.js";
import { speakerLabel } from "./shared/labels.js";
import { withoutLoops } from "./shared/loops.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { soundOnly } from "./shared/sounds.js";
import { seconds } from "./shared/times.js";
import { speakerKey } from "./shared/turn-who.js";
import { joinerOf, utterances } from "./shared/words.js";

/** Whisper's JSON: OpenAI `verbose_json` and `diarized_json`, whisper-timestamped, WhisperX. */
export const whisper: Format = {
  name: "whisper",
  title: "Whisper, whisper-timestamped, WhisperX",
  status: "real",
  about: {
    recognised:
      "`segments[]` with `start`, `end` and `text`, with `language`, `word_segments` or the model's figures beside",
    roles: "labels only, and only where diarised (`SPEAKER_00`)",
    times: "start and end of each segment, seconds",
    overlap: "no",
    traps:
      "numbers as strings; words without times; a segment that mixes speakers is cut by its words; a sentence repeated on silence is dropped and told; without diarisation there are no speakers",
  },

  sniff({ json }) {
    const first = list(get(json, "segments"))[0];
    if (!isObject(first) || typeof first.text !== "string" || seconds(first.start) === undefined) return no;
    if (Array.isArray(get(json, "word_segments"))) return yes(0.97, "segments[] and word_segments[]");
    const figures = ["avg_logprob", "no_speech_prob", "seek", "words"].some(key => key in first);
    const named = ["language", "task", "text"].some(key => get(json, key) !== undefined);
    if (figures || named) return yes(figures && named ? 0.95 : 0.85, "segments[] with start, end and text");
    // Whisper knows nobody by another name than this.
    if (speakerKey(first) !== undefined && first.speaker === undefined) return no;
    return yes(0.7, "segments[] with start, end and text, nothing else of Whisper");
  },

  read({ json }) {
    const found = notes();
    const language = languageOf(get(json, "language"));
    const segments = list(get(json, "segments"));
    const rows = segments.flatMap((segment, index) => rowsOf(segment, language, `segments[${index}]`, found));
    return call(withoutLoops(rows, found), found, { language, overlaps: false });
  },
};

const NAMES: ReadonlyMap<string, string> = new Map(
  "english en,spanish es,french fr,german de,portuguese pt,italian it,dutch nl,polish pl,japanese ja,chinese zh,korean ko,russian ru"
    .split(",")
    .map(pair => [pair.slice(0, -3), pair.slice(-2)]),
);

/** OpenAI's API names the language in English, the others give its code. */
function languageOf(value: unknown): string | undefined {
  const language = said(value);
  return language === undefined ? undefined : (NAMES.get(language.toLowerCase()) ?? language);
}

function rowsOf(
  segment: unknown,
  language: string | undefined,
  where: string,
  found: Notes,
): readonly Written[] {
  const words = list(get(segment, "words"));
  const speakers = new Set(
    words.map(word => said(get(word, "speaker"))).filter(speaker => speaker !== undefined),
  );
  if (speakers.size > 1) return byWords(words, language, found);
  const text = str(get(segment, "text")).trim();
  if (text === "") {
    if (words.length > 0) return byWords(words, language, found);
    found.add("empty-segment", "Unexpected segment without `text`, expected its words", where, "note");
    return [];
  }
  const speaker = speakerLabel(get(segment, "speaker") ?? [...speakers][0]);
  const kind = soundOnly(text) ? "event" : undefined;
  return [
    row({ speaker, kind, text, start: seconds(get(segment, "start")), end: seconds(get(segment, "end")) }),
  ];
}

/** Words that WhisperX could not align have neither time nor speaker: they go with the one before. */
function byWords(words: readonly unknown[], language: string | undefined, found: Notes): readonly Written[] {
  const spoken = words.map(word => ({
    text: textOf(get(word, "word") ?? get(word, "text"))?.trim(),
    speaker: said(get(word, "speaker")) === undefined ? undefined : speakerLabel(get(word, "speaker")),
    start: seconds(get(word, "start")),
    end: seconds(get(word, "end")),
  }));
  const first = spoken.find(({ speaker }) => speaker !== undefined)?.speaker;
  return utterances(
    spoken.map((word, index) => (index === 0 ? { ...word, speaker: word.speaker ?? first } : word)),
    found,
    joinerOf(language),
  );
}
