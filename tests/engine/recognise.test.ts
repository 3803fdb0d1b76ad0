import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documentsOf } from "../../src/engine/documents.js";
import { readDocument } from "../../src/engine/readings.js";
import { candidates, formatOf, formats, recogniser } from "../../src/engine/recognise.js";
import type { Document, Format } from "../../src/model/index.js";
import { problemsOf, readText, transcriptsOf } from "./page.js";

const CALL = "Agent: Hello, how can I help?\nCustomer: My bill is wrong.\nAgent: I see.";

function invented(name: string, confidence: number): Format {
  const about = { recognised: "", roles: "", times: "", overlap: "", traps: "" };
  return {
    name,
    title: name,
    status: "documented",
    about,
    sniff: () => ({ confidence, because: `${name} thinks so` }),
    read: () => ({ conversations: [], problems: [] }),
  };
}

const document: Document = { name: "a.txt", text: "a", json: undefined, line: 1 };

test.each([
  [
    "the surest wins",
    [
      ["a", 0.4],
      ["b", 0.9],
    ],
    "b",
  ],
  [
    "nobody is a problem",
    [
      ["a", 0],
      ["b", 0],
    ],
    "unknown-format",
  ],
  [
    "a mere guess is a problem",
    [
      ["a", 0.29],
      ["b", 0.1],
    ],
    "unsure-format",
  ],
  [
    "a tie is a problem",
    [
      ["a", 0.8],
      ["b", 0.8],
      ["c", 0.5],
    ],
    "ambiguous-format",
  ],
] as const)("%s, wherever it stands on the shelf", (_, opinions, expected) => {
  const shelf = opinions.map(([name, confidence]) => invented(name, confidence));
  for (const order of [shelf, shelf.toReversed()]) {
    const found = formatOf(document, order);
    expect("read" in found ? found.name : found.code).toBe(expected);
  }
});

test("a problem of recognition names the candidates and the flag", () => {
  const tie = formatOf(document, [invented("zed", 0.8), invented("abc", 0.8)]);
  expect(tie).toMatchObject({ message: expect.stringMatching(/abc .*zed .*--from FORMAT/) });
  expect(formatOf(document, [invented("abc", 0.2)])).toMatchObject({
    message: expect.stringMatching(/--from abc/),
  });
});

test("the order of the shelf never matters", () => {
  const texts = [
    CALL,
    "**Agent:** Hi\n**Customer:** Hi",
    "chat\nagent: Hi\ncustomer: Hi",
    "a,b\nc,d",
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hi",
  ];
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...formats], { minLength: formats.length }),
      fc.constantFrom(...texts),
      (shelf, text) => {
        const one = { ...document, text };
        expect(candidates(one, shelf)).toEqual(candidates(one));
      },
    ),
    { numRuns: 30, seed: 3 },
  );
});

const FIXTURES = fileURLToPath(new URL("../../fixtures/formats", import.meta.url));
const documents = readdirSync(FIXTURES)
  .flatMap(name =>
    readdirSync(join(FIXTURES, name)).map(file => ({ name: file, path: join(FIXTURES, name, file) })),
  )
  .filter(({ name }) => !/\.(?:docx|xlsx|zip|gz)$/.test(name))
  .flatMap(({ name, path }) => [...documentsOf({ name, named: true, bytes: readFileSync(path) })])
  .flatMap(found => ("document" in found ? [found.document] : []));

test("nobody is surer than it says it can be, and so whoever is not asked would not have changed the choice", () => {
  expect(documents.length).toBeGreaterThan(80);
  for (const one of documents) {
    for (const { name, surest = 1, sniff } of formats)
      expect([name, sniff(one).confidence <= surest]).toEqual([name, true]);
    const all = formats.map(({ surest, ...format }) => format);
    const [found, wanted] = [formatOf(one), formatOf(one, all)];
    expect("read" in found ? found.name : found).toEqual("read" in wanted ? wanted.name : wanted);
  }
});

test("who cannot come near the surest is not asked", () => {
  const never = { ...invented("never", 0.7), surest: 0.7, sniff: () => expect.fail("asked") };
  expect(formatOf(document, [never, invented("sure", 0.71)])).toMatchObject({ name: "sure" });
  const tie = formatOf(document, [{ ...invented("a", 0.7), surest: 0.7 }, invented("b", 0.705)]);
  expect(tie).toMatchObject({ code: "ambiguous-format" });
});

test("`--from` settles it, and a name that is no format is a problem", async () => {
  const forced = await readText(CALL, { from: "dialog" });
  expect(problemsOf(forced).map(({ code }) => code)).toContain("lost-line");
  expect(problemsOf(await readText(CALL, { from: "plain-txt" }))).toMatchObject([{ code: "no-such-format" }]);
});

test("a JSONL of several formats is recognised line by line", async () => {
  const lines = [
    {
      id: "a",
      turns: [
        { speaker: "agent", text: "Hi" },
        { speaker: "customer", text: "Hi" },
      ],
    },
    {
      messages: [
        { role: "user", content: "Hi" },
        { role: "assistant", content: "Hi" },
      ],
    },
    { nothing: true },
    {
      id: "b",
      turns: [
        { speaker: "agent", text: "Hi" },
        { speaker: "customer", text: "Hi" },
      ],
    },
  ];
  const reads = await readText(lines.map(line => JSON.stringify(line)).join("\n"));
  expect(transcriptsOf(reads).map(({ format, source }) => `${source} ${format}`)).toEqual([
    "call.txt:1 turn-list",
    "call.txt:2 openai-messages",
    "call.txt:4 turn-list",
  ]);
  expect(problemsOf(reads)).toMatchObject([{ code: "unknown-format", line: 3 }]);
});

test("nesting that would take all the stack is a problem, whoever meets it", () => {
  const sniffing = { ...invented("deep", 1), sniff: () => sink(0) };
  const reading = { ...invented("deep", 1), read: () => sink(0) };
  for (const format of [sniffing, reading]) {
    expect(readDocument(document, recogniser(undefined, [format])).problems).toMatchObject([
      { code: "too-deep" },
    ]);
  }
});

function sink(depth: number): never {
  return sink(depth + 1);
}
