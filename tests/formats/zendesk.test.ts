import { expect, test } from "vitest";
import { zendeskChat } from "../../src/formats/zendesk-chat.js";
import { zendeskChatText } from "../../src/formats/zendesk-chat-text.js";
import { zendeskConversationLog } from "../../src/formats/zendesk-conversation-log.js";
import { zendeskTicket } from "../../src/formats/zendesk-ticket.js";
import { documentOf, jsonDocument } from "./document-of.js";
import { rowsIn } from "./reading.js";

// biome-ignore format: one row, one line
test.each([
  ["a visitor is the customer", { type: "chat.msg", nick: "visitor:1", name: "Rosa", msg: "Hi" }, "customer speech Rosa: Hi"],
  ["an agent is the agent", { type: "chat.msg", nick: "agent:7", name: "Ana", msg: "Hi" }, "agent speech Ana: Hi"],
  ["a trigger is a bot", { type: "chat.msg", nick: "agent:trigger", name: "Ana", msg: "Hi" }, "bot speech Ana: Hi"],
  ["joining is no speech", { type: "chat.memberjoin", nick: "agent:7", name: "Ana" }, "agent event Ana: memberjoin"],
  ["nor is a rating", { type: "chat.rating", nick: "visitor:1", name: "Rosa", new_rating: "bad" }, "customer event Rosa: rating: bad"],
])("Zendesk Chat: %s", (_, event, row) => {
  expect(rowsIn(zendeskChat, jsonDocument({ type: "chat", history: [event] }))).toEqual([row]);
});

test("an offline message is one customer's, and says that nobody could answer", () => {
  const { conversations, problems } = zendeskChat.read(
    jsonDocument({ type: "offline_msg", message: "Hi", visitor: { name: "Rosa" } }),
  );
  expect(conversations.map(({ rows }) => rows.map(({ role }) => role))).toEqual([["customer"]]);
  expect(problems.map(({ code, effect }) => [code, effect])).toEqual([["offline-message", "note"]]);
});

const comment = (fields: object) =>
  rowsIn(
    zendeskTicket,
    jsonDocument({
      ticket: { id: 1, requester_id: 11 },
      comments: [{ author_id: 21, public: true, ...fields }],
    }),
  );

// biome-ignore format: one row, one line
test.each([
  ["what is not public is a note", { public: false, body: "Ask Dana" }, "agent note agent: Ask Dana"],
  ["the requester is the customer", { author_id: 11, body: "Hi" }, "customer speech customer: Hi"],
  ["a rule is a bot", { via: { channel: "rule" }, body: "Got it" }, "bot speech bot: Got it"],
  ["a call is an event", { type: "VoiceComment", body: "Call to …", data: {} }, "agent event agent: voice call"],
  ["HTML is read as text", { html_body: "<p>I&#39;m <b>sorry</b></p>" }, "agent speech agent: I'm sorry"],
  ["quoted history is not the writer's", { body: "Done.\n> Please do it" }, "agent speech agent: Done."],
  ["a picture alone is an event", { body: "", attachments: [{ file_name: "a.png" }] }, "agent event agent: attachment: a.png"],
])("Zendesk ticket: %s", (_, fields, row) => {
  expect(comment(fields)).toEqual([row]);
});

test.each([
  ["a chat in one comment", { body: "(10:05:03 AM) Teo: Hi\n(10:05:09 AM) Ana: Hello" }, ["chat"]],
  ["the words of a call", { type: "VoiceComment", data: { transcription_text: "Agent: Hi" } }, ["voice"]],
  ["a stamp inside a sentence is no chat", { body: "He wrote at (10:05:03 AM) and\nagain later." }, []],
])("Zendesk ticket, read by itself: %s", (_, fields, channels) => {
  const { embedded = [] } = zendeskTicket.read(
    jsonDocument({ id: 1, comments: [{ author_id: 2, public: true, ...fields }] }),
  );
  expect(embedded.map(({ about }) => about.channel)).toEqual(channels);
});

// biome-ignore format: one row, one line
test.each([
  ["user, agent and bot", { type: "Messaging::ConversationMessage", author: { type: "bot", display_name: "Helper" }, content: { type: "text", text: "Hi" } }, "bot speech Helper: Hi"],
  ["a comment that is not public", { type: "Comment", author: { type: "agent", display_name: "Ana" }, content: { body: "Hm" }, metadata: { public: false } }, "agent note Ana: Hm"],
  ["a picture", { type: "Messaging::ConversationMessage", author: { type: "user", display_name: "Rosa" }, content: { type: "image" } }, "customer event Rosa: image"],
])("Zendesk conversation log: %s", (_, event, row) => {
  expect(rowsIn(zendeskConversationLog, jsonDocument({ events: [event] }))).toEqual([row]);
});

// biome-ignore format: one row, one line
test.each([
  ["the visitor by name, the other by elimination", "(10:00:00 AM) Visitor 12: Hi\n(10:00:05 AM) Ana: Hello", ["customer speech Visitor 12: Hi", "agent speech Ana: Hello"]],
  ["of three, two stay unsettled", "(10:00:00) Visitor: Hi\n(10:00:05) Ana: Hello\n(10:00:09) Ben: Hm", ["customer speech Visitor: Hi", "? speech Ana: Hello", "? speech Ben: Hm"]],
  ["starred lines are events", "(10:00:00 AM) *** Ana joined the chat ***\n(10:00:05 AM) Ana: Hello", ["system event system: Ana joined the chat", "? speech Ana: Hello"]],
  ["lines without a stamp go on", "(10:00:00 AM) Ana: One\ntwo: three\n(10:00:05 AM) Ben: Four", ["? speech Ana: One\ntwo: three", "? speech Ben: Four"]],
])("Zendesk Chat as text: %s", (_, text, rows) => {
  expect(rowsIn(zendeskChatText, documentOf(text))).toEqual(rows);
});
