import fc from "fast-check";
import { expect, test } from "vitest";
import { docx, xlsx } from "../engine/office.js";
import { bytes, readAll, short, zip } from "../engine/pack.js";
import { problemsOf, transcriptsOf } from "../engine/page.js";

/** Turns in short, with the format that read them: teams-docx, meet-docx, xlsx. */
async function turns(name: string, content: Uint8Array): Promise<readonly string[]> {
  const reads = await readAll(name, content, {}, { unjudged: true });
  return transcriptsOf(reads).flatMap(({ format, source, turns }) => [
    `# ${source} ${format}`,
    ...turns.map(({ kind, role, speaker, text, start, end }) => {
      const times = start === undefined ? "" : ` ${start}${end === undefined ? "" : `-${end}`}`;
      return `${kind === "speech" ? role : kind} ${speaker}${times}: ${text}`;
    }),
  ]);
}

test("Teams: a paragraph is a turn, a line break no paragraph", async () => {
  const content = docx([
    "Renewal call-20260302_100500-Meeting Recording",
    "2 March 2026, 10:05am",
    "Ana Souza started transcription",
    "Ana Souza   0:04\nThank you for calling, how can I help you today?\nTake your time.",
    "Ben Okoro (Guest)   0:11\nMy bill is wrong & I am cross.",
    "Ana Souza   1:02:09\nLet me check  10:30 for you.",
    "Ana Souza stopped transcription",
  ]);
  expect(await turns("call.docx", content)).toEqual([
    "# call.docx teams-docx",
    "event : Ana Souza started transcription",
    "agent Ana Souza 4000: Thank you for calling, how can I help you today? Take your time.",
    "customer Ben Okoro (Guest) 11000: My bill is wrong & I am cross.",
    "agent Ana Souza 3729000: Let me check 10:30 for you.",
    "event : Ana Souza stopped transcription",
  ]);
});

test("Teams: the older layout has times, name and words in lines of their own", async () => {
  const content = docx([
    "0:0:0.0 --> 0:0:2.5\nAna Souza\nThank you for calling, how can I help?",
    "0:0:3.0 --> 0:0:4.20\nBen Okoro\nMy bill is wrong.",
  ]);
  expect(await turns("call.docx", content)).toEqual([
    "# call.docx teams-docx",
    "agent Ana Souza 0-2500: Thank you for calling, how can I help?",
    "customer Ben Okoro 3000-4200: My bill is wrong.",
  ]);
});

test("Meet: notes, summary and the list of those present are nobody's words", async () => {
  const content = docx([
    "Notes",
    "Mar 2, 2026",
    "Summary: Ana will send the bill: it was wrong",
    "Next steps",
    "Ana Souza: send the corrected bill",
    "Transcript",
    "00:00:00",
    "Ana Souza: Thank you for calling, how can I help you today?\nBen Okoro: So here is the thing: my bill is wrong.",
    "It is far too high.",
    "00:05:00",
    "Ana Souza: Let me check.",
    "Transcription ended after 00:05:39",
    "This editable transcript was computer generated and might contain errors.",
  ]);
  const reads = await readAll("notes.docx", content);
  expect(problemsOf(reads).map(({ code }) => code)).toContain("not-speech");
  expect(await turns("notes.docx", content)).toEqual([
    "# notes.docx meet-docx",
    "agent Ana Souza: Thank you for calling, how can I help you today?",
    "customer Ben Okoro: So here is the thing: my bill is wrong. It is far too high.",
    "agent Ana Souza: Let me check.",
  ]);
});

test("a Word document of plain lines is read like the text that it is", async () => {
  expect(
    await turns("call.docx", docx(["Agent: Hello, how can I help?", "Customer: My bill is wrong."])),
  ).toEqual([
    "# call.docx plain-text",
    "agent Agent: Hello, how can I help?",
    "customer Customer: My bill is wrong.",
  ]);
});

const HEADER = ["Call ID", "Speaker", "Start", "Utterance"];
// 2 March 2026 10:20:30 as Excel counts days.
const DAY = 46_083 + (10 * 3600 + 20 * 60 + 30) / 86_400;

test("a workbook: titles above the header, shared and inline strings, dates and clocks as numbers", async () => {
  const content = xlsx({
    Calls: [
      ["Quality sample, week 9"],
      [],
      HEADER,
      ["c1", "Agent", { date: DAY }, "Hello, how can I help?"],
      ["c1", "Customer", { date: DAY + 4 / 86_400 }, { inline: "My bill & its total are wrong." }],
      ["c2", "Agent", { time: 0 }, "Good morning, how can I help?"],
      ["c2", "Customer", { time: 2.5 / 86_400 }, "It is late._x000D_\nAgain."],
    ],
  });
  expect(await turns("sample.xlsx", content)).toEqual([
    "# sample.xlsx#1 xlsx",
    "agent Agent 0: Hello, how can I help?",
    "customer Customer 4000: My bill & its total are wrong.",
    "# sample.xlsx#2 xlsx",
    "agent Agent 0: Good morning, how can I help?",
    "customer Customer 2500: It is late. Again.",
  ]);
  const [first] = transcriptsOf(await readAll("sample.xlsx", content));
  expect(first).toMatchObject({ id: "c1", startedAt: "2026-03-02T10:20:30.000Z" });
});

test("several sheets are told apart by name, hidden ones are not read, and one that is no transcript is said", async () => {
  const rows = [
    HEADER,
    ["c1", "Agent", 0, "Hello, how can I help?"],
    ["c1", "Customer", 2.5, "My bill is wrong."],
  ];
  const content = xlsx(
    {
      Monday: rows,
      Legend: [
        ["Code", "Meaning"],
        ["A", "good"],
      ],
      Lists: rows,
    },
    "Lists",
  );
  expect(short(await readAll("week.xlsx", content))).toEqual([
    "week.xlsx#Monday",
    "! week.xlsx unknown-format",
  ]);
});

test("a whole transcript in a cell is recognised by itself", async () => {
  const content = xlsx({
    Calls: [
      ["Id", "Transcript"],
      [7, "Agent: Hello, how can I help?\nCustomer: My bill is wrong."],
    ],
  });
  expect(await turns("calls.xlsx", content)).toEqual([
    "# calls.xlsx xlsx",
    "agent Agent: Hello, how can I help?",
    "customer Customer: My bill is wrong.",
  ]);
});

const TRICK = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY e SYSTEM "file:///etc/passwd">]>';

test.each([
  ["entities are never opened", docx(["Agent: hi"], TRICK), "damaged-archive", /DOCTYPE/],
  [
    "XML that is cut off",
    zip({ "[Content_Types].xml": bytes("<a/>"), "word/document.xml": bytes("<w:document><w:p>") }),
    "damaged-archive",
    /Office/,
  ],
  [
    "nesting without end",
    docx([`</w:t>${"<w:r>".repeat(9_000)}`.replaceAll("<", "<")]),
    "unknown-format",
    /./,
  ],
  [
    "a presentation",
    zip({ "[Content_Types].xml": bytes("<a/>"), "ppt/presentation.xml": bytes("<a/>") }),
    "binary-file",
    /\.docx.*\.xlsx/,
  ],
])("%s", async (_, content, code, message) => {
  const [problem] = problemsOf(await readAll("a.docx", content));
  expect(problem).toMatchObject({ code });
  expect(problem?.message).toMatch(message);
});

test("deep nesting of elements is refused", async () => {
  const xml = `<w:document>${"<w:p>".repeat(300)}${"</w:p>".repeat(300)}</w:document>`;
  const content = zip({ "[Content_Types].xml": bytes("<a/>"), "word/document.xml": bytes(xml) });
  expect(problemsOf(await readAll("a.docx", content))[0]?.message).toMatch(/nesting in XML.*limit `depth`/);
});

test("Office documents lie in archives as files", async () => {
  const content = zip({
    "a.docx": docx(["Agent: Hello, how can I help?", "Customer: My bill is wrong."]),
    "b.xlsx": xlsx({
      S: [HEADER, ["c", "Agent", 0, "Hi, how can I help?"], ["c", "Customer", 1, "My bill."]],
    }),
  });
  expect(short(await readAll("all.zip", content))).toEqual(["all.zip!a.docx", "all.zip!b.xlsx"]);
});

test("whatever is in the document, reading it ends, and gives something", async () => {
  const paragraph = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom("00:00:00", "Ana   0:04\nHi", "Ana: hi", "0:0:0.0 --> 0:0:2.5\nAna", "  --> "),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { maxLength: 8 }), async paragraphs => {
      const clean = paragraphs.map(text => text.replace(/[^\t\n\x20-\ud7ff]/g, " "));
      expect((await readAll("a.docx", docx(clean))).length).toBeGreaterThan(0);
    }),
    { numRuns: Number(process.env.ATTUNE_FUZZ ?? 300), seed: 11 },
  );
}, 0);
