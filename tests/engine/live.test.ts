import { expect, test } from "vitest";
import { bytes, readAll } from "./pack.js";
import { transcriptsOf } from "./page.js";

const deepgram = (channel: number, transcript: string, start: number, is_final = true) => ({
  type: "Results",
  channel_index: [channel, 2],
  start,
  duration: 1,
  is_final,
  channel: { alternatives: [{ transcript, words: [{ word: transcript, start, end: start + 1 }] }] },
  metadata: { request_id: "r1" },
});
const speechmatics = (message: string, content: string, start_time: number, speaker: string) => ({
  message,
  format: "2.9",
  results: [{ type: "word", start_time, end_time: start_time + 1, alternatives: [{ content, speaker }] }],
});
const gladia = (channel: number, text: string, start: number, is_final = true) => ({
  session_id: "s1",
  type: "transcript",
  data: { is_final, utterance: { text, start, end: start + 1, channel, words: [] } },
});

test.each([
  [
    "Deepgram",
    [
      deepgram(0, "hel", 0, false),
      deepgram(0, "hello", 0),
      deepgram(1, "hi", 2),
      { type: "UtteranceEnd", channel: [0], last_word_end: 3 },
    ],
  ],
  [
    "Speechmatics",
    [
      { message: "RecognitionStarted", id: "x" },
      speechmatics("AddPartialTranscript", "hel", 0, "S1"),
      speechmatics("AddTranscript", "hello", 0, "S1"),
      speechmatics("AddTranscript", "hi", 2, "S2"),
      { message: "EndOfTranscript" },
    ],
  ],
  ["Gladia", [gladia(0, "hel", 0, false), gladia(0, "hello", 0), gladia(1, "hi", 2)]],
])("the messages of a live transcription, one a line, are one conversation: %s", async (_, messages) => {
  const lines = messages.map(message => `${JSON.stringify(message)}\n`).join("");
  const reads = transcriptsOf(await readAll("live.jsonl", bytes(lines), {}, { unjudged: true }));
  expect(reads.map(({ turns }) => turns.map(({ text, start, end }) => [text, start, end]))).toEqual([
    [
      ["hello", 0, 1_000],
      ["hi", 2_000, 3_000],
    ],
  ]);
});
