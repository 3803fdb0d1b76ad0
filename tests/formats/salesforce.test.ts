import { expect, test } from "vitest";
import { salesforceEntries } from "../../src/formats/salesforce-entries.js";
import { salesforceLivechat } from "../../src/formats/salesforce-livechat/index.js";
import { documentOf, jsonDocument } from "./document-of.js";
import { rowsIn } from "./reading.js";

const body = (agent: string, lines: string) =>
  documentOf(
    `<p align="center">Chat Started: Monday, March 02, 2026, 09:00:00 (+0100)</p><p align="center">Chat Origin: Help</p><p align="center">Agent ${agent}</p>${lines}`,
  );

// biome-ignore format: one row, one line
test.each([
  ["the header names the agent", "Ana", "( 1s ) Ana: Hi<br>( 5s ) Rosa: Hello<br>", ["agent speech Ana: Hi", "customer speech Rosa: Hello"]],
  ["a header that names nobody", "(UserFirstName)", "( 1s ) Ana: Hi<br>( 5s ) Visitor: Hello<br>", ["agent speech Ana: Hi", "customer speech Visitor: Hello"]],
  ["nobody named, nobody guessed", "(UserFirstName)", "( 1s ) Ana: Hi<br>( 5s ) Rosa: Hello<br>", ["? speech Ana: Hi", "? speech Rosa: Hello"]],
  ["a stamp with nothing behind it", "Ana", "( 1s ) Ana: Hi<br>( 9s ) ", ["agent speech Ana: Hi"]],
  ["a stamp inside the words", "Ana", "( 9s ) Ana: Wait ( 5s ) please<br>", ["agent speech Ana: Wait ( 5s ) please"]],
  ["a stamp before its time is words", "Ana", "( 9s ) Ana: It said<br>( 5s ) left: 3<br>", ["agent speech Ana: It said\n( 5s ) left: 3"]],
  ["entities and marks", "Ana", "( 1s ) Ana: I&#39;ll <b>look</b> &amp; see<br>", ["agent speech Ana: I'll look & see"]],
  ["a transfer", "Ana", '( 1s ) Ana: Bye<br><p align="center">Chat Transferred From Ana To Ben</p>( 1m 2s ) Ben: Hi<br>( 2m ) x<br>( 1h 0m 0s ) Rosa: Oh<br>', ["agent speech Ana: Bye", "agent speech Ben: Hi\n( 2m ) x", "customer speech Rosa: Oh"]],
  ["a chatbot", "Ana", "( 1s ) Chatbot: Hi<br>( 5s ) Ana: Hello<br>( 9s ) Rosa: Hm<br>", ["bot speech Chatbot: Hi", "agent speech Ana: Hello", "customer speech Rosa: Hm"]],
])("Live Chat body: %s", (_, agent, lines, rows) => {
  expect(rowsIn(salesforceLivechat, body(agent, lines))).toEqual(rows);
});

test("offsets hold days, hours, minutes and seconds, and the start has a zone", () => {
  const [conversation] = salesforceLivechat.read(
    body("Ana", "( 3s ) Ana: a<br>( 1m 3s ) Ana: b<br>( 2h 0m 1s ) Ana: c<br>( 1d 0h 0m 0s ) Ana: d<br>"),
  ).conversations;
  expect(conversation?.rows.map(({ start }) => start)).toEqual([3_000, 63_000, 7_201_000, 86_400_000]);
  expect(conversation?.startedAt).toBe(Date.UTC(2026, 2, 2, 8));
});

// biome-ignore format: one row, one line
test.each([
  ["EndUser", "Text", "customer speech Rosa: Hi"],
  ["Agent", "Text", "agent speech Rosa: Hi"],
  ["Bot", "Text", "bot speech Rosa: Hi"],
  ["Supervisor", "Text", "supervisor speech Rosa: Hi"],
  ["System", "ChatEnded", "system event Rosa: Hi"],
])("entries: ActorType %s with %s", (ActorType, EntryType, row) => {
  expect(rowsIn(salesforceEntries, jsonDocument([{ ActorType, EntryType, ActorName: "Rosa", Message: "Hi" }]))).toEqual([row]);
});
