import type { Format, Written } from "../model/index.js";
import { call, overlapSeen, row } from "./shared/call.js";
import { dig, get, isObject, list, said } from "./shared/json.js";
import { speakerLabel } from "./shared/labels.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { seconds } from "./shared/times.js";

/** Gladia: a recording's result, or the final messages of a live session. */
export const gladia: Format = {
  name: "gladia",
  title: "Gladia",
  status: "documented",
  surest: 0.96,
  about: {
    recognised: '`result.transcription.utterances[]`; live `type: "transcript"` with `data.utterance`',
    roles: "numbered speakers and channels only",
    times: "start and end of each utterance, seconds",
    overlap: "between channels",
    traps: "partial live messages are dropped; the words inside utterances are not read twice",
  },

  sniff({ json }) {
    if (liveOf(json).length > 0) return yes(0.95, 'messages of type "transcript" with data.utterance');
    const first = utterancesOf(json)[0];
    if (!isObject(first) || first.text === undefined || first.start === undefined) return no;
    const nested = get(json, "result") !== undefined || get(json, "transcription") !== undefined;
    return nested ? yes(0.96, "transcription.utterances[]") : no;
  },

  read({ json }) {
    const found = notes();
    const live = liveOf(json);
    const final = live
      .filter(message => dig(message, "data", "is_final") === true)
      .map(message => dig(message, "data", "utterance"));
    const spoken = live.length > 0 ? final : utterancesOf(json);
    const several = new Set(spoken.map(each => said(get(each, "channel")))).size > 1;
    const rows = spoken
      .flatMap((each, index) => rowOf(each, several, `utterances[${index}]`, found))
      .sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
    return call(rows, found, {
      id: said(get(json, "id")),
      language: said(get(spoken[0], "language")),
      overlaps: several || overlapSeen(rows),
    });
  },
};

function utterancesOf(json: unknown): readonly unknown[] {
  const inside = list(dig(json, "result", "transcription", "utterances"));
  return inside.length > 0 ? inside : list(dig(json, "transcription", "utterances"));
}

function liveOf(json: unknown): readonly unknown[] {
  const messages = Array.isArray(json) ? json : [json];
  return messages.filter(
    message => get(message, "type") === "transcript" && isObject(dig(message, "data", "utterance")),
  );
}

function rowOf(each: unknown, several: boolean, where: string, found: Notes): readonly Written[] {
  const text = said(get(each, "text"));
  if (text === undefined) {
    found.add("lost-rows", "Unexpected utterance without `text`, expected its words", where);
    return [];
  }
  const channel = several ? speakerLabel(get(each, "channel"), "Channel") : "";
  const speaker = `${channel} ${speakerLabel(get(each, "speaker"))}`.trim();
  return [row({ speaker, text, start: seconds(get(each, "start")), end: seconds(get(each, "end")) })];
}
