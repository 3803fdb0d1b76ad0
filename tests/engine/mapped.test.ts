import { expect, test } from "vitest";
import { formatsKey } from "../../src/cli/config/formats-key.js";
import { mappedFormats } from "../../src/engine/mapped.js";
import { formats as shelf } from "../../src/engine/recognise.js";
import { bytes, readAll, short } from "./pack.js";
import { problemsOf, transcriptsOf } from "./page.js";

/** Formats of a config, ready to read with. */
async function formatsOf(config: unknown) {
  const read = formatsKey.read(config);
  if (!("value" in read)) throw new Error(JSON.stringify(read));
  return { formats: [...shelf, ...(await mappedFormats(read.value))] };
}

async function turns(name: string, text: string, config: unknown): Promise<readonly string[]> {
  const reads = await readAll(name, bytes(text), {}, await formatsOf(config));
  const said = transcriptsOf(reads).flatMap(({ format, id, turns }) => [
    `# ${format} ${id}`,
    ...turns.map(
      ({ role, speaker, text, start, end }) => `${role} ${speaker} ${start ?? ""}-${end ?? ""}: ${text}`,
    ),
  ]);
  return [
    ...said,
    ...problemsOf(reads).map(({ code, line }) => `! ${code}${line === undefined ? "" : ` ${line}`}`),
  ];
}

const acme = {
  name: "acme",
  turns: "data.parts",
  text: "said",
  speaker: "by.nick",
  start: "at",
  end: "until",
  unit: "ms",
  id: "meta.no",
};
const parts = [
  { by: { nick: "Agent Ana" }, said: "Hello, how can I help?", at: 0, until: 1500 },
  { by: { nick: "Customer" }, said: "My bill is wrong.", at: "1600", until: 2600 },
];

test.each([
  [
    "JSON, by paths",
    "a.json",
    JSON.stringify({ meta: { no: 7 }, data: { parts } }),
    [acme],
    [
      "# acme 7",
      "agent Agent Ana 0-1500: Hello, how can I help?",
      "customer Customer 1600-2600: My bill is wrong.",
    ],
  ],
  [
    "several conversations in a document",
    "a.json",
    JSON.stringify({
      calls: [
        { meta: { no: 1 }, data: { parts } },
        { meta: { no: 2 }, data: { parts } },
      ],
    }),
    [{ ...acme, conversations: "calls" }],
    [
      "# acme 1",
      "agent Agent Ana 0-1500: Hello, how can I help?",
      "customer Customer 1600-2600: My bill is wrong.",
      "# acme 2",
      "agent Agent Ana 0-1500: Hello, how can I help?",
      "customer Customer 1600-2600: My bill is wrong.",
    ],
  ],
  [
    "JSONL, a conversation a line",
    "a.jsonl",
    [1, 2].map(no => JSON.stringify({ meta: { no }, data: { parts } })).join("\n"),
    [acme],
    [
      "# acme 1",
      "agent Agent Ana 0-1500: Hello, how can I help?",
      "customer Customer 1600-2600: My bill is wrong.",
      "# acme 2",
      "agent Agent Ana 0-1500: Hello, how can I help?",
      "customer Customer 1600-2600: My bill is wrong.",
    ],
  ],
  [
    "JSONL, a turn a line",
    "a.jsonl",
    [
      ["c1", "A", "Hello, how can I help?"],
      ["c2", "A", "Hello."],
      ["c1", "B", "My bill."],
      ["c2", "B", "Hi."],
    ]
      .map(([c, w, t]) => JSON.stringify({ call: { no: c }, w, t }))
      .join("\n"),
    [{ name: "lines", text: "t", speaker: "w", id: "call.no", roles: { A: "agent", B: "customer" } }],
    [
      "# lines c1",
      "agent A -: Hello, how can I help?",
      "customer B -: My bill.",
      "# lines c2",
      "agent A -: Hello.",
      "customer B -: Hi.",
    ],
  ],
  [
    "CSV, by the names of columns",
    "a.csv",
    "Fall;Wer;Wann;Was gesagt wurde\n1;A;00:01;Hallo, wie kann ich helfen?\n1;K;00:05;Meine Rechnung.\n2;A;00:00;Hallo.\n2;K;00:01;Ja.\n",
    [
      {
        name: "fall",
        text: "Was gesagt wurde",
        speaker: "Wer",
        start: "Wann",
        unit: "clock",
        id: "Fall",
        roles: { a: "agent", K: "customer" },
      },
    ],
    [
      "# fall 1",
      "agent A 1000-: Hallo, wie kann ich helfen?",
      "customer K 5000-: Meine Rechnung.",
      "# fall 2",
      "agent A 0-: Hallo.",
      "customer K 1000-: Ja.",
    ],
  ],
  [
    "XML, by elements and attributes",
    "a.xml",
    '<?xml version="1.0"?><x:chat xmlns:x="u" id="9"><x:line who="agent" t="1.5">Hello &amp; <b>welcome</b>, how can I help?</x:line><x:line who="visitor" t="3"><![CDATA[My <bill>.]]></x:line></x:chat>',
    [
      {
        name: "chat-xml",
        turns: "chat.line",
        text: ".",
        speaker: "@who",
        start: "@t",
        unit: "s",
        id: "chat.@id",
      },
    ],
    [
      "# chat-xml 9",
      "agent agent 1500-: Hello & welcome, how can I help?",
      "customer visitor 3000-: My <bill>.",
    ],
  ],
  [
    "moments of the calendar",
    "a.json",
    JSON.stringify({
      m: [
        { w: "agent", t: "Hi, how can I help?", d: "2026-03-02T10:00:00Z", e: "2026-03-02T10:00:03Z" },
        { w: "customer", t: "My bill.", d: "2026-03-02T10:00:04Z" },
      ],
    }),
    [{ name: "dated", turns: "m", text: "t", speaker: "w", start: "d", end: "e" }],
    [
      expect.stringMatching(/^# dated /),
      "agent agent 0-3000: Hi, how can I help?",
      "customer customer 4000-: My bill.",
    ],
  ],
  [
    "turns without words and times that are none are told",
    "a.json",
    JSON.stringify({
      m: [
        { w: "agent", t: "Hi, how can I help?", s: 1 },
        { w: "customer" },
        { w: "customer", t: "My bill.", s: "soon" },
      ],
    }),
    [{ name: "holes", turns: "m", text: "t", speaker: "w", start: "s", unit: "s" }],
    [
      expect.stringMatching(/^# holes /),
      "agent agent 1000-: Hi, how can I help?",
      "customer customer -: My bill.",
      "! lost-turn",
      "! lost-time",
    ],
  ],
])("%s", async (_, name, text, config, expected) => {
  expect(await turns(name, text, config)).toEqual(expected);
});

test("a mapping wins over what merely looks alike, and by name only where the name fits", async () => {
  const text = JSON.stringify({
    messages: [
      { role: "user", content: "Hello, how can I help?" },
      { role: "assistant", content: "My bill is wrong." },
    ],
  });
  const mapping = {
    name: "reversed",
    match: "*-acme.json",
    turns: "messages",
    text: "content",
    role: "role",
    roles: { user: "agent", assistant: "customer" },
  };
  expect((await turns("1-ACME.json", text, [mapping]))[0]).toMatch(/^# reversed/);
  expect((await turns("1.json", text, [mapping]))[0]).toMatch(/^# openai-messages/);
});

test("two mappings that both fit are a tie for the user to settle, by --from", async () => {
  const other = { ...acme, name: "acme-two" };
  const text = bytes(JSON.stringify({ data: { parts } }));
  const both = await formatsOf([acme, other]);
  expect(problemsOf(await readAll("a.json", text, {}, both))).toMatchObject([{ code: "ambiguous-format" }]);
  expect(transcriptsOf(await readAll("a.json", text, {}, { ...both, from: "acme-two" }))[0]?.format).toBe(
    "acme-two",
  );
});

test.each([
  ["a DOCTYPE is refused", '<!DOCTYPE a [<!ENTITY x "y">]><a><l w="agent">&x;</l></a>'],
  ["XML that is broken", '<a><l w="agent">hi</a>'],
  ["an entity that nobody declared", '<a><l w="agent">&x;</l></a>'],
])("%s", async (_, text) => {
  const options = await formatsOf([{ name: "x", turns: "a.l", text: ".", speaker: "@w" }]);
  const reads = await readAll("a.xml", bytes(text), {}, { ...options, from: "x" });
  expect(problemsOf(reads)).toMatchObject([{ code: "broken-xml" }]);
  expect(short(reads)).toHaveLength(1);
});

test("keys of prototypes lead nowhere", async () => {
  const config = [{ name: "proto", turns: "m", text: "constructor.name", speaker: "__proto__.x" }];
  const reads = await readAll("a.json", bytes('{"m":[{"a":1},{"a":2}]}'), {}, await formatsOf(config));
  expect(problemsOf(reads)).toMatchObject([{ code: "unknown-format" }]);
});

test.each([
  ["no list", { name: "a" }, [[], /list of formats/]],
  ["no value", ["a"], [[0], /expected a format/]],
  ["a mistyped key", [{ ...acme, speakr: "x" }], [[0, "speakr"], /`speakr`, expected `speaker`/]],
  ["no text", [{ name: "a", speaker: "b" }], [[0], /without `text`/]],
  ["nobody who speaks", [{ name: "a", text: "b" }], [[0], /without `speaker` or `role`/]],
  ["a name that is taken", [{ ...acme, name: "webvtt" }], [[0, "name"], /second format `webvtt`/]],
  ["the same name twice", [acme, acme], [[1, "name"], /second format/]],
  ["a name that cannot be typed", [{ ...acme, name: "Acme Calls" }], [[0, "name"], /small letters/]],
  ["a unit that is none", [{ ...acme, unit: "minutes" }], [[0, "unit"], /unit `minutes`/]],
  ["a path that is none", [{ ...acme, start: 5 }], [[0, "start"], /a path such as/]],
  ["a role that is none", [{ ...acme, roles: { A: "boss" } }], [[0, "roles", "A"], /role `boss`/]],
  ["a glob that is none", [{ ...acme, match: 5 }], [[0, "match"], /a glob/]],
] as const)("%s is a mistake at its place", (_, config, [at, message]) => {
  const read = formatsKey.read(config);
  if ("expected" in read) return expect(read.expected).toMatch(message);
  expect(read).toMatchObject({ mistakes: [{ at, message: expect.stringMatching(message) }] });
});
