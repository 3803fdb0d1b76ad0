import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText } from "../../src/engine/clean.js";
import { fingerprint } from "../../src/engine/fingerprint.js";
import { normalise, tidy } from "../../src/engine/normalise.js";
import type { Conversation, Transcript, Written } from "../../src/model/index.js";

function transcriptOf(rows: readonly Partial<Written>[], about: Omit<Conversation, "rows"> = {}): Transcript {
  const conversation = { ...about, rows: rows.map(row => ({ speaker: "Ana", text: "words", ...row })) };
  return normalise(conversation, tidy(conversation), row => (row.speaker === "Ana" ? "agent" : "customer"), {
    source: "a.txt",
    format: "dialog",
  });
}

describe("words", () => {
  test.each([
    ["tags go", "I <b>am</b> <i>here</i>", "I am here"],
    ["captions' tags too", "<v Ana>Hi <c.yellow>there</c>", "Hi there"],
    ["entities are decoded once", "a &amp;lt; b &#39;c&#39; &nbsp; d", "a &lt; b 'c' d"],
    ["redactions are words", "my name is <PERSON> and [PII]", "my name is <PERSON> and [PII]"],
    ["less than is no tag", "if a < b and b > c", "if a < b and b > c"],
    ["white space is single", "  a \t b\u00a0\u00a0c\n", "a b c"],
    ["NULs go, other controls stay for the way out", "a\0b\u001b[31m", "ab\u001b[31m"],
    ["letters are composed", "cafe\u0301", "café"],
    ["a break is a space where people speak", "one<br>two\nthree", "one two three"],
  ])("%s", (_, text, expected) => {
    expect(cleanText(text, "voice")).toBe(expected);
  });

  test.each([
    ["lines stay in writing", "one\r\n two \n\n\n\nthree", "one\ntwo\n\nthree"],
    ["a break is a line", "one<br/>two<p>three</p>", "one\ntwo\nthree"],
  ])("%s", (_, text, expected) => {
    expect(cleanText(text, "chat")).toBe(expected);
  });

  test("a format that did it itself is not done again", () => {
    expect(cleanText("use &lt;b&gt; or <b>", "chat", true)).toBe("use &lt;b&gt; or <b>");
  });

  test("a text of open brackets takes no time", () => {
    expect(cleanText("<a ".repeat(50_000), "voice").length).toBeGreaterThan(0);
  });
});

describe("turns", () => {
  test("utterances of one voice are one turn, and keep their numbers and places", () => {
    const { turns } = transcriptOf([
      { text: "One", start: 0, end: 1_000 },
      { text: " " },
      { text: "two.", start: 1_200, end: 2_000 },
      { speaker: "Ben", text: "Three", start: 2_500, end: 3_000 },
    ]);
    expect(turns).toMatchObject([
      {
        text: "One two.",
        start: 0,
        end: 2_000,
        pieces: [
          { utterance: 0, from: 0, to: 3, start: 0, end: 1_000 },
          { utterance: 2, from: 4, to: 8 },
        ],
      },
      { text: "Three", pieces: [{ utterance: 3, from: 0, to: 5 }] },
    ]);
  });

  test("in a chat each message is one", () => {
    expect(transcriptOf([{}, {}, { speaker: "Ben" }], { channel: "chat" }).turns).toHaveLength(3);
  });

  test("a note or an event between is not swallowed, and events stay apart", () => {
    const { turns } = transcriptOf([{}, { kind: "note" }, { kind: "event" }, { kind: "event" }, {}]);
    expect(turns.map(({ kind }) => kind)).toEqual(["speech", "note", "event", "event", "speech"]);
  });

  test("rows are put in order where every one has a start, and stay as written elsewhere", () => {
    const late = [
      { text: "b", start: 5_000 },
      { text: "a", start: 1_000, speaker: "Ben" },
    ];
    expect(transcriptOf(late).turns.map(({ text }) => text)).toEqual(["a", "b"]);
    expect(transcriptOf([...late, { text: "c", speaker: "Ben" }]).turns.map(({ text }) => text)).toEqual([
      "b",
      "a c",
    ]);
  });

  test("what was cut off is marked where the turn ends so", () => {
    expect(
      transcriptOf([{ cutOff: true }, { speaker: "Ben" }, { cutOff: true }, {}]).turns.map(
        ({ cutOff }) => cutOff,
      ),
    ).toEqual([true, undefined, undefined]);
  });
});

describe("times", () => {
  test("moments become milliseconds from the first, and the first is when it began", () => {
    const at = Date.UTC(2026, 2, 2, 10);
    const { turns, startedAt } = transcriptOf([{ at }, { at: at + 90_500, speaker: "Ben" }]);
    expect(turns.map(({ start }) => start)).toEqual([0, 90_500]);
    expect(startedAt).toBe("2026-03-02T10:00:00.000Z");
  });

  test("the export's own start counts, if the first row is of that day", () => {
    const at = Date.UTC(2026, 2, 2, 10);
    expect(transcriptOf([{ at }], { startedAt: at - 5_000 }).turns[0]?.start).toBe(5_000);
    expect(transcriptOf([{ at }], { startedAt: at - 90 * 3_600_000 }).turns[0]?.start).toBe(0);
  });

  test.each([
    ["an end before its start", { start: 5, end: 3 }, { start: 5, end: undefined }],
    ["a time below zero", { start: -1, end: 3 }, { start: undefined, end: 3 }],
    ["no number", { start: Number.NaN, end: Number.POSITIVE_INFINITY }, { start: undefined, end: undefined }],
  ])("%s is left out and counted", (_, times, expected) => {
    const conversation = { rows: [{ speaker: "Ana", text: "a", ...times }] };
    const { rows, impossible } = tidy(conversation);
    expect(impossible).toBe(1);
    expect({ start: rows[0]?.start, end: rows[0]?.end }).toEqual(expected);
  });
});

describe("whether overlap can be seen", () => {
  const talk = (gap: number, count: number): readonly Partial<Written>[] =>
    Array.from({ length: count }, (_, i) => ({
      speaker: i % 2 === 0 ? "Ana" : "Ben",
      start: i * 1_000,
      end: (i + 1) * 1_000 - gap,
    }));

  test.each([
    ["people speak, and both ends are known", talk(300, 8), {}, true],
    ["the format cannot show it", talk(300, 8), { overlaps: false }, false],
    ["an end is missing", [...talk(300, 8), { start: 9_000 }], {}, false],
    ["captions end where the next begins", talk(10, 8), {}, false],
    ["a few such changes are chance", talk(10, 6), {}, true],
    [
      "one real overlap shows that they are no captions",
      [...talk(0, 8), { speaker: "Cy", start: 7_500, end: 8_500 }],
      {},
      true,
    ],
    ["no times at all", [{}, { speaker: "Ben" }], {}, false],
  ])("%s", (_, rows, about, expected) => {
    expect(transcriptOf(rows, about).overlaps).toBe(expected);
  });
});

describe("ids", () => {
  test("the export's own, else a hash of what was said, wherever the file lies", () => {
    expect(transcriptOf([{}], { id: "c-1" }).id).toBe("c-1");
    expect(transcriptOf([{}]).id).toMatch(/^[0-9a-f]{12}$/);
    expect(transcriptOf([{}]).id).toBe(transcriptOf([{}]).id);
    expect(transcriptOf([{}]).id).not.toBe(transcriptOf([{}], { channel: "chat" }).id);
  });
});

/** White space as the expressions say it, with nothing else to clean. */
function spacedBy(text: string, channel: "voice" | "chat"): string {
  const single = text.replace(/[ \t\v\f\u00a0]+/g, " ");
  const lines = / ?(?:\r\n|[\n\r]) ?/g;
  return channel === "voice"
    ? single.replace(lines, " ").replace(/ {2,}/g, " ").trim()
    : single
        .replace(lines, "\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim();
}

test("white space of any kind is made single, in plain text as in any other", () => {
  const piece = fc.constantFrom(
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\v",
    "\f",
    "a",
    "Ana",
    "é",
    "\u00a0",
    "x".repeat(900),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom("voice", "chat"), (pieces, channel) => {
      const text = pieces.join("");
      expect(cleanText(text, channel)).toBe(spacedBy(text, channel));
    }),
    { numRuns: 1_000, seed: 5 },
  );
});

test("an id is a quarter of the hash of the rows as JSON, whatever they hold", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc
      .constantFrom('"', "\\", "\ud800", "é", "a\nb")
      .chain(part => fc.nat(9_000).map(times => part.repeat(times))),
  );
  const row = fc.record(
    {
      speaker: text,
      text,
      role: fc.constantFrom("agent", "customer"),
      kind: fc.constantFrom("note", "event"),
      start: fc.nat(),
      end: fc.nat(),
    },
    { requiredKeys: ["speaker", "text"] },
  );
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), rows => {
      const said = rows.map(({ speaker, role, kind, text, start, end }) => [
        speaker,
        role,
        kind,
        text,
        start,
        end,
      ]);
      const hash = createHash("sha256")
        .update(JSON.stringify(["chat", said]))
        .digest("hex");
      expect(fingerprint("chat", rows)).toBe(hash.slice(0, 12));
    }),
    { numRuns: 300, seed: 5 },
  );
});
