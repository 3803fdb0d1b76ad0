import { expect, test } from "vitest";
import { email } from "../../src/formats/email/index.js";
import { documentOf } from "./document-of.js";
import { rowsIn } from "./reading.js";

const mail = (fields: Readonly<Record<string, string>>, body: string) => {
  const headers = {
    From: "Rosa <rosa@example.com>",
    To: "support@example.com",
    Subject: "Lamp",
    Date: "Mon, 2 Mar 2026 09:00:00 +0000",
    "Message-ID": "<1@example.com>",
    ...fields,
  };
  return documentOf(
    `${Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n")}\n\n${body}`,
  );
};

// biome-ignore format: one row, one line
test.each([
  ["plain", {}, "Hi", "customer speech Rosa: Hi"],
  ["the desk is the agent", { From: "Ana <support@example.com>", To: "rosa@example.com" }, "Hi", "agent speech Ana: Hi"],
  ["an address nobody knows is nobody's role", { From: "ana@example.com", To: "rosa@example.com" }, "Hi", "? speech ana@example.com: Hi"],
  ["an automatic answer is a bot's", { "Auto-Submitted": "auto-replied" }, "Away", "bot speech Rosa: Away"],
  ["quoted-printable", { "Content-Type": "text/plain; charset=utf-8", "Content-Transfer-Encoding": "quoted-printable" }, "It=E2=80=99s =\nlate", "customer speech Rosa: It’s late"],
  ["Windows-1252, on every Node", { "Content-Type": "text/plain; charset=windows-1252", "Content-Transfer-Encoding": "quoted-printable" }, "It=92s =80 5", "customer speech Rosa: It’s € 5"],
  ["base64", { "Content-Transfer-Encoding": "base64" }, "SGkg\nUm9zYQ==", "customer speech Rosa: Hi Rosa"],
  ["a charset nobody has heard of", { "Content-Type": "text/plain; charset=x-none", "Content-Transfer-Encoding": "base64" }, "SGk=", "customer speech Rosa: Hi"],
  ["HTML where there is nothing else", { "Content-Type": "text/html" }, "<p>I&#39;m here</p>", "customer speech Rosa: I'm here"],
  ["the plain one of two", { "Content-Type": 'multipart/alternative; boundary="b"' }, "--b\nContent-Type: text/html\n\n<p>no</p>\n--b\nContent-Type: text/plain\n\nyes\n--b--", "customer speech Rosa: yes"],
  ["a part without header", { "Content-Type": "multipart/mixed; boundary=b" }, "preamble\n--b\n\nyes\n--b--", "customer speech Rosa: yes"],
  ["attachments are no words", { "Content-Type": "multipart/mixed; boundary=b" }, "--b\nContent-Disposition: attachment\n\nno\n--b\nContent-Type: text/plain\n\nyes\n--b--", "customer speech Rosa: yes"],
  ["an encoded name", { From: "=?utf-8?Q?Ros=C3=A1?= =?utf-8?B?IFZpZGFs?= <rosa@example.com>" }, "Hi", "customer speech Rosá Vidal: Hi"],
  ["history and signature are cut", {}, "Hi\n-- \nRosa\n> old", "customer speech Rosa: Hi"],
])("%s", (_, fields, body, row) => {
  expect(email.sniff(mail(fields, body)).confidence).toBeGreaterThanOrEqual(0.9);
  expect(rowsIn(email, mail(fields, body))).toEqual([row]);
});

test("a mail that only quotes is missed aloud", () => {
  expect(email.read(mail({}, "> old")).problems.map(({ code }) => code)).toEqual(["lost-rows", "no-turns"]);
});

test.each([
  [
    "a transcript with a header is no mail",
    "Date: 2 March 2026\nFrom: Lamps\nSubject: call\n\nAgent: Hi\nCustomer: Hello",
  ],
  ["nor is a chat", "Agent: Hi\nCustomer: Hello"],
  ["nor a text that begins with From", "From Monday on, 2026\nwe are open"],
])("%s", (_, text) => {
  expect(email.sniff(documentOf(text)).confidence).toBe(0);
});
