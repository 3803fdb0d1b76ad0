import { expect, test } from "vitest";
import { signal } from "../../src/formats/signal.js";
import { slack } from "../../src/formats/slack.js";
import { telegram } from "../../src/formats/telegram.js";
import { whatsapp } from "../../src/formats/whatsapp/index.js";
import { zoomChat } from "../../src/formats/zoom-chat.js";
import { documentOf, jsonDocument } from "./document-of.js";
import { opinions, rowsIn } from "./reading.js";

const moments = (text: string) =>
  whatsapp
    .read(documentOf(text))
    .conversations.flatMap(({ rows }) =>
      rows.map(({ at }) => new Date(at ?? Number.NaN).toISOString().slice(0, 19)),
    );

// biome-ignore format: one row, one line
test.each([
  ["iPhone, 24 hours", "[31/01/26, 09:05:03] Ana: Hi", "2026-01-31T09:05:03"],
  ["iPhone, American", "[1/31/26, 9:05:03 PM] Ana: Hi", "2026-01-31T21:05:03"],
  ["narrow space before PM", "[1/31/26, 9:05:03\u202fPM] Ana: Hi", "2026-01-31T21:05:03"],
  ["a mark of direction first", "\u200e[31/01/26, 09:05:03] Ana: Hi", "2026-01-31T09:05:03"],
  ["Android, day first", "31/01/2026, 09:05 - Ana: Hi", "2026-01-31T09:05:00"],
  ["Android, month first, noon", "1/31/26, 12:05 PM - Ana: Hi", "2026-01-31T12:05:00"],
  ["midnight in twelve hours", "1/31/26, 12:05 AM - Ana: Hi", "2026-01-31T00:05:00"],
  ["Spanish", "31/1/26, 9:05 p. m. - Ana: Hi", "2026-01-31T21:05:00"],
  ["German", "31.01.26, 09:05 - Ana: Hi", "2026-01-31T09:05:00"],
  ["Dutch", "31-01-2026 09:05 - Ana: Hi", "2026-01-31T09:05:00"],
  ["Finnish", "31.1.2026 klo 9.05 - Ana: Hi", "2026-01-31T09:05:00"],
  ["year first", "2026/01/31, 09:05 - Ana: Hi", "2026-01-31T09:05:00"],
  ["Swedish iPhone", "[2026-01-31, 09:05:03] Ana: Hi", "2026-01-31T09:05:03"],
  ["Korean", "2026. 1. 31. 오후 9:05 - Ana: Hi", "2026-01-31T21:05:00"],
])("WhatsApp date, %s", (_, line, moment) => {
  expect(moments(line)).toEqual([moment]);
});

// biome-ignore format: one row, one line
test.each([
  ["a number above 12 tells", ["03/04/26, 10:00 - A: x", "13/04/26, 10:00 - A: y"], "2026-04-03", []],
  ["so does the other place", ["03/04/26, 10:00 - A: x", "03/14/26, 10:00 - A: y"], "2026-03-04", []],
  ["time that runs forward tells", ["01/02/26, 10:00 - A: x", "01/03/26, 10:00 - A: y", "02/01/26, 10:00 - A: z"], "2026-01-02", []],
  ["else day first, and a word about it", ["01/02/26, 10:00 - A: x", "02/02/26, 10:00 - A: y", "03/02/26, 10:00 - A: z"], "2026-02-01", ["date-order"]],
])("WhatsApp order of day and month: %s", (_, lines, first, codes) => {
  expect(moments(lines.join("\n"))[0]?.slice(0, 10)).toBe(first);
  expect(whatsapp.read(documentOf(lines.join("\n"))).problems.map(({ code }) => code)).toEqual(codes);
});

// biome-ignore format: one row, one line
test.each([
  ["a colon in the words", "Ana: Hi: you", "? speech Ana: Hi: you"],
  ["a line nobody says", "You were added", "system event system: You were added"],
  ["a subject with a colon", 'Ana changed the subject from "a: b" to "c"', 'system event system: Ana changed the subject from "a: b" to "c"'],
  ["left-out media", "Ana: <Media omitted>", "? event Ana: <Media omitted>"],
  ["in German", "Ana: <Medien ausgeschlossen>", "? event Ana: <Medien ausgeschlossen>"],
  ["a deleted message", "Ana: This message was deleted", "? event Ana: This message was deleted"],
  ["what WhatsApp itself says in a name", "Ana: \u200eimage omitted", "? event Ana: image omitted"],
  ["somebody not in the address book", "~ Ana: Hi", "? speech Ana: Hi"],
])("WhatsApp line: %s", (_, line, row) => {
  expect(rowsIn(whatsapp, documentOf(`31/01/2026, 09:05 - ${line}`))).toEqual([row]);
});

test.each([
  ["Signal", "[2026-01-31, 09:05] Ana: Hi\n[2026-01-31, 09:06] Ben: Hello", "signal"],
  ["WhatsApp with seconds", "[2026-01-31, 09:05:01] Ana: Hi\n[2026-01-31, 09:06:02] Ben: Hello", "whatsapp"],
])("the ISO date is %s's", (_, text, name) => {
  expect(opinions([whatsapp, signal], documentOf(text))[0]?.[0]).toBe(name);
});

// biome-ignore format: one row, one line
test.each([
  ["old form", "09:05:00\t From Ana : Hi: you", ["? speech Ana: Hi: you"]],
  ["new form", "09:05:00 From Ana to Everyone:\n\tHi\n\tyou", ["? speech Ana: Hi\nyou"]],
  ["a reaction", '09:05:00\t From Ana : Reacted to "Hi" with 😃', ['? event Ana: Reacted to "Hi" with 😃']],
  ["a reply's quotation is not its writer's", '09:05:00 From Ana to Everyone:\n\tReplying to "Hi"\n\tHello', ["? speech Ana: Hello"]],
  ["a word aside", "09:05:00 From Ana : Hi\n09:05:09 From Ana to Ben(Direct Message) : psst", ["? speech Ana: Hi", "? note Ana: psst"]],
  ["where all is said aside, it is the talk", "09:05:00 From Ana to Ben(Direct Message) : Hi", ["? speech Ana: Hi"]],
])("Zoom chat: %s", (_, text, rows) => {
  expect(rowsIn(zoomChat, documentOf(text))).toEqual(rows);
});

// biome-ignore format: one row, one line
test.each([
  ["a string", { type: "message", from: "Ana", text: "Hi" }, "? speech Ana: Hi"],
  ["pieces", { type: "message", from: "Ana", text: ["See ", { type: "link", text: "example.com" }] }, "? speech Ana: See example.com"],
  ["a voice message", { type: "message", from: "Ana", media_type: "voice_message", text: "" }, "? event Ana: voice message"],
  ["service", { type: "service", actor: "Ana", action: "pin_message", text: "" }, "system event system: Ana pin message"],
])("Telegram: %s", (_, message, row) => {
  expect(rowsIn(telegram, jsonDocument({ messages: [{ date: "2026-03-02T09:00:00", ...message }] }))).toEqual([row]);
});

// biome-ignore format: one row, one line
test.each([
  ["mentions, links and entities", { user: "U1", text: "<@U2> see <https://example.com|this> &amp; <#C1|help>" }, "? speech U1: @U2 see this & #help"],
  ["a bot", { bot_id: "B1", username: "Helper", subtype: "bot_message", text: "Hi" }, "bot speech Helper: Hi"],
  ["a file", { user: "U1", text: "", files: [{ name: "a.png" }] }, "? event U1: attachment: a.png"],
  ["joining", { user: "U1", subtype: "channel_join", text: "joined" }, "? event U1: joined"],
  ["a name from the profile", { user: "U1", user_profile: { real_name: "Ana" }, text: "Hi" }, "? speech Ana: Hi"],
])("Slack: %s", (_, message, row) => {
  expect(rowsIn(slack, jsonDocument([{ type: "message", ts: "1772442000.000200", ...message }]))).toEqual([row]);
});

test("Slack: each thread is a conversation, sorted by time", () => {
  const say = (ts: string, thread_ts: string, text: string) => ({ user: "U1", ts, thread_ts, text });
  const a = "1772442000.000100";
  const b = "1772442001.000100";
  const { conversations } = slack.read(
    jsonDocument([
      say(a, a, "a1"),
      say(b, b, "b1"),
      say("1772442009.000100", a, "a3"),
      say("1772442005.000100", a, "a2"),
      say("1772442006.000100", b, "b2"),
    ]),
  );
  expect(conversations.map(({ id, rows }) => [id, rows.map(({ text }) => text).join(" ")])).toEqual([
    [a, "a1 a2 a3"],
    [b, "b1 b2"],
  ]);
});
