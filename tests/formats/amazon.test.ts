import { expect, test } from "vitest";
import { awsBda } from "../../src/formats/aws-bda.js";
import { awsPca } from "../../src/formats/aws-pca.js";
import { awsTranscribe } from "../../src/formats/aws-transcribe.js";
import { callAnalytics } from "../../src/formats/call-analytics.js";
import { contactLensVoice } from "../../src/formats/contact-lens-voice.js";
import { jsonDocument, told } from "./document-of.js";

const turn = (fields: object) => ({
  Content: "Hello",
  BeginOffsetMillis: 100,
  EndOffsetMillis: 900,
  ...fields,
});

// biome-ignore format: one row, one case
test.each([
  ["the role stands on the turn", turn({ ParticipantRole: "AGENT" }), ["AGENT (agent) 100-900: Hello"]],
  ["offsets as strings count", turn({ ParticipantRole: "CUSTOMER", BeginOffsetMillis: "100" }), ["CUSTOMER (customer) 100-900: Hello"]],
  ["offsets that are no numbers do not", turn({ ParticipantRole: "CUSTOMER", BeginOffsetMillis: "NaN" }), ["CUSTOMER (customer) -900: Hello", "! lost-time"]],
  ["a turn without words is told", turn({ ParticipantRole: "AGENT", Content: " " }), ["! lost-rows", "! no-turns"]],
])("call-analytics: %s", (_, each, expected) => {
  expect(told(callAnalytics, jsonDocument({ JobName: "j", Transcript: [each] }))).toEqual(expected);
});

test("call-analytics keeps what the vendor measured, under its name", () => {
  const by = "Amazon Transcribe Call Analytics";
  const json = {
    Transcript: [turn({ ParticipantRole: "AGENT", Sentiment: "NEGATIVE", LoudnessScores: [80, null, "81"] })],
    ConversationCharacteristics: {
      Interruptions: {
        TotalCount: 1,
        InterruptionsByInterrupter: {
          AGENT: [{ BeginOffsetMillis: 1, EndOffsetMillis: 3, DurationMillis: 2 }],
        },
      },
      NonTalkTime: { Instances: [{ BeginOffsetMillis: 5, EndOffsetMillis: 9, DurationMillis: 4 }] },
    },
  };
  expect(callAnalytics.read(jsonDocument(json)).conversations[0]?.measured).toEqual([
    { by, what: "interruption", role: "agent", start: 1, end: 3, value: 2 },
    { by, what: "interruption-count", value: 1 },
    { by, what: "non-talk-time", start: 5, end: 9, value: 4 },
    { by, what: "sentiment", role: "agent", start: 100, end: 900, value: "NEGATIVE" },
    { by, what: "loudness", role: "agent", start: 100, end: 900, value: 80.5 },
  ]);
});

// biome-ignore format: one row, one case
test.each([
  ["roles are joined by id", [{ ParticipantId: "7", ParticipantRole: "AGENT" }], "7", ["7 (agent) 100-900: Hello"]],
  ["an id that is a role word is one", [], "CUSTOMER", ["CUSTOMER (customer) 100-900: Hello"]],
  ["an id that nobody explains has no role", [], "x-9", ["x-9 100-900: Hello"]],
])("contact-lens-voice: %s", (_, participants, id, expected) => {
  const json = { Version: "VOICE-2022-11-30", Participants: participants, Transcript: [turn({ ParticipantId: id })] };
  expect(told(contactLensVoice, jsonDocument(json))).toEqual(expected);
});

// biome-ignore format: one row, one case
test.each([
  ["0a-1_analysis_2026-03-02T10:20:30Z.json", "0a-1", 1_772_446_830_000],
  ["0a-1_analysis_redacted_2026-03-02T10_20_30Z.json", "0a-1", 1_772_446_830_000],
  ["call.json", undefined, undefined],
])("contact-lens-voice takes contact and date from the name %s", (name, id, startedAt) => {
  const json = { Version: "VOICE-2022-11-30", Transcript: [turn({ ParticipantId: "AGENT" })] };
  const [conversation] = contactLensVoice.read(jsonDocument(json, name)).conversations;
  expect([conversation?.id, conversation?.startedAt]).toEqual([id, startedAt]);
});

const word = (content: string, start: string, end: string, more = {}) => ({
  type: "pronunciation",
  alternatives: [{ content, confidence: "1.0" }],
  start_time: start,
  end_time: end,
  ...more,
});
const mark = (content: string) => ({ type: "punctuation", alternatives: [{ content, confidence: "0.0" }] });
const results = (more: object) => jsonDocument({ results: { transcripts: [{ transcript: "" }], ...more } });

// biome-ignore format: one row, one case
test.each([
  ["punctuation joins the word before", { items: [word("Hello", "0.5", "1", { speaker_label: "spk_0" }), mark(".")] }, ["spk_0 500-1000: Hello."]],
  ["a change of speaker is a new utterance", { items: [word("Hello", "0.5", "1", { speaker_label: "spk_0" }), word("Hi", "1.1", "1.3", { speaker_label: "spk_1" })] }, ["spk_0 500-1000: Hello", "spk_1 1100-1300: Hi"]],
  ["a pause is one too", { items: [word("Hello", "0.5", "1", { speaker_label: "spk_0" }), word("you", "2.1", "2.3", { speaker_label: "spk_0" })] }, ["spk_0 500-1000: Hello", "spk_0 2100-2300: you"]],
  ["labels in segments are joined by time", { items: [word("Hello", "0.5", "1")], speaker_labels: { segments: [{ speaker_label: "spk_1", items: [{ start_time: "0.5" }] }] } }, ["spk_1 500-1000: Hello"]],
  ["an empty label is looked up there", { items: [word("Hello", "0.5", "1", { speaker_label: "" })], speaker_labels: { segments: [{ speaker_label: "spk_1", items: [{ start_time: "0.5" }] }] } }, ["spk_1 500-1000: Hello"]],
  ["channels are read apart", { items: [], channel_labels: { channels: [{ channel_label: "ch_0", items: [word("Hello", "0.5", "2")] }, { channel_label: "ch_1", items: [word("Hi", "1.0", "1.3"), mark("!")] }] } }, ["ch_0 500-2000: Hello", "ch_1 1000-1300: Hi!"]],
  ["without any there are no names", { items: [word("Hello", "0.5", "1")] }, ["? 500-1000: Hello"]],
  ["a language without spaces has none", { language_code: "ja-JP", items: [word("もし", "0.5", "1"), word("もし", "1", "1.2"), mark("。")] }, ["? 500-1200: もしもし。"]],
])("aws-transcribe: %s", (_, more, expected) => {
  expect(told(awsTranscribe, results(more))).toEqual(expected);
});

test("aws-pca: labels are names, not roles, and flags are kept beside", () => {
  const segment = {
    SegmentSpeaker: "spk_0",
    SegmentStartTime: 1,
    SegmentEndTime: "2.5",
    DisplayText: "Hello",
    SegmentInterruption: true,
  };
  const json = {
    ConversationAnalytics: { Agent: "None", SpeakerLabels: [{ Speaker: "spk_0", DisplayText: "Agent" }] },
    SpeechSegments: [segment],
  };
  expect(told(awsPca, jsonDocument(json))).toEqual(["Agent 1000-2500: Hello"]);
  const [conversation] = awsPca.read(jsonDocument(json)).conversations;
  expect(conversation?.agent).toBeUndefined();
  expect(conversation?.measured).toEqual([
    { by: "Amazon Post Call Analytics", what: "interruption", start: 1_000, end: 2_500, value: "Agent" },
  ]);
});

// biome-ignore format: one row, one case
test.each([
  ["standard output is read", { audio_segments: [{ start_timestamp_millis: 5, end_timestamp_millis: 9, text: "Hello", speaker: { speaker_label: "spk_1" } }] }, ["spk_1 5-9: Hello"]],
  ["custom output is refused by name", { matched_blueprint: {}, inference_result: { call_summary: "x" } }, ["! summary-only"]],
])("aws-bda: %s", (_, json, expected) => {
  expect(awsBda.sniff(jsonDocument(json)).confidence).toBeGreaterThan(0.9);
  expect(told(awsBda, jsonDocument(json))).toEqual(expected);
});
