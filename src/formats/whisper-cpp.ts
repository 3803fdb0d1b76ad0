import type { Format, Written } from "../model/index.js";
import { call, row } from "./shared/call.js";
import { dig, get, isObject, list, said, str } from "./shared/json.js";
import { speakerLabel } from "./shared/labels.js";
import { withoutLoops } from "./shared/loops.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { soundOnly } from "./shared/sounds.js";
import { clock, millis } from "./shared/times.js";

/** The JSON of whisper.cpp (`-oj`), with speakers where it ran with `-di`. */
export const whisperCpp: Format = {
  name: "whisper-cpp",
  title: "whisper.cpp",
  status: "documented",
  about: {
    recognised: "`transcription[]` with `offsets` or `timestamps` from–to",
    roles: "channel numbers only, with `-di`",
    times: "start and end of each segment, ms",
    overlap: "no",
    traps:
      '`speaker` "?" is nobody; turn marks of `-tdrz` name nobody; a sentence repeated on silence is dropped and told',
  },

  sniff({ json }) {
    const first = list(get(json, "transcription"))[0];
    if (!isObject(first) || (!isObject(first.offsets) && !isObject(first.timestamps))) return no;
    return yes(0.97, "transcription[] with offsets");
  },

  read({ json }) {
    const found = notes();
    const language = said(dig(json, "result", "language"));
    const segments = list(get(json, "transcription"));
    const rows = segments.flatMap((segment, index) => rowOf(segment, `transcription[${index}]`, found));
    return call(withoutLoops(rows, found), found, { language, overlaps: false });
  },
};

function rowOf(segment: unknown, where: string, found: Notes): readonly Written[] {
  const text = str(get(segment, "text")).trim();
  if (text === "") {
    found.add("empty-segment", "Unexpected segment without `text`, expected its words", where, "note");
    return [];
  }
  const label = said(get(segment, "speaker"));
  const start = millis(dig(segment, "offsets", "from")) ?? clock(str(dig(segment, "timestamps", "from")));
  const end = millis(dig(segment, "offsets", "to")) ?? clock(str(dig(segment, "timestamps", "to")));
  const kind = soundOnly(text) ? "event" : undefined;
  return [row({ speaker: label === "?" ? "" : speakerLabel(label), kind, text, start, end })];
}
