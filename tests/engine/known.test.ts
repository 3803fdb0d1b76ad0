import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { knownOf } from "../../src/engine/known-of.js";
import { dateIn, namePattern } from "../../src/engine/name-pattern.js";
import { readSideFile } from "../../src/engine/side-file.js";
import { bytes, CALL, readAll, zip } from "./pack.js";
import { problemsOf, transcriptsOf } from "./page.js";

function patternOf(written: string) {
  const pattern = namePattern(written);
  if ("expected" in pattern) throw new Error(pattern.expected);
  return pattern;
}

test.each([
  ["{agent}_{date}_{id}", "calls/ana_2026-03-02_17.txt", { agent: "ana", date: "2026-03-02", id: "17" }],
  [
    "{agent}_{date}_{id}",
    "ana_souza_20260302T102030Z_17-b.json.gz",
    { agent: "ana_souza", date: "20260302T102030Z", id: "17-b" },
  ],
  ["{queue}/{agent}-{id}.vtt", "x/Billing/ana-9.vtt", { queue: "Billing", agent: "ana", id: "9" }],
  ["{queue}/{id}", "night.zip!Billing/9.vtt", { queue: "Billing", id: "9" }],
  ["call {id} ({site name})", "call 12 (Porto).txt", { id: "12", "site name": "Porto" }],
  ["{}_{id}", "whatever_5.txt", { id: "5" }],
  ["{agent}_{date}", "ana_souza.txt", undefined],
  ["{id}", "2026.03.02.txt", { id: "2026.03.02" }],
])("%s in %s", (pattern, path, facts) => {
  const found = patternOf(pattern).match(path);
  expect(found && Object.fromEntries(found)).toEqual(facts);
});

test.each(["agent", "{agent", "agent}", "{a}{b}", "{id}_{id}", "", "{1}"])("`%s` is no pattern", written => {
  expect(namePattern(written)).toHaveProperty("expected");
});

test("no name makes a pattern slow", () => {
  const before = performance.now();
  expect(patternOf("{a}-{b}-{c}-{d}-{e}-{f}x").match("-a".repeat(2_000))).toBeUndefined();
  expect(performance.now() - before).toBeLessThan(2_000);
});

test.each([
  ["2026-03-02", "2026-03-02T00:00:00.000Z"],
  ["20260302", "2026-03-02T00:00:00.000Z"],
  ["2026-03-02T10-20-30Z", "2026-03-02T10:20:30.000Z"],
  ["2026-03-02_102030", "2026-03-02T10:20:30.000Z"],
  ["2026-03-02T10:20+01:00", "2026-03-02T09:20:00.000Z"],
  ["1772446830", "2026-03-02T10:20:30.000Z"],
])("the date %s", (written, iso) => {
  expect(new Date(dateIn(written) ?? 0).toISOString()).toBe(iso);
});

test.each(["02.03.2026", "2026-13-01", "2026-01-32", "20260302T2520", "ana", "99999999999999999"])(
  "%s is no date",
  written => {
    expect(dateIn(written)).toBeUndefined();
  },
);

const side = (text: string) => readSideFile("calls.csv", Buffer.from(text));

test("facts from the file's name end up in the transcript", async () => {
  const known = knownOf(patternOf("{agent}_{date}_{id}_{queue}_{channel}_{team}"), undefined);
  const name = "Ana Souza_2026-03-02T102030Z_c17_Billing_chat_North.txt";
  const text = "Ana Souza: Hello.\nBen: My bill is wrong.\nAna Souza: I see.\nBen: Yes.";
  const [transcript] = transcriptsOf(await readAll(name, bytes(text), {}, { ...(known && { known }) }));
  expect(transcript).toMatchObject({
    id: "c17",
    agent: "Ana Souza",
    channel: "chat",
    startedAt: "2026-03-02T10:20:30.000Z",
    metadata: { queue: "Billing", team: "North", contactId: "c17", date: "2026-03-02T10:20:30.000Z" },
  });
  expect(transcript?.turns[0]).toMatchObject({ speaker: "Ana Souza", role: "agent" });
});

test("a side file is joined by id, by file, inside archives too, and wins over the name", async () => {
  const csv = side(
    "File Name;Call ID;Agent;Language;Duration;Date;Tier\na.txt;;Ana;en-GB;0:05:12;2026-03-02;gold\n;b-1;Bea;pt;PT90S;;\nz.txt;;Zoe;;;;\n",
  );
  expect(csv.problems).toEqual([]);
  const known = knownOf(patternOf("{agent}"), csv);
  const content = zip({
    "a.txt": bytes(CALL),
    "b.json": bytes(
      JSON.stringify({
        id: "b-1",
        turns: [
          { speaker: "agent", text: "Hi" },
          { speaker: "customer", text: "Hi" },
        ],
      }),
    ),
  });
  const [a, b] = transcriptsOf(await readAll("all.zip", content, {}, { ...(known && { known }) }));
  expect(a).toMatchObject({ agent: "Ana", language: "en-GB", metadata: { duration: "312", Tier: "gold" } });
  expect(b).toMatchObject({ id: "b-1", agent: "Bea", language: "pt", metadata: { duration: "90" } });
  expect(csv.unused()).toMatchObject([
    { code: "unused-metadata", line: 4, message: expect.stringContaining("1 of 3 rows") },
  ]);
});

test("a table as spreadsheets save it: byte order mark, tabs, quotes", () => {
  const csv = side('\uFEFFid\tagent\n1\t"Souza, Ana"\n');
  expect(csv.find("1", [])?.get("agent")).toBe("Souza, Ana");
});

test.each([
  [
    "neither id nor file",
    "agent,date\nAna,2026-03-02\n",
    [
      [1, /expected `id` or `file`/],
      [2, /without an id or a file/],
    ],
  ],
  [
    "a channel that is none",
    "id,channel\n1,fax\n2,voice\n",
    [[2, /channel `fax`, expected voice, chat or email/]],
  ],
  [
    "a date that can be read two ways",
    "id,date\n1,02.03.2026\n",
    [[2, /date `02\.03\.2026`, expected a date with the year first/]],
  ],
  ["a language that is none", "id,lang\n1,English please\n", [[2, /language/]]],
  ["a duration that is none", "id,length\n1,long\n", [[2, /duration/]]],
  ["the same id twice", "id,agent\n1,Ana\n1,Bea\n", [[3, /second row for id `1`.*line 2/]]],
  ["quotes that never close", 'id,agent\n1,"Ana\n', [[2, /quote/]]],
])("%s is told where it stands", (_, text, expected) => {
  const { problems } = side(text);
  expect(problems.map(({ line }) => line)).toEqual(expected.map(([line]) => line));
  for (const [at, [, message]] of expected.entries())
    expect(problems[at]?.message).toMatch(message as RegExp);
});

test("a name that does not fit is a note, once a file", async () => {
  const known = knownOf(patternOf("{agent}_{date}"), undefined);
  const lines = ["a", "b"].map(id =>
    JSON.stringify({
      id,
      turns: [
        { speaker: "agent", text: "Hi" },
        { speaker: "customer", text: "Hi" },
      ],
    }),
  );
  const reads = await readAll("night.jsonl", bytes(lines.join("\n")), {}, { ...(known && { known }) });
  expect(problemsOf(reads)).toMatchObject([{ code: "strange-name", effect: "note" }]);
});

test("what the export knows more exactly stays", async () => {
  const known = knownOf(undefined, side("id,date,id2\nx,2026-03-02,1\n"));
  const turns = [
    { speaker: "agent", text: "Hi", at: "2026-03-02T10:00:00Z" },
    { speaker: "customer", text: "Hi", at: "2026-03-02T10:00:05Z" },
  ];
  const [transcript] = transcriptsOf(
    await readAll("a.json", bytes(JSON.stringify({ id: "x", turns })), {}, { ...(known && { known }) }),
  );
  expect(transcript?.startedAt).toBe("2026-03-02T10:00:00.000Z");
  expect(transcript?.turns[1]?.start).toBe(5_000);
});
