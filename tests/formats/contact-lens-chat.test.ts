import { expect, test } from "vitest";
import { contactLensChat } from "../../src/formats/contact-lens-chat/index.js";
import { jsonDocument } from "./document-of.js";

const AT = "2026-03-02T09:00:00.000Z";

const chat = (...items: readonly object[]) =>
  jsonDocument({ Channel: "CHAT", Transcript: items.map(item => ({ AbsoluteTime: AT, ...item })) });

const rows = (...items: readonly object[]) =>
  contactLensChat
    .read(chat(...items))
    .conversations.flatMap(({ rows }) =>
      rows.map(({ role, kind = "speech", speaker, text }) => [role, kind, speaker, text]),
    );

// biome-ignore format: one row, one line
test.each([
  ["an agent speaks", { Type: "MESSAGE", ParticipantRole: "AGENT", DisplayName: "Ana", Content: "Hi" }, ["agent", "speech", "Ana", "Hi"]],
  ["a bot is a bot", { Type: "MESSAGE", ParticipantRole: "CUSTOM_BOT", DisplayName: "Lex", Content: "Hi" }, ["bot", "speech", "Lex", "Hi"]],
  ["the system speaks to nobody's credit", { Type: "MESSAGE", ParticipantRole: "SYSTEM", Content: "Wait" }, ["system", "event", "system", "Wait"]],
  [
    "joining is an event",
    { Type: "EVENT", ParticipantRole: "AGENT", DisplayName: "Ana", ContentType: "application/vnd.amazonaws.connect.event.participant.joined" },
    ["agent", "event", "Ana", "participant joined"],
  ],
  [
    "a file is an event",
    { Type: "ATTACHMENT", ParticipantRole: "CUSTOMER", Attachments: [{ AttachmentName: "a.png" }] },
    ["customer", "event", "customer", "attachment: a.png"],
  ],
  [
    "of an interactive message its title counts",
    { Type: "MESSAGE", ParticipantRole: "CUSTOM_BOT", ContentType: "application/vnd.amazonaws.connect.message.interactive", Content: '{"data":{"content":{"title":"Which?"}}}' },
    ["bot", "speech", "bot", "Which?"],
  ],
  ["a hidden name is no name", { Type: "MESSAGE", ParticipantRole: "AGENT", DisplayName: "[PII]", Content: "Hi" }, ["agent", "speech", "agent", "Hi"]],
])("%s", (_, item, row) => {
  expect(rows(item)).toEqual([row]);
});

test("two agents whose names are hidden are told apart by participant", () => {
  const item = { Type: "MESSAGE", ParticipantRole: "AGENT", DisplayName: "[PII]", Content: "Hi" };
  const speakers = rows(
    { ...item, ParticipantId: "1" },
    { ...item, ParticipantId: "2" },
    { ...item, ParticipantId: "1" },
  );
  expect(speakers.map(row => row[2])).toEqual(["agent", "agent 2", "agent"]);
});

test("a message without words is missed aloud, never in silence", () => {
  const { problems } = contactLensChat.read(
    chat({ Type: "MESSAGE", ParticipantRole: "AGENT" }, { Type: "MESSAGE", Content: "Hi" }),
  );
  expect(problems.map(({ code, effect }) => [code, effect])).toEqual([["lost-rows", "partial"]]);
});
