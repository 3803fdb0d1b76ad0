import { expect, test } from "vitest";
import { elevenlabs } from "../../src/formats/elevenlabs.js";
import { gong } from "../../src/formats/gong.js";
import { harperValley } from "../../src/formats/harper-valley.js";
import { retell } from "../../src/formats/retell.js";
import { twilio } from "../../src/formats/twilio.js";
import { vapi } from "../../src/formats/vapi.js";
import type { Format } from "../../src/model/index.js";
import { jsonDocument, told } from "./document-of.js";

const eleven = (...transcript: readonly object[]) => ({ agent_id: "a", conversation_id: "c", transcript });
const words = [
  { word: "x", start: 1, end: 1.2 },
  { word: "y", start: 1.3, end: 2 },
];
const hv = (fields: object) => [
  {
    speaker_role: "agent",
    start_ms: 5,
    duration_ms: 4,
    offset_ms: 99,
    human_transcript: "hello",
    transcript: "yellow",
    ...fields,
  },
];

// biome-ignore format: one row, one case
const CASES: readonly (readonly [Format, string, unknown, readonly string[]])[] = [
  [elevenlabs, "an interrupted agent was cut off", eleven({ role: "agent", message: "I can", interrupted: true, time_in_call_secs: 2 }), ["agent (agent) cut 2000-: I can"]],
  [elevenlabs, "three dots are no turn", eleven({ role: "agent", message: "Hi", time_in_call_secs: 0 }, { role: "user", message: "...", time_in_call_secs: 2 }), ["agent (agent) 0-: Hi"]],
  [elevenlabs, "a tool call is an event", eleven({ role: "agent", message: "Hi" }, { role: "agent", message: null, tool_calls: [{ tool_name: "find" }] }), ["agent (agent): Hi", "agent (agent) <event>: [tool: find]"]],
  [elevenlabs, "a webhook wraps it", { type: "post_call_transcription", data: eleven({ role: "user", message: "Hi" }) }, ["user (customer): Hi"]],
  [retell, "times come from the words", { transcript_object: [{ role: "user", content: "x y", words }] }, ["user (customer) 1000-2000: x y"]],
  [retell, "tool calls are events", { transcript_with_tool_calls: [{ role: "agent", content: "x y", words }, { role: "tool_call_invocation", name: "find" }] }, ["agent (agent) 1000-2000: x y", "tool_call_invocation (system) <event>: [tool: find]"]],
  [vapi, "the bot is the agent, the prompt an event", { artifact: { messages: [{ role: "system", message: "Be kind.", secondsFromStart: 0 }, { role: "bot", message: "Hi", secondsFromStart: 1.5, duration: 500 }] } }, ["system (system) <event> 0-: Be kind.", "bot (agent) 1500-2000: Hi"]],
  [gong, "long lengths are milliseconds", { callTranscripts: [{ callId: "1", transcript: [{ speakerId: "7", sentences: [{ start: 100, end: 2100, text: "Hi" }] }] }] }, ["7 100-2100: Hi"]],
  [gong, "short ones are seconds", { callTranscripts: [{ callId: "1", transcript: [{ speakerId: "7", sentences: [{ start: 100, end: 102.5, text: "Hi" }] }] }] }, ["7 100000-102500: Hi"]],
  [gong, "parties give names and roles", { parties: [{ speakerId: "7", name: "Ana", affiliation: "External" }], callTranscripts: [{ callId: "1", transcript: [{ speakerId: "7", sentences: [{ start: 1, end: 2, text: "Hi" }] }] }] }, ["Ana (customer) 1000-2000: Hi"]],
  [twilio, "times are strings, channels speakers", { sentences: [{ media_channel: 1, start_time: "0.50", end_time: "1", transcript: "Hi" }] }, ["Channel 1 500-1000: Hi"]],
  [twilio, "a page that names a next one is told", { sentences: [{ mediaChannel: 2, startTime: 0.5, transcript: "Hi" }], meta: { next_page_url: "https://example.com" } }, ["Channel 2 500-: Hi", "! more-pages"]],
  [twilio, "pages in an array are joined", [{ sentences: [{ media_channel: 1, start_time: "2", transcript: "So" }] }, { sentences: [{ media_channel: 2, start_time: "1", transcript: "Hi" }] }], ["Channel 2 1000-: Hi", "Channel 1 2000-: So"]],
  [harperValley, "start_ms is the clock, people's transcript the words", hv({}), ["agent (agent) 5-9: hello"]],
  [harperValley, "recognised words stand in for missing ones", hv({ human_transcript: null }), ["agent (agent) 5-9: yellow"]],
  [harperValley, "metadata hold no turns", { sid: "1", tasks: [], agent: {}, caller: {} }, ["! no-turns"]],
];

test.each(
  CASES.map(([format, sentence, json, expected]) => [format.name, sentence, format, json, expected] as const),
)("%s: %s", (_name, _sentence, format, json, expected) => {
  const document = jsonDocument(json);
  expect(format.sniff(document).confidence).toBeGreaterThanOrEqual(0.9);
  expect(told(format, document)).toEqual(expected);
});

test("harper-valley keeps the strongest emotion, in either form", () => {
  const measured = [[0.1, 0.2, 0.7], { negative: 0.6, neutral: 0.2, positive: 0.2 }].flatMap(
    emotion => harperValley.read(jsonDocument(hv({ emotion }))).conversations[0]?.measured ?? [],
  );
  expect(measured.map(({ value }) => value)).toEqual(["positive", "negative"]);
});
