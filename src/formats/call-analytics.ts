import type { Format, Written } from "../model/index.js";
import { characteristics, turnFacts } from "./shared/amazon.js";
import { call, metadata, row } from "./shared/call.js";
import { get, isObject, list, said, str } from "./shared/json.js";
import { roleOf } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { millis } from "./shared/times.js";

const BY = "Amazon Transcribe Call Analytics";

/** The post-call output of Amazon Transcribe Call Analytics. */
export const callAnalytics: Format = {
  name: "call-analytics",
  title: BY,
  status: "real",
  about: {
    recognised:
      "`Transcript[]` with `ParticipantRole` and offsets in ms, `JobName`, `ConversationCharacteristics`",
    roles: "given for each turn",
    times: "start and end, ms",
    overlap: "kept; the vendor's interruptions are kept beside",
    traps:
      "`Channel` is the medium; redacted words stay as `[PII]`; loudness may be null; turns without words are counted",
  },

  sniff({ json }) {
    const first = list(get(json, "Transcript"))[0];
    if (!isObject(first) || first.BeginOffsetMillis === undefined || first.ParticipantRole === undefined)
      return no;
    if (get(json, "Version") !== undefined || first.ParticipantId !== undefined) return no;
    const named =
      get(json, "JobName") !== undefined || get(json, "ConversationCharacteristics") !== undefined;
    return yes(
      named ? 0.97 : 0.85,
      "Transcript[] with ParticipantRole and BeginOffsetMillis, without ParticipantId",
    );
  },

  read({ json }) {
    const found = notes();
    const turns = list(get(json, "Transcript"));
    const rows = turns.flatMap((turn, index) => readTurn(turn, `Transcript[${index}]`, found));
    return call(rows, found, {
      id: said(get(json, "JobName")),
      language: said(get(json, "LanguageCode")),
      overlaps: true,
      metadata: metadata({ content: said(get(get(json, "ContentMetadata"), "Output")) }),
      measured: [
        ...characteristics(json, BY),
        ...turns.flatMap(turn => turnFacts(turn, BY, roleOf(get(turn, "ParticipantRole")))),
      ],
    });
  },
};

function readTurn(turn: unknown, where: string, found: Notes): readonly Written[] {
  const text = str(get(turn, "Content")).trim();
  if (text === "") {
    found.add("lost-rows", "Unexpected turn without `Content`, expected its words", where);
    return [];
  }
  const speaker = said(get(turn, "ParticipantRole")) ?? "";
  const start = millis(get(turn, "BeginOffsetMillis"));
  const end = millis(get(turn, "EndOffsetMillis"));
  if (start === undefined) {
    found.add("lost-time", "Unexpected turn without a time, expected `BeginOffsetMillis`", where);
  }
  return [row({ speaker, role: roleOf(speaker), text, start, end })];
}
