import { describe, expect, test } from "vitest";
import { exchanges } from "../../src/formats/exchanges.js";
import { jsonEnvelope } from "../../src/formats/json-envelope.js";
import { messenger } from "../../src/formats/messenger.js";
import { openaiMessages } from "../../src/formats/openai-messages.js";
import { turnList } from "../../src/formats/turn-list.js";
import { whisper } from "../../src/formats/whisper.js";
import { jsonDocument, told } from "./document-of.js";

const HELLO = "Hello, how can I help?";
const LAMP = "My lamp hums.";

/** What the list says, and that the list is recognised at all. */
function read(json: unknown): readonly string[] {
  const document = jsonDocument(json);
  expect(turnList.sniff(document).confidence).toBeGreaterThanOrEqual(0.4);
  return told(turnList, document);
}

const BOTH = ["Ana (agent): Hello, how can I help?", "Rosa (customer): My lamp hums."];

describe("who speaks, however an export writes it", () => {
  // biome-ignore format: one row, one case
  test.each([
    ["under any path", { ok: 1, result: { page: { items: [{ speaker: "agent", text: HELLO }, { speaker: "customer", text: LAMP }] } } }, ["agent (agent): Hello, how can I help?", "customer (customer): My lamp hums."]],
    ["a table of participants, by id", { participants: [{ id: "p1", role: "agent", name: "Ana" }, { id: "p2", role: "customer", name: "Rosa" }], segments: [{ participantId: "p1", text: HELLO }, { participantId: "p2", text: LAMP }] }, BOTH],
    ["the same with the ids as keys", { speakers: { 0: { type: "AGENT", name: "Ana" }, 1: { type: "CUSTOMER", name: "Rosa" } }, turns: [{ speaker: 0, text: HELLO }, { speaker: 1, text: LAMP }] }, BOTH],
    ["a table far from the list", { speakerInfo: [{ speakerId: "s1", name: "Ana" }], insights: { Transcript: [{ speakerId: "s1", text: HELLO }, { speakerId: "s2", text: LAMP }], Summary: [{ name: "In short", value: "A lamp." }] } }, ["Ana: Hello, how can I help?", "s2: My lamp hums."]],
    ["a user beside contacts is on the staff", { payload: [{ sender: { name: "Ana", type: "user" }, content: HELLO }, { sender: { name: "Rosa", type: "contact" }, content: LAMP }] }, BOTH],
    ["a user beside agents is the customer", { messages: [{ sender: "agent", text: HELLO }, { sender: "user", text: LAMP }] }, ["agent (agent): Hello, how can I help?", "user (customer): My lamp hums."]],
    ["internal and external", { utterances: [{ participant_type: "internal", text: HELLO }, { participant_type: "external", text: LAMP }] }, ["internal (agent): Hello, how can I help?", "external (customer): My lamp hums."]],
    ["a rep and a cust", { utterances: [{ speaker_name: "Ana", speaker_type: "rep", snippet: HELLO }, { speaker_name: "Rosa", speaker_type: "cust", snippet: LAMP }] }, BOTH],
    ["messages that come in and go out", { messages: [{ direction: "outbound", body: HELLO }, { direction: "inbound", body: LAMP }] }, ["agent (agent): Hello, how can I help?", "customer (customer): My lamp hums."]],
    ["the same as flags", [{ incoming: false, body_text: HELLO, body: "<p>x</p>" }, { incoming: true, body_text: LAMP, body: "<p>x</p>" }], ["agent (agent): Hello, how can I help?", "customer (customer): My lamp hums."]],
    ["the same as numbers", { payload: [{ message_type: 1, content: HELLO }, { message_type: 0, content: LAMP }] }, ["agent (agent): Hello, how can I help?", "customer (customer): My lamp hums."]],
    ["the same as tags", [{ tags: "public,fromagent", from: { user: { displayName: "Ana" } }, content: HELLO }, { tags: "ChannelId-lcw,FromCustomer", from: { user: { displayName: "Rosa" } }, content: LAMP }], BOTH],
    ["the direction of a call is nobody's role", { transcript: [{ direction: "inbound", speaker: "Ana", text: HELLO }, { direction: "inbound", speaker: "Rosa", text: LAMP }] }, ["Ana: Hello, how can I help?", "Rosa: My lamp hums."]],
    ["a system that answers users serves them", { turns: [{ speaker: "SYSTEM", utterance: HELLO }, { speaker: "USER", utterance: LAMP }, { speaker: "SYSTEM", utterance: "Oh." }, { speaker: "USER", utterance: "Yes." }] }, ["SYSTEM (agent): Hello, how can I help?", "USER (customer): My lamp hums.", "SYSTEM (agent): Oh.", "USER (customer): Yes."]],
    ["a system beside an agent is no speaker", { turns: [{ speaker: "system", text: "Chat started" }, { speaker: "agent", text: HELLO }, { speaker: "user", text: LAMP }] }, ["system (system) <event>: Chat started", "agent (agent): Hello, how can I help?", "user (customer): My lamp hums."]],
    ["letters for agent, visitor and system", { messages: [{ sender: { t: "s" }, msg: "Ana joined" }, { sender: { t: "a", n: "Ana" }, msg: HELLO }, { sender: { t: "v", n: "Rosa" }, msg: LAMP }] }, ["s (system) <event>: Ana joined", ...BOTH]],
    ["speakers A and V are two people", { turns: [{ speaker: "V", text: HELLO }, { speaker: "W", text: LAMP }] }, ["V: Hello, how can I help?", "W: My lamp hums."]],
    ["bare numbers are labels", { utterances: [{ speakerId: 0, text: HELLO }, { speakerId: 1, text: LAMP }] }, ["Speaker 0: Hello, how can I help?", "Speaker 1: My lamp hums."]],
    ["first and last names", { threads: [{ createdBy: { first: "Ana", last: "Moss", type: "user" }, body: HELLO }, { createdBy: { first: "Rosa", type: "customer" }, body: LAMP }] }, ["Ana Moss (agent): Hello, how can I help?", "Rosa (customer): My lamp hums."]],
    ["records that an API wraps", { data: [{ type: "message", attributes: { direction: "out", body: HELLO } }, { type: "message", attributes: { direction: "in", body: LAMP } }] }, ["agent (agent): Hello, how can I help?", "customer (customer): My lamp hums."]],
    ["words deep inside a message", { messages: [{ type: "outgoing", components: [{ cT: "text", data: { text: HELLO } }] }, { type: "incoming", components: [{ cT: "text", data: { text: LAMP } }] }] }, ["agent (agent): Hello, how can I help?", "customer (customer): My lamp hums."]],
  ])("%s", (_, json, expected) => {
    expect(read(json)).toEqual(expected);
  });
});

describe("turns that are no objects with keys for speaker and words", () => {
  const two = ["agent (agent): Hello, how can I help?", "customer (customer): My lamp hums."];
  // biome-ignore format: one row, one case
  test.each([
    ["pairs", { dialogue: [["agent", HELLO], ["customer", LAMP], ["agent", "Oh."]] }, [...two, "agent (agent): Oh."]],
    ["a role for a key", { dialogue: [{ agent: HELLO }, { customer: LAMP }] }, two],
    ["lines with a label", { id: "x", dialogue: [`agent: ${HELLO}`, `customer: ${LAMP}`] }, two],
    ["a list written as an object", { transcript: { 0: { speaker: "agent", text: HELLO }, 1: { speaker: "customer", text: LAMP } } }, two],
    ["a list for each side, where times tell the order", { agent: [{ text: HELLO, start: 0 }], customer: [{ text: LAMP, start: 2.5 }] }, ["agent (agent) 0-: Hello, how can I help?", "customer (customer) 2500-: My lamp hums."]],
    ["somebody's words one by one", [{ participant: { name: "Ana" }, words: [{ text: "Hello,", start_timestamp: { relative: 0.5 }, end_timestamp: { relative: 1 } }, { text: "you", start_timestamp: { relative: 1 }, end_timestamp: { relative: 1.5 } }] }, { participant: { name: "Rosa" }, words: [{ text: "Hi", start_timestamp: { relative: 2 }, end_timestamp: { relative: 2.5 } }] }], ["Ana 500-1500: Hello, you", "Rosa 2000-2500: Hi"]],
    ["a channel of the recording", [{ channel: 0, text: HELLO }, { channel: 1, text: LAMP }], ["Channel 0: Hello, how can I help?", "Channel 1: My lamp hums."]],
    ["a channel that names the side", [{ channel: "agent", text: HELLO }, { channel: "customer", text: LAMP }], two],
  ])("%s", (_, json, expected) => {
    expect(read(json)).toEqual(expected);
  });

  // biome-ignore format: one row, one case
  test.each([
    ["sentences without labels", { dialogue: ["Hello there", "My lamp hums"] }],
    ["a list for each side without times: nobody knows their order", { agent: [{ text: HELLO }], customer: [{ text: LAMP }] }],
    ["a medium is no channel of the recording", [{ channel: "chat", text: HELLO }, { channel: "chat", text: LAMP }]],
  ])("not: %s", (_, json) => {
    expect(turnList.sniff(jsonDocument(json)).confidence).toBe(0);
  });
});

describe("exchanges", () => {
  // biome-ignore format: one row, one case
  test.each([
    ["a conversation of two sides", [{ user: LAMP, assistant: "Oh, let me see." }, { user: "Thank you so much", assistant: "You're welcome" }], [[undefined, ["customer: My lamp hums.", "agent: Oh, let me see.", "customer: Thank you so much", "agent: You're welcome"]]]],
    ["by the id of their conversation", [{ session_id: "a", user_input: LAMP, bot_response: "Which one is it?" }, { session_id: "b", user_input: "Where is my parcel", bot_response: "On the van" }], [["a", ["customer: My lamp hums.", "bot: Which one is it?"]], ["b", ["customer: Where is my parcel", "bot: On the van"]]]],
    ["a data set for models: each for itself", { data: [{ prompt: LAMP, completion: "Oh, let me see." }, { prompt: "Where is my parcel", completion: "On the van" }] }, [[undefined, ["customer: My lamp hums.", "agent: Oh, let me see."]], [undefined, ["customer: Where is my parcel", "agent: On the van"]]]],
  ])("%s", (_, json, expected) => {
    const document = jsonDocument(json);
    expect(exchanges.sniff(document).confidence).toBeGreaterThanOrEqual(0.35);
    const read = exchanges.read(document).conversations.map(({ id, rows }) => [id, rows.map(({ role, text }) => `${role}: ${text}`)]);
    expect(read).toEqual(expected);
  });

  test("names and settings are none", () => {
    for (const json of [{ agent: "Ana", customer: "Tom" }, { input: "a.wav", output: "b.txt" }, [1, 2]])
      expect(exchanges.sniff(jsonDocument(json)).confidence).toBe(0);
  });
});

test("messages that people wrote are no envelopes, however long they are", () => {
  const long = `${LAMP}\n\n${"It has done so since the day it came. ".repeat(10)}`;
  const messages = [
    { id: "1", author: "Ana", body: long },
    { id: "2", author: "Tom", body: long },
  ];
  const calls = [
    { id: "1", author: "Ana", body: "Agent: Hello\nCustomer: Hi" },
    { id: "2", author: "Ana", body: "Agent: Hello\nCustomer: Hi" },
  ];
  expect(jsonEnvelope.sniff(jsonDocument(messages)).confidence).toBe(0);
  expect(jsonEnvelope.sniff(jsonDocument(calls)).confidence).toBe(0.75);
});

describe("what is no speech", () => {
  const said = [
    { type: "MESSAGE", senders: [{ name: "Ana" }], direction: "OUTGOING", text: HELLO },
    { type: "MESSAGE", senders: [{ name: "Rosa" }], direction: "INCOMING", text: LAMP },
  ];
  // biome-ignore format: one row, one case
  test.each([
    ["a comment beside messages", { type: "COMMENT", senders: [{ name: "Ana" }], text: "ask the workshop" }, "Ana (agent) <note>: ask the workshop"],
    ["a change of status without words", { type: "THREAD_STATUS_CHANGE", newStatus: "CLOSED" }, "? <event>: THREAD_STATUS_CHANGE"],
    ["a private message", { type: "MESSAGE", senders: [{ name: "Ana" }], text: "he is upset", private: true }, "Ana (agent) <note>: he is upset"],
    ["a message that is not public", { type: "MESSAGE", senders: [{ name: "Ana" }], text: "he is upset", public: false }, "Ana (agent) <note>: he is upset"],
    ["a moment that the vendor found", { type: "moment", senders: [{ name: "Rosa" }], text: "price_inquiry" }, "Rosa (customer) <event>: price_inquiry"],
    ["a control message", { isControlMessage: true, senders: [{ name: "Ana" }], text: "Ana joined" }, "Ana (agent) <event>: Ana joined"],
    ["a picture", { senders: [{ name: "Rosa" }], photos: [{ uri: "lamp.jpg" }] }, "Rosa (customer) <event>: photos"],
  ])("%s", (_, extra, expected) => {
    expect(read({ results: [...said, extra] }).at(-1)).toBe(expected);
  });
});

describe("when it was said", () => {
  const two = (first: object, second: object) => ({
    utterances: [
      { speaker: "agent", text: HELLO, ...first },
      { speaker: "customer", text: LAMP, ...second },
    ],
  });
  const times = (json: unknown) =>
    turnList.read(jsonDocument(json)).conversations[0]?.rows.map(({ start, end, at }) => [start, end, at]);
  const NOON = Date.UTC(2026, 2, 2, 12);

  // biome-ignore format: one row, one case
  test.each([
    ["seconds", two({ start: 1, end: 2 }, { start: 3, end: 5 }), [[1000, 2000, undefined], [3000, 5000, undefined]]],
    ["whole seconds that lie apart, as in a slow call", two({ start: 0 }, { start: 30 }), [[0, undefined, undefined], [30_000, undefined, undefined]]],
    ["milliseconds, since nobody speaks so slowly", two({ start: 1500, end: 4200 }, { start: 4300, end: 6000 }), [[1500, 4200, undefined], [4300, 6000, undefined]]],
    ["two instances of a cue", two({ instances: [{ start: "0:00:01.5", end: "0:00:02" }] }, { instances: [{ start: "0:00:03", end: "0:00:04" }] }), [[1500, 2000, undefined], [3000, 4000, undefined]]],
    ["a pair", two({ timestamp: [0.5, 2] }, { timestamp: [2.5, 4] }), [[500, 2000, undefined], [2500, 4000, undefined]]],
    ["a start and a length", two({ start: 1.5, duration: 1 }, { start: 3.5, duration: 2 }), [[1500, 2500, undefined], [3500, 5500, undefined]]],
    ["seconds since 1970 with a fraction", two({ timestamp: NOON / 1000 + 0.25 }, { timestamp: NOON / 1000 + 9.5 }), [[undefined, undefined, NOON + 250], [undefined, undefined, NOON + 9500]]],
    ["letters of an API", two({ dateCreated: "Mon, 02 Mar 2026 12:00:00 +0000" }, { dateCreated: "2026-03-02T12:00:09Z" }), [[undefined, undefined, NOON], [undefined, undefined, NOON + 9000]]],
    ["dates of a database", two({ createdAt: { $date: "2026-03-02T12:00:00Z" } }, { createdAt: { $date: "2026-03-02T12:00:09Z" } }), [[undefined, undefined, NOON], [undefined, undefined, NOON + 9000]]],
  ])("%s", (_, json, expected) => {
    expect(times(json)).toEqual(expected);
  });

  test("dates at both ends are counted from the first words, and a call stays a call", () => {
    const dates = (start: string | number, end: string | number) => ({ startTime: start, endTime: end });
    for (const json of [
      two(
        dates("2026-03-02T12:00:00Z", "2026-03-02T12:00:02Z"),
        dates("2026-03-02T12:00:01.5Z", "2026-03-02T12:00:04Z"),
      ),
      two(dates(NOON, NOON + 2000), dates(NOON + 1500, NOON + 4000)),
    ]) {
      expect(times(json)).toEqual([
        [undefined, 2000, NOON],
        [undefined, 4000, NOON + 1500],
      ]);
      expect(turnList.read(jsonDocument(json)).conversations[0]).not.toHaveProperty("channel");
    }
  });

  test("milliseconds that nobody named are told, of seconds nothing is said", () => {
    const problems = (json: unknown) =>
      turnList.read(jsonDocument(json)).problems.map(({ code, effect }) => [code, effect]);
    expect(problems(two({ start: 1500 }, { start: 4200 }))).toEqual([["assumed-unit", "note"]]);
    expect(problems(two({ start: 1 }, { start: 4 }))).toEqual([]);
  });

  test("letters are answered after hours, and their seconds stay seconds", () => {
    expect(times({ channel: "email", ...two({ start: 0 }, { start: 7200 }) })?.[1]?.[0]).toBe(7_200_000);
  });
});

describe("several conversations", () => {
  const turns = [
    { speaker: "agent", text: HELLO },
    { speaker: "customer", text: LAMP },
  ];
  // biome-ignore format: one row, one case
  test.each([
    ["in one list, told apart by their ids", [{ conversation_id: "a", ...turns[0] }, { conversation_id: "b", ...turns[0] }, { conversation_id: "a", ...turns[1] }, { conversation_id: "b", ...turns[1] }]],
    ["under their ids", { a: turns, b: turns }],
    ["each with its own list", { data: [{ id: "a", messages: turns }, { id: "b", messages: turns }] }],
  ])("%s", (_, json) => {
    const { conversations } = turnList.read(jsonDocument(json));
    expect(conversations.map(({ id, rows }) => [id, rows.length])).toEqual([["a", 2], ["b", 2]]);
  });
});

test("a list of another kind is none", () => {
  for (const json of [
    {
      results: [
        { title: "Lamp", price: 3 },
        { title: "Bulb", price: 1 },
      ],
    },
    {
      words: [
        { word: "hello", start: 0 },
        { word: "you", start: 1 },
      ],
    },
    { items: [{ text: "hello" }, { text: "you" }] },
  ])
    expect(turnList.sniff(jsonDocument(json)).confidence).toBe(0);
});

test("segments with a participant are not Whisper's, which knows nobody", () => {
  const json = { segments: [{ participantId: "p1", start: 0, end: 1, text: HELLO }] };
  expect(whisper.sniff(jsonDocument(json)).confidence).toBe(0);
});

test("a model's log keeps the times that stand in it", () => {
  const log = {
    messages: [
      { role: "user", content: LAMP, timestamp: "2026-03-02T12:00:00Z" },
      { role: "assistant", content: "Oh.", timestamp: "2026-03-02T12:00:09Z" },
    ],
  };
  const rows = openaiMessages.read(jsonDocument(log)).conversations[0]?.rows;
  expect(rows?.map(({ at }) => at)).toEqual([Date.UTC(2026, 2, 2, 12), Date.UTC(2026, 2, 2, 12, 0, 9)]);
});

test("a download of Messenger is put in its letters", () => {
  const json = {
    participants: [{ name: "Lamp Help" }, { name: "JosÃ© Moss" }],
    messages: [
      { sender_name: "JosÃ© Moss", timestamp_ms: 1_772_445_609_000, photos: [{ uri: "a.jpg" }] },
      { sender_name: "Lamp Help", timestamp_ms: 1_772_445_605_000, content: "Welches Café?" },
      { sender_name: "JosÃ© Moss", timestamp_ms: 1_772_445_600_000, content: "Hallo aus dem CafÃ©" },
    ],
    title: "JosÃ© Moss",
  };
  expect(messenger.sniff(jsonDocument(json)).confidence).toBe(0.95);
  expect(told(messenger, jsonDocument(json))).toEqual([
    "José Moss <event>: photos",
    "Lamp Help: Welches Café?",
    "José Moss: Hallo aus dem Café",
  ]);
});
