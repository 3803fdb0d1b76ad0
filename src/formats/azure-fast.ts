import type { Format, Written } from "../model/index.js";
import { call, overlapSeen, row } from "./shared/call.js";
import { get, isObject, list, said } from "./shared/json.js";
import { speakerLabel } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { endAfter, millis } from "./shared/times.js";

/** Azure AI Speech, fast transcription. */
export const azureFast: Format = {
  name: "azure-fast",
  title: "Azure AI Speech, fast transcription",
  status: "documented",
  about: {
    recognised: "`phrases[]` with `offsetMilliseconds`, beside `combinedPhrases[]`",
    roles: "numbered speakers and channels only",
    times: "start and end of each phrase, ms",
    overlap: "between channels",
    traps: "the whole text again in `combinedPhrases` is not read twice; phrases are sorted by time",
  },

  sniff({ json }) {
    const first = list(get(json, "phrases"))[0];
    if (!isObject(first) || first.offsetMilliseconds === undefined) return no;
    return yes(get(json, "combinedPhrases") === undefined ? 0.9 : 0.97, "phrases[] with offsetMilliseconds");
  },

  read({ json }) {
    const found = notes();
    const phrases = list(get(json, "phrases"));
    const several = new Set(phrases.map(phrase => said(get(phrase, "channel")))).size > 1;
    const rows = phrases
      .flatMap((phrase, index) => rowOf(phrase, several, `phrases[${index}]`, found))
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    return call(rows, found, {
      language: said(get(phrases[0], "locale")),
      overlaps: several || overlapSeen(rows),
    });
  },
};

function rowOf(phrase: unknown, several: boolean, where: string, found: Notes): readonly Written[] {
  const text = said(get(phrase, "text"));
  if (text === undefined) {
    found.add("empty-phrase", "Unexpected phrase without `text`, expected words", where, "note");
    return [];
  }
  const channel = several ? speakerLabel(get(phrase, "channel"), "Channel") : "";
  const start = millis(get(phrase, "offsetMilliseconds"));
  const length = millis(get(phrase, "durationMilliseconds"));
  const end = endAfter(start, length);
  return [row({ speaker: `${channel} ${speakerLabel(get(phrase, "speaker"))}`.trim(), text, start, end })];
}
