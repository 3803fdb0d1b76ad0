import { expect, test } from "vitest";
import { crisp } from "../../src/formats/crisp.js";
import { freshchat } from "../../src/formats/freshchat.js";
import { gorgias } from "../../src/formats/gorgias.js";
import { intercom } from "../../src/formats/intercom.js";
import { livechat } from "../../src/formats/livechat.js";
import { liveperson } from "../../src/formats/liveperson.js";
import { jsonDocument } from "./document-of.js";
import { rowsIn } from "./reading.js";

const admin = { type: "admin", id: "a", name: "Ana" };
const fin = { type: "bot", id: "f", name: "Fin", from_ai_agent: true };

const conversation = (...parts: readonly object[]) =>
  jsonDocument({
    type: "conversation",
    source: { body: "<p>Hi</p>", author: { type: "lead", id: "l", name: "Rosa" } },
    conversation_parts: { conversation_parts: parts },
  });

// biome-ignore format: one row, one line
test.each([
  ["the first message is in the source", [], []],
  ["a reply", [{ part_type: "comment", body: "<p>Sorry<br>Rosa</p>", author: admin }], ["agent speech Ana: Sorry\nRosa"]],
  ["a note", [{ part_type: "note", body: "<p>Hm</p>", author: admin }], ["agent note Ana: Hm"]],
  ["words of an assignment are internal", [{ part_type: "assignment", body: "<p>Yours</p>", author: admin }], ["agent note Ana: Yours"]],
  ["an empty part is an event", [{ part_type: "snoozed", body: null, author: admin }], ["agent event Ana: snoozed"]],
  ["a redacted part is nobody's words", [{ part_type: "comment", body: "<p>gone</p>", redacted: true, author: admin }], ["agent event Ana: redacted"]],
  ["an AI agent alone serves", [{ part_type: "comment", body: "On Friday.", author: fin }], ["agent speech Fin: On Friday."]],
  ["beside a person it is a bot", [{ part_type: "comment", body: "On Friday.", author: fin }, { part_type: "comment", body: "Hello.", author: admin }], ["bot speech Fin: On Friday.", "agent speech Ana: Hello."]],
])("Intercom: %s", (_, parts, rows) => {
  expect(rowsIn(intercom, conversation(...parts))).toEqual(["customer speech Rosa: Hi", ...rows]);
});

test("Intercom: parts that the list form leaves out are missed aloud", () => {
  const { problems } = intercom.read(
    jsonDocument({
      type: "conversation",
      source: { body: "Hi", author: { type: "user" } },
      statistics: { count_conversation_parts: 7 },
    }),
  );
  expect(problems.map(({ code, effect }) => [code, effect])).toEqual([["missing-parts", "partial"]]);
});

const users = [
  { id: "r", type: "customer", name: "Rosa" },
  { id: "a", type: "agent", name: "Ana" },
];

// biome-ignore format: one row, one line
test.each([
  ["author by id", { type: "message", author_id: "a", text: "Hi", visibility: "all" }, "agent speech Ana: Hi"],
  ["for agents alone", { type: "message", author_id: "a", text: "Hm", visibility: "agents" }, "agent note Ana: Hm"],
  ["the system", { type: "system_message", text: "Ana joined" }, "system event system: Ana joined"],
  ["a form", { type: "filled_form", author_id: "r", fields: [{ label: "Name", answer: "Rosa" }] }, "customer event Rosa: Name: Rosa"],
  ["a card", { type: "rich_message", author_id: "a", elements: [{ title: "Swap", subtitle: "by Friday" }] }, "agent speech Ana: Swap\nby Friday"],
])("LiveChat: %s", (_, event, row) => {
  expect(rowsIn(livechat, jsonDocument({ chat: { id: "1", users, thread: { events: [event, { type: "x", created_at: 1 }] } } }))[0]).toBe(row);
});

// biome-ignore format: one row, one line
test.each([
  ["a message", { actor_type: "user", message_type: "normal", message_parts: [{ text: { content: "Hi" } }] }, "customer speech customer: Hi"],
  ["a private one", { actor_type: "agent", message_type: "private", message_parts: [{ text: { content: "Hm" } }] }, "agent note agent: Hm"],
  ["the system", { actor_type: "system", message_type: "system", message_parts: [{ text: { content: "Assigned" } }] }, "system event system: Assigned"],
  ["a picture", { actor_type: "user", message_type: "normal", message_parts: [{ image: { url: "x" } }] }, "customer event customer: image"],
  ["a bot", { actor_type: "bot", message_type: "normal", message_parts: [{ text: { content: "Hi" } }] }, "bot speech bot: Hi"],
])("Freshchat: %s", (_, message, row) => {
  expect(rowsIn(freshchat, jsonDocument({ messages: [message] }))).toEqual([row]);
});

// biome-ignore format: one row, one line
test.each([
  ["a message", { from: "user", type: "text", content: "Hi" }, "customer speech Rosa: Hi"],
  ["a note", { from: "operator", type: "note", content: "Hm" }, "agent note Rosa: Hm"],
  ["an automated one", { from: "operator", type: "text", content: "Hi", automated: true }, "bot speech Rosa: Hi"],
  ["a file", { from: "user", type: "file", content: { name: "a.png" } }, "customer event Rosa: a.png"],
])("Crisp: %s", (_, message, row) => {
  expect(rowsIn(crisp, jsonDocument([{ session_id: "s", fingerprint: 1, user: { nickname: "Rosa" }, ...message }]))).toEqual([row]);
});

// biome-ignore format: one row, one line
test.each([
  ["the text without its history", { from_agent: true, stripped_text: "Done.", body_text: "Done.\n> Please" }, "agent speech Ana: Done."],
  ["history cut where nobody stripped it", { from_agent: false, body_text: "Please.\n\nOn Mon, 2 Mar 2026, Ana wrote:\n> Done." }, "customer speech Ana: Please."],
  ["an internal note", { from_agent: true, channel: "internal-note", body_text: "Hm" }, "agent note Ana: Hm"],
  ["not public", { from_agent: true, public: false, body_text: "Hm" }, "agent note Ana: Hm"],
  ["sent by a rule", { from_agent: true, rule_id: 4, body_text: "Got it" }, "bot speech Ana: Got it"],
])("Gorgias: %s", (_, message, row) => {
  expect(rowsIn(gorgias, jsonDocument({ messages: [{ sender: { id: 1, name: "Ana" }, ...message }] }))).toEqual([row]);
});

const people = {
  agentParticipants: [
    { agentId: "b", agentFullName: "Helper", userTypeName: "Bot" },
    { agentId: "a", agentFullName: "Ana", userTypeName: "Human" },
  ],
  consumerParticipants: [{ participantId: "c", firstName: "Rosa" }],
};

// biome-ignore format: one row, one line
test.each([
  ["a consumer", { sentBy: "Consumer", participantId: "c", messageData: { msg: { text: "Hi" } } }, "customer speech Rosa: Hi"],
  ["an agent", { sentBy: "Agent", participantId: "a", messageData: { msg: { text: "Hi" } } }, "agent speech Ana: Hi"],
  ["an agent that is a bot", { sentBy: "Agent", participantId: "b", messageData: { msg: { text: "Hi" } } }, "bot speech Helper: Hi"],
  ["for agents alone", { sentBy: "Agent", participantId: "a", messageAudience: "AGENTS_AND_MANAGERS", messageData: { msg: { text: "Hm" } } }, "agent note Ana: Hm"],
  ["a file", { sentBy: "Consumer", participantId: "c", type: "HOSTED_FILE", messageData: { file: {} } }, "customer event Rosa: hosted file"],
])("LivePerson: %s", (_, message, row) => {
  expect(rowsIn(liveperson, jsonDocument({ conversationHistoryRecords: [{ ...people, messageRecords: [message] }] }))).toEqual([row]);
});
