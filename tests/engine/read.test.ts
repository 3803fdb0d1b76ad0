import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { recognise } from "../../src/engine/read.js";
import { problemsOf, readText, transcriptsOf } from "./page.js";

const shared = (path: string) => new URL(`../../../shared/${path}`, import.meta.url);
const cases = shared("cases/conversations.jsonl");

test.skipIf(!existsSync(cases))("reads the 36 labelled conversations as they are", async () => {
  const lines = readFileSync(cases, "utf8").trim().split("\n");
  const reads = await readText(lines.join("\n"), {}, "conversations.jsonl");
  expect(problemsOf(reads)).toEqual([]);
  const transcripts = transcriptsOf(reads);
  expect(transcripts).toHaveLength(36);
  for (const [n, transcript] of transcripts.entries()) {
    const exported = JSON.parse(lines[n] ?? "") as {
      id: string;
      channel: string;
      turns: readonly { speaker: string; text: string }[];
    };
    expect(transcript).toMatchObject({
      id: exported.id,
      channel: exported.channel,
      source: `conversations.jsonl:${n + 1}`,
      format: "turn-list",
    });
    const pieces = transcript.turns.flatMap(turn => turn.pieces.map(piece => ({ ...piece, turn })));
    expect(pieces.map(({ utterance }) => utterance).toSorted((a, b) => a - b)).toEqual(
      exported.turns.map((_, i) => i),
    );
    for (const { utterance, from, to, turn } of pieces) {
      const { speaker, text } = exported.turns[utterance] as { speaker: string; text: string };
      expect(turn.role).toBe(speaker);
      expect(turn.kind).toBe(speaker === "system" ? "event" : "speech");
      expect(turn.text.slice(from, to)).toBe(text);
    }
  }
  process.stdout.write(`cases: ${transcripts.length} conversations read\n`);
});

describe("what cannot be judged is one located problem", () => {
  const turns = (...speakers: readonly string[]) =>
    JSON.stringify({ turns: speakers.map((speaker, i) => ({ speaker, text: `words ${i}` })) });

  test.each([
    ["one side", turns("agent", "agent", "agent"), "one-sided", 1],
    ["one side of two agents", "Agent A: Hi\nSupervisor: Hi\nAgent A: Bye", "one-sided", 1],
    ["a customer and a bot", "Bot: Hi\nCustomer: Hi\nBot: Bye", "one-sided", 1],
    ["one turn", turns("agent"), "too-short", 1],
    ["one line", "\n\nAgent: Hello there.", "too-short", 3],
    ["nobody named", turns("", ""), "no-speakers", 1],
    ["nothing said", turns("system", "system"), "no-turns", 1],
    ["nobody known", "Ana Lopez: Lovely weather.\nBen Ode: Isn't it.", "unknown-roles", 1],
    [
      "labels swapped",
      "Customer: Thank you for calling Larch, how can I help?\nAgent: I'm calling because my bill is wrong.",
      "swapped-roles",
      1,
    ],
    ["a text that is no transcript", "Dear all,\nthe picnic is on Friday.", "unknown-format", 1],
    ["broken JSON", '{"turns": [\n  {"speaker": "agent" "text": "Hi"}\n]}', "broken-json", 2],
    ["JSON of something else", '{"picnic": "Friday"}', "unknown-format", 1],
  ])("%s", async (_, text, code, line) => {
    const reads = await readText(text);
    expect(transcriptsOf(reads)).toEqual([]);
    expect(problemsOf(reads).filter(({ effect }) => effect === "unreadable")).toMatchObject([
      { source: "call.txt", code, line, named: true },
    ]);
  });

  test("and is handed over all the same to who only converts it", async () => {
    const reads = await readText(turns("agent", "agent"), { unjudged: true });
    expect(transcriptsOf(reads)).toHaveLength(1);
    expect(problemsOf(reads)).toMatchObject([{ code: "one-sided", effect: "note" }]);
  });
});

describe("a source with many conversations", () => {
  const good = (id: string) => ({
    id,
    turns: [
      { speaker: "agent", text: "Hello" },
      { speaker: "customer", text: "Hi" },
    ],
  });

  test("a bad line is one problem with its line and column, and the rest is read", async () => {
    const text = [
      JSON.stringify(good("a")),
      '{"id": "b", "turns": [',
      JSON.stringify({ id: "c", turns: [] }),
      JSON.stringify(good("d")),
      '{"id": "e", "tu',
    ].join("\n");
    const reads = await readText(text);
    expect(transcriptsOf(reads).map(({ id, source }) => `${id} ${source}`)).toEqual([
      "a call.txt:1",
      "d call.txt:4",
    ]);
    expect(problemsOf(reads).map(({ code, line, column }) => [code, line, column])).toEqual([
      ["broken-json", 2, 23],
      ["no-turns", 3, undefined],
      ["broken-json", 5, 16],
    ]);
  });

  test("conversations of one document are numbered, problems too", async () => {
    const reads = await readText(
      JSON.stringify([good("a"), { id: "b", turns: [{ speaker: "agent", text: "Hello" }] }, good("c")]),
    );
    expect(transcriptsOf(reads).map(({ source }) => source)).toEqual(["call.txt#1", "call.txt#3"]);
    expect(problemsOf(reads)).toMatchObject([{ source: "call.txt#2", code: "too-short" }]);
  });
});

test("a turn that is lost is told, the others keep their numbers", async () => {
  const turns = [
    { speaker: "agent", text: "Hello" },
    { speaker: "agent", txet: "lost" },
    7,
    { speaker: "customer", text: "Hi", start: "soon" },
  ];
  const reads = await readText(JSON.stringify({ turns }));
  expect(problemsOf(reads).map(({ code, effect }) => `${effect} ${code}`)).toEqual([
    "partial lost-turn",
    "partial lost-turn",
    "partial lost-time",
  ]);
  expect(transcriptsOf(reads)[0]?.turns.map(({ pieces }) => pieces[0]?.utterance)).toEqual([0, 3]);
});

test("the user's channel wins over the export's", async () => {
  const text = "Agent: Hi\nAgent: Hello?\nCustomer: Hi";
  expect(transcriptsOf(await readText(text))[0]).toMatchObject({ channel: "voice", turns: { length: 2 } });
  expect(transcriptsOf(await readText(text, { channel: "chat" }))[0]).toMatchObject({
    channel: "chat",
    turns: { length: 3 },
  });
});

test("a guess at roles is noted, with what it rests on", async () => {
  const reads = await readText(
    "Ana Lopez: Thank you for calling, how can I help?\nBen Ode: My bill is wrong.",
  );
  expect(problemsOf(reads)).toMatchObject([
    { code: "guessed-roles", effect: "note", message: expect.stringContaining("«thank you for calling»") },
  ]);
});

test("the same bytes read the same, twice", async () => {
  const text = "Agent: Hi\nCustomer: Hi";
  expect(await readText(text)).toEqual(await readText(text));
});

test("`attune formats FILE` can say what each format saw", () => {
  const seen = recognise({
    name: "a.md",
    named: true,
    bytes: Buffer.from("**Agent:** Hi\n**Customer:** Hi"),
  });
  expect(seen[0]).toMatchObject({ format: "markdown-script", because: "2 turns begin with a name in bold" });
});

test.skipIf(!existsSync(shared("samples/aws-pca")))(
  "the swapped labels of a real export are noticed",
  async () => {
    const reads = await readText(readFileSync(shared("samples/aws-pca/pca-testfile.json")), {}, "pca.json");
    expect(problemsOf(reads).map(({ code }) => code)).toContain("swapped-roles");
  },
);
