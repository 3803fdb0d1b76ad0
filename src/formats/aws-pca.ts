import type { Format, Measured, Written } from "../model/index.js";
import { call, metadata, row } from "./shared/call.js";
import { dig, get, list, num, said, str } from "./shared/json.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { seconds } from "./shared/times.js";

const BY = "Amazon Post Call Analytics";

/** Interim results of the AWS solution Post Call Analytics (PCA). */
export const awsPca: Format = {
  name: "aws-pca",
  title: "Amazon Post Call Analytics (PCA)",
  status: "real",
  about: {
    recognised: "`ConversationAnalytics` and `SpeechSegments[]`",
    roles: "names only: «Agent» comes from the order of channels and can be swapped",
    times: "start and end, seconds",
    overlap: "kept; the vendor's interruption flags are kept beside",
    traps: 'labels are not trusted as roles; "None" stands for nothing; the date has no zone',
  },

  sniff: ({ json }) =>
    get(json, "ConversationAnalytics") !== undefined && Array.isArray(get(json, "SpeechSegments"))
      ? yes(0.98, "ConversationAnalytics and SpeechSegments[]")
      : no,

  read({ json }) {
    const found = notes();
    const analytics = get(json, "ConversationAnalytics");
    const names = namesOf(analytics);
    const segments = list(get(json, "SpeechSegments"));
    const rows = segments.flatMap((segment, index) =>
      rowOf(segment, names, `SpeechSegments[${index}]`, found),
    );
    return call(rows, found, {
      id: something(get(analytics, "GUID")),
      agent: something(get(analytics, "Agent")),
      language: said(get(analytics, "LanguageCode")),
      overlaps: true,
      metadata: metadata({
        date: something(get(analytics, "ConversationTime")),
        zone: something(get(analytics, "ConversationLocation")),
      }),
      measured: [...segments.flatMap(segment => measuredOf(segment, names)), ...silences(analytics)],
    });
  },
};

/** Python's None, written out. */
function something(value: unknown): string | undefined {
  const text = said(value);
  return text === "None" ? undefined : text;
}

function namesOf(analytics: unknown): ReadonlyMap<string, string> {
  const labels = list(get(analytics, "SpeakerLabels"));
  return new Map(labels.map(label => [str(get(label, "Speaker")), str(get(label, "DisplayText"))]));
}

function nameOf(segment: unknown, names: ReadonlyMap<string, string>): string {
  const label = said(get(segment, "SegmentSpeaker")) ?? "";
  return names.get(label) || label;
}

function rowOf(
  segment: unknown,
  names: ReadonlyMap<string, string>,
  where: string,
  found: Notes,
): readonly Written[] {
  const text = said(get(segment, "DisplayText")) ?? said(get(segment, "OriginalText"));
  if (text === undefined) {
    found.add("lost-rows", "Unexpected segment without `DisplayText`, expected its words", where);
    return [];
  }
  const start = seconds(get(segment, "SegmentStartTime"));
  return [
    row({ speaker: nameOf(segment, names), text, start, end: seconds(get(segment, "SegmentEndTime")) }),
  ];
}

/** No role: the label may be wrong, so the speaker is named in the value. */
function measuredOf(segment: unknown, names: ReadonlyMap<string, string>): readonly Measured[] {
  const start = seconds(get(segment, "SegmentStartTime"));
  const end = seconds(get(segment, "SegmentEndTime"));
  if (start === undefined || end === undefined) return [];
  const score = num(get(segment, "SentimentScore"));
  const scored = get(segment, "SentimentIsPositive") === 1 || get(segment, "SentimentIsNegative") === 1;
  return [
    ...(get(segment, "SegmentInterruption") === true
      ? [{ by: BY, what: "interruption", start, end, value: nameOf(segment, names) }]
      : []),
    ...(scored && score !== undefined ? [{ by: BY, what: "sentiment", start, end, value: score }] : []),
  ];
}

function silences(analytics: unknown): readonly Measured[] {
  return list(dig(analytics, "SpeakerTime", "NonTalkTime", "Instances")).flatMap(instance => {
    const start = seconds(get(instance, "BeginOffsetSecs"));
    const end = seconds(get(instance, "EndOffsetSecs"));
    return start === undefined || end === undefined ? [] : [{ by: BY, what: "non-talk-time", start, end }];
  });
}
