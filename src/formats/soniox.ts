import type { Format } from "../model/index.js";
import { call, overlapSeen } from "./shared/call.js";
import { get, isObject, list, said, str, textOf } from "./shared/json.js";
import { speakerLabel } from "./shared/labels.js";
import { notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { millis } from "./shared/times.js";
import { utterances } from "./shared/words.js";

/** Soniox: tokens, which are parts of words with their spaces in front. */
export const soniox: Format = {
  name: "soniox",
  title: "Soniox",
  status: "documented",
  about: {
    recognised: "`tokens[]` with `start_ms`",
    roles: "numbered speakers only",
    times: "start and end of each token, ms",
    overlap: "no",
    traps: "tokens join without spaces of ours; partial tokens, translations and control tokens are dropped",
  },

  sniff({ json }) {
    const first = list(get(json, "tokens")).find(token => get(token, "start_ms") !== undefined);
    return isObject(first) && typeof first.text === "string" ? yes(0.96, "tokens[] with start_ms") : no;
  },

  read({ json }) {
    const found = notes();
    const spoken = list(get(json, "tokens")).filter(
      token =>
        get(token, "is_final") !== false &&
        get(token, "translation_status") !== "translation" &&
        !/^<(?:end|fin)>$/.test(str(get(token, "text"))),
    );
    const rows = utterances(
      spoken.map(token => ({
        text: textOf(get(token, "text")),
        speaker: speakerLabel(get(token, "speaker")),
        start: millis(get(token, "start_ms")),
        end: millis(get(token, "end_ms")),
      })),
      found,
      "",
    );
    return call(rows, found, {
      id: said(get(json, "id")),
      language: said(get(spoken[0], "language")),
      overlaps: overlapSeen(rows),
    });
  },
};
