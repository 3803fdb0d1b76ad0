import type { Format, Written } from "../model/index.js";
import { call, overlapSeen, row } from "./shared/call.js";
import { dig, get, isObject, list, said } from "./shared/json.js";
import { type Notes, notes, refuse } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { millis } from "./shared/times.js";

/** Bedrock Data Automation: its standard output for audio; the custom one holds only summaries and is refused by name. */
export const awsBda: Format = {
  name: "aws-bda",
  title: "Amazon Bedrock Data Automation",
  status: "documented",
  about: {
    recognised:
      "`audio_segments[]` with times in ms; custom output by `matched_blueprint` and `inference_result`",
    roles: "labels only",
    times: "start and end, ms",
    overlap: "between channels",
    traps: "custom output has no turns: refused, naming what to export instead",
  },

  sniff({ json }) {
    if (isObject(get(json, "inference_result")) && get(json, "matched_blueprint") !== undefined) {
      return yes(0.97, "matched_blueprint and inference_result: custom output");
    }
    const first = list(get(json, "audio_segments"))[0];
    const known = get(first, "start_timestamp_millis") !== undefined;
    return known ? yes(0.97, "audio_segments[] with start_timestamp_millis") : no;
  },

  read({ json }) {
    if (!Array.isArray(get(json, "audio_segments"))) {
      const message =
        "Unexpected custom output (summaries without turns), expected the standard output of Bedrock Data Automation with `audio_segments[]`";
      return refuse("summary-only", message);
    }
    const found = notes();
    const segments = list(get(json, "audio_segments"));
    const rows = segments.flatMap((segment, index) => rowOf(segment, `audio_segments[${index}]`, found));
    const channels = new Set(segments.map(segment => said(dig(segment, "channel", "channel_label"))));
    return call(rows, found, {
      id: said(dig(json, "metadata", "asset_id")),
      language: said(dig(json, "metadata", "dominant_asset_language"))?.toLowerCase(),
      overlaps: channels.size > 1 || overlapSeen(rows),
    });
  },
};

function rowOf(segment: unknown, where: string, found: Notes): readonly Written[] {
  const text = said(get(segment, "text"));
  if (text === undefined) {
    found.add("lost-rows", "Unexpected segment without `text`, expected its words", where);
    return [];
  }
  const speaker =
    said(dig(segment, "speaker", "speaker_label")) ?? said(dig(segment, "channel", "channel_label")) ?? "";
  const start = millis(get(segment, "start_timestamp_millis"));
  return [row({ speaker, text, start, end: millis(get(segment, "end_timestamp_millis")) })];
}
