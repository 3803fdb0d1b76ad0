import type { Format, Measured, Written } from "../model/index.js";
import { call, row } from "./shared/call.js";
import { get, isObject, list, num, said } from "./shared/json.js";
import { roleOf } from "./shared/labels.js";
import { type Notes, notes, refuse } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { soundOnly } from "./shared/sounds.js";
import { endAfter, millis } from "./shared/times.js";

/** The Harper Valley bank corpus (Gridspace and Stanford). */
export const harperValley: Format = {
  name: "harper-valley",
  title: "Harper Valley bank corpus",
  status: "real",
  about: {
    recognised: "an array with `speaker_role`, `start_ms` and `human_transcript`",
    roles: "given: agent and caller",
    times: "start and duration, ms",
    overlap: "kept: a channel for each side",
    traps:
      "three clocks: `start_ms` counts, `offset_ms` runs by channel; the human transcript goes before the recognised one; `[noise]` is an event; its metadata files hold no turns",
  },

  sniff({ json }) {
    const first = list(json)[0];
    if (isObject(first) && first.speaker_role !== undefined && first.start_ms !== undefined)
      return yes(0.97, "speaker_role and start_ms");
    return isMetadata(json) ? yes(0.9, "metadata of a call: sid, tasks, agent and caller") : no;
  },

  read(document) {
    const { json } = document;
    if (isMetadata(json))
      return refuse("no-turns", "Unexpected metadata of a call, expected its transcript (an array of turns)");
    const found = notes();
    const turns = list(json);
    const rows = turns.flatMap((turn, index) => rowOf(turn, `[${index}]`, found));
    const [moment, offset] = [num(get(turns[0], "start_timestamp_ms")), num(get(turns[0], "start_ms"))];
    return call(rows, found, {
      id: /^[0-9a-f]{8,40}(?=\.json$)/.exec(document.name)?.[0],
      language: "en",
      startedAt: moment === undefined || offset === undefined ? undefined : Math.round(moment - offset),
      overlaps: true,
      measured: turns.flatMap(emotionOf),
    });
  },
};

function isMetadata(json: unknown): boolean {
  return ["sid", "tasks", "agent", "caller"].every(key => get(json, key) !== undefined);
}

function rowOf(turn: unknown, where: string, found: Notes): readonly Written[] {
  const text = said(get(turn, "human_transcript")) ?? said(get(turn, "transcript"));
  if (text === undefined) {
    found.add("lost-rows", "Unexpected turn without `human_transcript`, expected its words", where);
    return [];
  }
  const speaker = said(get(turn, "speaker_role")) ?? "";
  const { start, end } = placeOf(turn);
  return [
    row({ speaker, role: roleOf(speaker), kind: soundOnly(text) ? "event" : undefined, text, start, end }),
  ];
}

function placeOf(turn: unknown): { readonly start: number | undefined; readonly end: number | undefined } {
  const start = millis(get(turn, "start_ms"));
  const length = millis(get(turn, "duration_ms"));
  return { start, end: endAfter(start, length) };
}

/** Shares of negative, neutral and positive, as a list or by name: the largest is kept. */
function emotionOf(turn: unknown): readonly Measured[] {
  const emotion = get(turn, "emotion");
  const names = ["negative", "neutral", "positive"];
  const shares = names.map((name, index) => num(list(emotion)[index] ?? get(emotion, name)) ?? -1);
  const most = Math.max(...shares);
  const { start, end } = placeOf(turn);
  if (most < 0 || start === undefined || end === undefined) return [];
  const role = roleOf(get(turn, "speaker_role"));
  const value = names[shares.indexOf(most)] ?? "";
  return [{ by: "Harper Valley", what: "emotion", ...(role ? { role } : {}), start, end, value }];
}
