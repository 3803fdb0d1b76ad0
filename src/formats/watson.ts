import type { Format, Written } from "../model/index.js";
import { call, row } from "./shared/call.js";
import { get, isObject, list, said, textOf } from "./shared/json.js";
import { speakerLabel } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { seconds } from "./shared/times.js";
import { utterances, type Word } from "./shared/words.js";

/** IBM Watson Speech to Text. */
export const watson: Format = {
  name: "watson",
  title: "IBM Watson Speech to Text",
  status: "documented",
  about: {
    recognised: "`results[].alternatives[].timestamps` or `speaker_labels[]`",
    roles: "numbered speakers only",
    times: "start and end of each word, seconds",
    overlap: "no",
    traps:
      "speakers stand apart from words and are joined by equal starts; dumps nest `results[0].results[]`; partial results are dropped; %HESITATION is no word",
  },

  sniff({ json }) {
    const answer = answerOf(json);
    const best = list(get(list(get(answer, "results"))[0], "alternatives"))[0];
    if (!isObject(best) || typeof best.transcript !== "string") return no;
    if (Array.isArray(best.timestamps) || Array.isArray(get(answer, "speaker_labels")))
      return yes(0.96, "alternatives[].timestamps or speaker_labels[]");
    return get(answer, "result_index") === undefined ? no : yes(0.9, "result_index");
  },

  read({ json }) {
    const found = notes();
    const answer = answerOf(json);
    const labels = new Map<number | undefined, string>();
    for (const label of list(get(answer, "speaker_labels"))) {
      labels.set(seconds(get(label, "from")), speakerLabel(get(label, "speaker")));
    }
    const rows = list(get(answer, "results"))
      .filter(result => get(result, "final") !== false)
      .flatMap(result => rowsOf(list(get(result, "alternatives"))[0], labels, found));
    return call(rows, found, { overlaps: false });
  },
};

function answerOf(json: unknown): unknown {
  const inner = list(get(json, "results"))[0];
  return Array.isArray(get(inner, "results")) ? inner : json;
}

function rowsOf(
  best: unknown,
  labels: ReadonlyMap<number | undefined, string>,
  found: Notes,
): readonly Written[] {
  const words = list(get(best, "timestamps")).map((stamp): Word => {
    const [word, from, to] = list(stamp);
    const start = seconds(from);
    return {
      text: word === "%HESITATION" ? "" : textOf(word),
      speaker: labels.get(start) ?? (labels.size > 0 ? undefined : ""),
      start,
      end: seconds(to),
    };
  });
  if (words.length > 0) return utterances(words, found);
  const text = said(get(best, "transcript"));
  if (text === undefined) {
    found.add("lost-rows", "Unexpected result without a transcript, expected what was said");
    return [];
  }
  return [row({ speaker: "", text })];
}
