import { expect, test } from "vitest";
import { assemblyai } from "../../src/formats/assemblyai.js";
import { azureBatch } from "../../src/formats/azure-batch.js";
import { azureConversation } from "../../src/formats/azure-conversation.js";
import { azureFast } from "../../src/formats/azure-fast.js";
import { deepgram } from "../../src/formats/deepgram/index.js";
import { gladia } from "../../src/formats/gladia.js";
import { googleInsights } from "../../src/formats/google-insights.js";
import { googleStt } from "../../src/formats/google-stt.js";
import { rev } from "../../src/formats/rev.js";
import { soniox } from "../../src/formats/soniox.js";
import { speechmatics } from "../../src/formats/speechmatics.js";
import { watson } from "../../src/formats/watson.js";
import { whisper } from "../../src/formats/whisper.js";
import { whisperCpp } from "../../src/formats/whisper-cpp.js";
import type { Format } from "../../src/model/index.js";
import { jsonDocument, told } from "./document-of.js";

const dg = (word: string, start: number, end: number, speaker?: number) => ({ word, start, end, speaker });
const sm = (content: string, start: number, end: number, speaker: string, more = {}) => ({
  type: "word",
  start_time: start,
  end_time: end,
  alternatives: [{ content, speaker }],
  ...more,
});
const google = (word: string, startTime: unknown, endTime: unknown, speakerTag?: number) => ({
  word,
  startTime,
  endTime,
  speakerTag,
});
const loop = Array.from({ length: 6 }, (_, i) => ({ start: i, end: i + 1, text: " Thank you." }));

// biome-ignore format: one row, one case
const CASES: readonly (readonly [Format, string, unknown, readonly string[]])[] = [
  [deepgram, "an utterance that mixes speakers is cut by its words", { metadata: {}, results: { channels: [{ alternatives: [{}] }], utterances: [{ start: 0, end: 2, speaker: 1, transcript: "hello hi", words: [dg("hello", 0, 0.5, 1), dg("hi", 0.6, 1, 0)] }] } }, ["Speaker 1 0-500: hello", "Speaker 0 600-1000: hi"]],
  [deepgram, "words are read where there are no utterances", { metadata: {}, results: { channels: [{ alternatives: [{ words: [dg("hello", 2.3999999, 2.5, 0)] }] }] } }, ["Speaker 0 2400-2500: hello"]],
  [deepgram, "paragraphs where there are no words", { metadata: {}, results: { channels: [{ alternatives: [{ paragraphs: { paragraphs: [{ speaker: 2, sentences: [{ text: "Hello.", start: 1, end: 2 }] }] } }] }] } }, ["Speaker 2 1000-2000: Hello."]],
  [deepgram, "two channels tell the speakers apart", { metadata: {}, results: { channels: [{ alternatives: [{ words: [dg("hello", 0, 1)] }] }, { alternatives: [{ words: [dg("hi", 0.5, 2)] }] }] } }, ["Channel 0 0-1000: hello", "Channel 1 500-2000: hi"]],
  [deepgram, "of a live stream the final messages count", [{ is_final: false, channel: { alternatives: [{ words: [dg("hel", 0, 1)] }] } }, { is_final: true, channel: { alternatives: [{ words: [dg("hello", 0, 1)] }] } }], ["? 0-1000: hello"]],
  [assemblyai, "utterances go before words", { audio_duration: 2, words: [{ text: "hello", start: 1, end: 2 }], utterances: [{ speaker: "A", text: "Hello.", start: 1, end: 2 }] }, ["A 1-2: Hello."]],
  [assemblyai, "words stand in for utterances that are null", { audio_duration: 2, utterances: null, words: [{ text: "Hello.", start: 1, end: 2, speaker: "A" }, { text: "Hi.", start: 3, end: 4, speaker: "B" }] }, ["A 1-2: Hello.", "B 3-4: Hi."]],
  [assemblyai, "a failed transcription is refused", { audio_duration: 2, status: "error", utterances: null, words: [] }, ["! failed-transcription"]],
  [whisper, "times may be strings, texts begin with a space", { language: "en", segments: [{ start: "0.5", end: "1", text: " Hello" }] }, ["? 500-1000: Hello"]],
  [whisper, "a word without time or speaker goes with the one before", { word_segments: [], segments: [{ start: 0, end: 2, text: "x", words: [{ word: "I", start: 0, end: 0.2, speaker: "A" }, { word: "3" }, { word: "no", start: 0.5, end: 0.7, speaker: "B" }] }] }, ["A 0-200: I 3", "B 500-700: no"]],
  [whisper, "a sentence over and over is a slip, and told", { language: "en", segments: loop }, ["? 0-1000: Thank you.", "! repeated-text"]],
  [whisper, "thrice is a person", { language: "en", segments: loop.slice(0, 3) }, ["? 0-1000: Thank you.", "? 1000-2000: Thank you.", "? 2000-3000: Thank you."]],
  [whisperCpp, "offsets in ms, times by the clock where they lack, ? is nobody", { transcription: [{ offsets: { from: 5, to: 9 }, text: " Hello", speaker: "0" }, { timestamps: { from: "00:00:01,500", to: "00:00:02,000" }, text: " Hi", speaker: "?" }] }, ["Speaker 0 5-9: Hello", "? 1500-2000: Hi"]],
  [azureBatch, "ticks are 100 ns, and 700000.0 is a number", { recognizedPhrases: [{ offsetInTicks: 700000.0, durationInTicks: 10_000, speaker: 1, nBest: [{ display: "Hello." }] }] }, ["Speaker 1 70-71: Hello."]],
  [azureBatch, "durations in ISO", { recognizedPhrases: [{ offset: "PT1M2.3S", duration: "PT20S", nBest: [{ display: "Hello.", speaker: 2 }] }] }, ["Speaker 2 62300-82300: Hello."]],
  [azureBatch, "phrases are sorted, channels told apart", { recognizedPhrases: [{ offsetMilliseconds: 9, channel: 1, nBest: [{ display: "Hi." }] }, { offsetMilliseconds: 5, channel: 0, nBest: [{ display: "Hello." }] }] }, ["Channel 0 5-: Hello.", "Channel 1 9-: Hi."]],
  [azureBatch, "an empty best reading is not replaced by a worse one", { recognizedPhrases: [{ offset: "PT0S", nBest: [{ display: "" }, { display: "Bill." }] }, { offset: "PT1S", nBest: [{ display: "Hello." }] }] }, ["? 1000-: Hello.", "! empty-phrase"]],
  [azureFast, "phrases in ms, sorted", { phrases: [{ offsetMilliseconds: 9, durationMilliseconds: 1, speaker: 2, text: "Hi." }, { offsetMilliseconds: 5, durationMilliseconds: 1, speaker: 1, text: "Hello." }] }, ["Speaker 1 5-6: Hello.", "Speaker 2 9-10: Hi."]],
  [azureConversation, "a role field is a role, an id a name", { analysisInput: { conversations: [{ conversationItems: [{ participantId: "x", role: "agent", text: "Hello" }, { participantId: "Customer", text: "Hi" }] }] } }, ["x (agent): Hello", "Customer: Hi"]],
  [googleStt, "the last result alone is read where it repeats the rest", { results: [{ alternatives: [{ transcript: "hello", words: [google("hello", "0.5s", "0.9s")] }] }, { alternatives: [{ transcript: "", words: [google("hello", "0.5s", "0.9s", 1), google("hi", "1s", "1.2s", 2)] }] }] }, ["Speaker 1 500-900: hello", "Speaker 2 1000-1200: hi"]],
  [googleStt, "all are read where it does not", { results: [{ alternatives: [{ transcript: "hello", words: [google("hello", "0.5s", "0.9s", 1)] }] }, { alternatives: [{ transcript: "hi", words: [google("hi", "1s", "1.2s", 2)] }] }] }, ["Speaker 1 500-900: hello", "Speaker 2 1000-1200: hi"]],
  [googleStt, "nanos may be absent", { results: [{ alternatives: [{ transcript: "hi", words: [google("hi", { seconds: "12" }, { seconds: "12", nanos: 900_000_000 }, 1)] }] }] }, ["Speaker 1 12000-12900: hi"]],
  [googleInsights, "microseconds, and automated agents are bots", { entries: [{ text: "Hi", role: "AUTOMATED_AGENT", user_id: 1, start_timestamp_usec: 5_000_000 }] }, ["AUTOMATED_AGENT 1 (bot) 5000-: Hi"]],
  [googleInsights, "channels are joined to the call", { callMetadata: { agentChannel: 1 }, transcript: { transcriptSegments: [{ text: "Hi", channelTag: 1, words: [{ startOffset: "1s", endOffset: "2.5s" }] }] } }, ["Channel 1 (agent) 1000-2500: Hi"]],
  [rev, "punctuation holds the spaces", { monologues: [{ speaker: 0, elements: [{ type: "text", value: "Oh", ts: 1, end_ts: 1.5 }, { type: "punct", value: ", " }, { type: "text", value: "no", ts: 1.6, end_ts: 2 }, { type: "punct", value: "." }] }] }, ["Speaker 0 1000-2000: Oh, no."]],
  [speechmatics, "an entity is read once, in its written form", { results: [sm("$2.05", 8.4, 10, "S1", { type: "entity", spoken_form: [sm("two", 8.4, 9, "S1")], written_form: [sm("$2.05", 8.4, 10, "S1")] })] }, ["S1 8400-10000: $2.05"]],
  [speechmatics, "UU is nobody, punctuation joins", { results: [sm("Hello", 0, 1, "UU"), sm(".", 1, 1, "UU", { type: "punctuation" })] }, ["? 0-1000: Hello."]],
  [speechmatics, "an empty delimiter in English is a mistake", { metadata: { transcription_config: { language: "en" }, language_pack_info: { word_delimiter: "" } }, results: [sm("Oh", 0, 0.5, "S1"), sm("no", 0.5, 1, "S1")] }, ["S1 0-1000: Oh no"]],
  [speechmatics, "v1 joins speakers by time", { speakers: [{ name: "F4", time: "0", duration: "1" }], words: [{ name: "Hello", time: "0.1", duration: "0.4" }, { name: "there", time: "1.5", duration: "0.1" }] }, ["F4 100-500: Hello", "? 1500-1600: there"]],
  [gladia, "partial messages are dropped", [{ type: "transcript", data: { is_final: false, utterance: { text: "Hel", start: 0, end: 1 } } }, { type: "transcript", data: { is_final: true, utterance: { text: "Hello", start: 0, end: 1, speaker: 0 } } }], ["Speaker 0 0-1000: Hello"]],
  [soniox, "tokens join as they are; partial and control tokens go", { tokens: [{ text: "Un", start_ms: 0, end_ms: 1, speaker: "1" }, { text: "fair", start_ms: 1, end_ms: 2, speaker: "1" }, { text: " he", start_ms: 2, end_ms: 3, speaker: "1", is_final: false }, { text: "<end>" }] }, ["Speaker 1 0-2: Unfair"]],
  [watson, "speakers are joined by equal starts", { results: [{ final: true, alternatives: [{ transcript: "hello hi", timestamps: [["hello", 0.5, 0.9], ["hi", 1, 1.2]] }] }], speaker_labels: [{ from: 0.5, speaker: 0 }, { from: 1, speaker: 1 }] }, ["Speaker 0 500-900: hello", "Speaker 1 1000-1200: hi"]],
];

test.each(
  CASES.map(([format, sentence, json, expected]) => [format.name, sentence, format, json, expected] as const),
)("%s: %s", (_name, _sentence, format, json, expected) => {
  const document = jsonDocument(json);
  expect(format.sniff(document).confidence).toBeGreaterThanOrEqual(0.7);
  expect(told(format, document)).toEqual(expected);
});

test.each([
  [
    assemblyai,
    {
      id: "a",
      audio_url: "https://example.com/a?sig=SECRET",
      audio_duration: 1,
      words: [],
      utterances: [{ speaker: "A", text: "Hi", start: 0, end: 1 }],
    },
  ],
  [
    azureBatch,
    {
      source: "https://example.com/a?sig=SECRET",
      recognizedPhrases: [{ offset: "PT0S", nBest: [{ display: "Hi" }] }],
    },
  ],
])("a signed address never leaves $name", (format, json) => {
  expect(JSON.stringify(format.read(jsonDocument(json)))).not.toContain("SECRET");
});
