import type { Format, Written } from "../model/index.js";
import { call, overlapSeen } from "./shared/call.js";
import { dig, get, isObject, list, said, str, textOf } from "./shared/json.js";
import { type Notes, needed, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { seconds } from "./shared/times.js";
import { joinerOf, utterances, type Word } from "./shared/words.js";

/** The standard output of Amazon Transcribe, with speaker labels, with channels, or with neither. */
export const awsTranscribe: Format = {
  name: "aws-transcribe",
  title: "Amazon Transcribe",
  status: "fixture",
  about: {
    recognised: "`results.transcripts[]` and `results.items[]`",
    roles: "labels only (`spk_0`, `ch_0`)",
    times: "start and end of each word, seconds as strings",
    overlap: "between channels only",
    traps:
      "punctuation has no time; old files name the speaker in segments only; an empty label is looked up there; the count of speakers is not trusted",
  },

  sniff({ json }) {
    const results = get(json, "results");
    if (!isObject(results) || !Array.isArray(results.items) || !Array.isArray(results.transcripts)) return no;
    return yes(0.97, "results.transcripts[] and results.items[]");
  },

  read({ json }) {
    const found = notes();
    const results = get(json, "results");
    const language = said(get(results, "language_code")) ?? said(get(json, "language_code"));
    const channels = list(dig(results, "channel_labels", "channels"));
    const rows =
      channels.length > 0 ? byChannel(channels, language, found) : bySpeaker(results, language, found);
    return call(rows, found, {
      id: said(get(json, "jobName")),
      language,
      overlaps: channels.length > 1 || overlapSeen(rows),
    });
  },
};

function byChannel(
  channels: readonly unknown[],
  language: string | undefined,
  found: Notes,
): readonly Written[] {
  const rows = channels.flatMap(channel => {
    const label = said(get(channel, "channel_label")) ?? "";
    return utterances(
      needed(channel, "items", found, label).map(item => wordOf(item, label)),
      found,
      joinerOf(language),
    );
  });
  return rows.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

function bySpeaker(results: unknown, language: string | undefined, found: Notes): readonly Written[] {
  const labels = segmentLabels(results);
  const words = needed(results, "items", found).map(item => {
    const glue = get(item, "type") === "punctuation";
    const label = said(get(item, "speaker_label")) ?? labels.get(str(get(item, "start_time")));
    return wordOf(item, label ?? (glue || labels.size === 0 ? undefined : ""));
  });
  return utterances(words, found, joinerOf(language));
}

/** Older files label segments and their items, not the words: joined by the time of start. */
function segmentLabels(results: unknown): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const segment of list(dig(results, "speaker_labels", "segments"))) {
    const whole = said(get(segment, "speaker_label"));
    for (const item of list(get(segment, "items"))) {
      const label = said(get(item, "speaker_label")) ?? whole;
      if (label !== undefined) labels.set(str(get(item, "start_time")), label);
    }
  }
  return labels;
}

function wordOf(item: unknown, speaker: string | undefined): Word {
  return {
    text: textOf(get(list(get(item, "alternatives"))[0], "content")),
    speaker,
    start: seconds(get(item, "start_time")),
    end: seconds(get(item, "end_time")),
    glue: get(item, "type") === "punctuation",
  };
}
