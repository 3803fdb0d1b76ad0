import type { Format, Written } from "../model/index.js";
import { call, overlapSeen, row } from "./shared/call.js";
import { get, isObject, list, num, said } from "./shared/json.js";
import { speakerLabel } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { endAfter, millis, seconds, span, ticks } from "./shared/times.js";

/** Azure AI Speech, batch transcription: v3 and later, the legacy v2, and the phrases of the Speech SDK. */
export const azureBatch: Format = {
  name: "azure-batch",
  title: "Azure AI Speech, batch",
  status: "fixture",
  about: {
    recognised:
      "`recognizedPhrases[]` with `nBest[]`; v2 `AudioFileResults[].SegmentResults[]`; SDK `RecognitionStatus` with `NBest`",
    roles: "numbered speakers and channels only",
    times: "start and end of each phrase: ms, ticks of 100 ns, or ISO durations",
    overlap: "between channels",
    traps:
      "phrases are grouped by channel and out of order: sorted; only `nBest[0]` counts, empty or not; the speaker may stand inside it; `source` may be signed and is never shown",
  },

  sniff({ json }) {
    if (Array.isArray(get(json, "recognizedPhrases"))) return yes(0.97, "recognizedPhrases[]");
    if (Array.isArray(get(list(get(json, "AudioFileResults"))[0], "SegmentResults")))
      return yes(0.97, "AudioFileResults[].SegmentResults[]");
    const first = Array.isArray(json) ? json[0] : undefined;
    const sdk = isObject(first) && first.RecognitionStatus !== undefined && first.Offset !== undefined;
    return sdk ? yes(0.95, "RecognitionStatus and Offset") : no;
  },

  read({ json }) {
    const found = notes();
    const phrases = phrasesOf(json);
    const several = new Set(phrases.map(channelOf)).size > 1;
    const rows = phrases
      .flatMap((phrase, index) => rowOf(phrase, several, `phrases[${index}]`, found))
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    return call(rows, found, {
      language: said(get(phrases[0], "locale")),
      overlaps: several || overlapSeen(rows),
    });
  },
};

function phrasesOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  const now = list(get(json, "recognizedPhrases"));
  return now.length > 0
    ? now
    : list(get(json, "AudioFileResults")).flatMap(file => list(get(file, "SegmentResults")));
}

function channelOf(phrase: unknown): string | undefined {
  return said(get(phrase, "channel") ?? get(phrase, "ChannelNumber") ?? get(phrase, "Channel"));
}

function rowOf(phrase: unknown, several: boolean, where: string, found: Notes): readonly Written[] {
  const status = said(get(phrase, "recognitionStatus") ?? get(phrase, "RecognitionStatus"));
  if (status !== undefined && status !== "Success") return [];
  const best = list(get(phrase, "nBest") ?? get(phrase, "NBest"))[0];
  const text = textOf(best) ?? textOf(phrase);
  if (text === undefined) {
    found.add("empty-phrase", "Unexpected phrase whose best reading is empty, expected words", where, "note");
    return [];
  }
  const speaker = speakerLabel(get(phrase, "speaker") ?? get(phrase, "SpeakerId") ?? get(best, "speaker"));
  const channel = several ? speakerLabel(channelOf(phrase), "Channel") : "";
  const start = startOf(phrase);
  const length = lengthOf(phrase);
  const end = endAfter(start, length);
  if (start === undefined)
    found.add("lost-time", "Unexpected phrase without a time, expected `offset`", where);
  return [row({ speaker: `${channel} ${speaker}`.trim(), text, start, end })];
}

/** Readable first: displayed, then with numbers in figures, then as spoken. */
function textOf(value: unknown): string | undefined {
  const names = [
    "display",
    "Display",
    "DisplayText",
    "itn",
    "ITN",
    "maskedITN",
    "maskedItn",
    "lexical",
    "Lexical",
  ];
  return names.map(name => said(get(value, name))).find(text => text !== undefined);
}

function startOf(phrase: unknown): number | undefined {
  return (
    millis(get(phrase, "offsetMilliseconds")) ??
    ticks(get(phrase, "offsetInTicks") ?? get(phrase, "Offset")) ??
    seconds(get(phrase, "OffsetInSeconds")) ??
    span(get(phrase, "offset"))
  );
}

function lengthOf(phrase: unknown): number | undefined {
  const ms =
    millis(get(phrase, "durationMilliseconds")) ??
    ticks(get(phrase, "durationInTicks") ?? get(phrase, "Duration"));
  return ms ?? seconds(num(get(phrase, "DurationInSeconds"))) ?? span(get(phrase, "duration"));
}
