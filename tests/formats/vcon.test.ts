import { expect, test } from "vitest";
import { vcon } from "../../src/formats/vcon/index.js";
import { jsonDocument } from "./document-of.js";
import { rowsIn } from "./reading.js";

const parties = [
  { name: "Ana", role: "agent" },
  { name: "Rosa", meta: { role: "customer" } },
];
const container = (parts: object) =>
  jsonDocument({
    uuid: "1",
    parties,
    dialog: [
      { type: "recording", start: "2026-03-02T09:00:00", parties: [1, 0], url: "https://example.com/a" },
    ],
    ...parts,
  });

// biome-ignore format: one row, one line
test.each([
  ["a list of messages", { type: "transcript", body: [{ speaker: "Agent", message: "Hi" }] }, ["agent speech Ana: Hi"]],
  ["a list of texts, the speaker by name", { type: "transcript", body: [{ speaker: "rosa", text: "Hi" }] }, ["customer speech Rosa: Hi"]],
  ["under another name", { type: "analysis_info", body: [{ speaker: "Customer", message: "Hi" }] }, ["customer speech Rosa: Hi"]],
  ["as JSON in a string", { type: "transcript", encoding: "json", body: '[{"speaker":"Agent","text":"Hi"}]' }, ["agent speech Ana: Hi"]],
  ["in base64url", { type: "transcript", encoding: "base64url", body: Buffer.from('[{"speaker":"Agent","text":"Hi"}]').toString("base64url") }, ["agent speech Ana: Hi"]],
  ["under the old key", { type: "transcript", transcript: [{ speaker: "Agent", text: "Hi" }] }, ["agent speech Ana: Hi"]],
  ["a speaker nobody knows", { type: "transcript", body: [{ speaker: "SPEAKER_00", text: "Hi" }] }, ["? speech SPEAKER_00: Hi"]],
  ["segments of the transcription format", { type: "wtf_transcription", body: { transcript: {}, speakers: {}, segments: [{ speaker: "Agent", text: "Hi" }] } }, ["agent speech Ana: Hi"]],
])("a transcript: %s", (_, analysis, rows) => {
  expect(rowsIn(vcon, container({ analysis: [analysis] }))).toEqual(rows);
});

// biome-ignore format: one row, one line
test.each([
  ["a vendor's object", { type: "transcript", body: { results: { channels: [] } } }, ['{"results":{"channels":[]}}']],
  ["a text", { type: "transcript", body: "Agent: Hi" }, ["Agent: Hi"]],
  ["a summary is no transcript", { type: "summary", body: "They said hi." }, []],
])("handed back to be read by its own format: %s", (_, analysis, texts) => {
  expect((vcon.read(container({ analysis: [analysis] })).embedded ?? []).map(({ text }) => text)).toEqual(texts);
});

// biome-ignore format: one row, one line
test.each([
  ["who began it", { type: "text", originator: 1, parties: [0, 1], body: "Hi" }, "customer speech Rosa: Hi"],
  ["else its first party", { type: "text", parties: [0, 1], body: "Hi" }, "agent speech Ana: Hi"],
  ["one party as a number", { type: "text", parties: 1, body: "Hi" }, "customer speech Rosa: Hi"],
  ["HTML", { type: "text", parties: 0, mediatype: "text/html", body: "<p>I&#39;m here</p>" }, "agent speech Ana: I'm here"],
  ["a transfer is an event", { type: "transfer", parties: 0, body: "" }, "agent event Ana: transfer"],
])("a text dialog: %s", (_, dialog, row) => {
  expect(rowsIn(vcon, container({ dialog: [{ start: "2026-03-02T09:00:00Z", ...dialog }, { type: "text", parties: 0, body: "Bye" }] }))[0]).toBe(row);
});

test.each([
  ["signed", { payload: "e30", signatures: [] }, "signed-vcon"],
  ["encrypted", { ciphertext: "x", iv: "y", recipients: [] }, "encrypted-vcon"],
  [
    "without words",
    { parties, dialog: [{ type: "recording", url: "https://example.com/a?key=s" }] },
    "no-transcript",
  ],
])("refused with a reason: %s", (_, json, code) => {
  expect(vcon.sniff(jsonDocument(json)).confidence).toBeGreaterThanOrEqual(0.9);
  const { conversations, problems } = vcon.read(jsonDocument(json));
  expect([conversations.length, problems.map(problem => [problem.code, problem.effect])]).toEqual([
    0,
    [[code, "unreadable"]],
  ]);
  expect(JSON.stringify(problems)).not.toContain("example.com");
});

test("times count from the start of the recording, in whole milliseconds", () => {
  const body = [{ speaker: "Agent", text: "Hi", start: "0.2", end: 1.9 }];
  const [conversation] = vcon.read(
    container({ analysis: [{ type: "transcript", dialog: 0, body }] }),
  ).conversations;
  expect(conversation?.rows.map(({ start, end }) => [start, end])).toEqual([[200, 1_900]]);
  expect(conversation?.startedAt).toBe(Date.UTC(2026, 2, 2, 9));
});
