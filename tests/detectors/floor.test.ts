import { expect, test } from "vitest";
import { takesUp } from "../../bench/eval/uptake.js";
import { interruption } from "../../src/detectors/interruption.js";
import { acknowledges, isNod } from "../../src/detectors/shared/nods.js";
import type { Signal } from "../../src/model/index.js";
import type { Row } from "../../src/model/turns.js";
import { buildTurns, hasBothEnds } from "../../src/model/turns.js";
import { compileLexicon, createTalk } from "../../src/text/index.js";

const { lexicon } = compileLexicon({ classes: new Map(), lists: [] });

test.each([
  [
    "a short overlap is tolerated",
    ["customer 0-5s: It came on Monday, broken.", "agent 4.8-7s: I see it here."],
    [],
  ],
  [
    "the floor is taken in mid-clause",
    ["customer 0-9s: I was away in the", "agent 7-11s: Have you had guests?"],
    ["interruption take-over"],
  ],
  [
    "a nod underneath takes nothing",
    ["customer 0-9s: I was away in the", "agent 7-8s: Mm-hm, right."],
    ["overlap backchannel"],
  ],
  [
    "the customer was finishing",
    ["customer 0-9s: And now the door is stuck.", "agent 8-11s: I can send someone."],
    ["overlap terminal-overlap"],
  ],
  [
    "the customer asked",
    ["customer 0-9s: Can you send someone?", "agent 8-11s: I can, today."],
    ["overlap invited"],
  ],
  [
    "marked as cut off, and the agent comes in at once",
    ["customer 0-4s: My father signed the form /", "agent 4.2-6s: Which form?"],
    ["interruption take-over"],
  ],
  [
    "marked, but the agent waits",
    ["customer 0-4s: My father signed the form /", "agent 6-8s: Which form?"],
    [],
  ],
  [
    "marked, but the customer goes on",
    ["customer 0-4s: My father signed the form /", "customer 4.5-6s: on Monday.", "agent 6.5-8s: I see."],
    [],
  ],
  ["marked, but nothing was said yet", ["customer 0-1s: so um /", "agent 1.1-3s: How can I help?"], []],
  ["marked, but it trails off", ["customer 0-4s: was it Tuesday or /", "agent 4.2-6s: It was Tuesday."], []],
  [
    "the agent was speaking before and goes on",
    [
      "agent 0-8s: The fee covers the visit and the parts.",
      "customer 3-4s: but it was never /",
      "agent 8-9s: All of it.",
    ],
    ["overlap talked-over"],
  ],
  [
    "untimed, by the mark",
    ["customer: I told the man that my /", "agent: Which man?"],
    ["interruption take-over"],
  ],
  [
    "the customer protests",
    ["agent: Is it gas?", "customer: Let me finish, please."],
    ["interruption take-over"],
  ],
  [
    "a protest about somebody else",
    ["agent: Is it gas?", "customer: Your colleague would not let me finish."],
    [],
  ],
] as const)("%s", (_, lines, expected) => {
  expect(heard(...lines).map(({ detector, detail }) => `${detector} ${detail?.class}`)).toEqual(expected);
});

test("an interruption tells which turn it cut, and its last words", () => {
  const [found] = heard("customer 0-9s: I was away in the", "agent 7-11s: Have you had guests?");
  expect(found).toMatchObject({
    value: 2000,
    detail: { over: "0", stops: "short", cut: "I was away in the", yielded: "customer" },
  });
});

test.each([
  ["Mm-hm.", true],
  ["oh okay i see", true],
  ["uh", true],
  ["r- right", true],
  ["so um", false],
  ["right?", false],
  ["no", false],
  ["yeah but the bill is wrong", false],
])("a nod: %s", (text, expected) => {
  expect(isNod(text)).toBe(expected);
});

test.each([
  ["a sign of listening", ["customer: It came broken.", "agent: Right."], true],
  ["an answer is more", ["customer: Is it broken?", "agent: Right."], false],
  ["mm-hm answers nothing", ["customer: Do you see?", "agent: Mm-hm."], true],
  ["so is a verdict", ["customer: It came broken.", "agent: That's right."], false],
])("acknowledges: %s", (_, lines, expected) => {
  expect(acknowledges(turns(lines), 1)).toBe(expected);
});

test.each([
  ["shares a word by its stem", "So the delivery was cancelled twice?", "They cancel my deliveries.", true],
  ["shares a number", "So that makes it 27 in all", "I counted 27", true],
  ["too short to take anything up", "Cancelled, okay.", "They cancel my deliveries.", false],
  ["about something else", "What is your postcode, please?", "They cancel my deliveries.", false],
])("takes up: %s", (_, answer, said, expected) => {
  expect(takesUp(answer, said)).toBe(expected);
});

function heard(...lines: readonly string[]): readonly Signal[] {
  const all = turns(lines);
  const transcript = {
    id: "t",
    source: "t",
    format: "t",
    channel: "voice",
    overlaps: hasBothEnds(all),
    metadata: {},
    measured: [],
    turns: all,
  } as const;
  return interruption.detect(createTalk(transcript, lexicon), () => []);
}

/** `role 0-2s: words`; a slash at the end is the export's cut-off mark. */
function turns(lines: readonly string[]): ReturnType<typeof buildTurns> {
  const rows = lines.map((line, utterance): Row => {
    const [, role = "", start, end, text = ""] = /^(\w+)(?: ([\d.]+)-([\d.]+)s)?: (.*)$/.exec(line) ?? [];
    const times = start && end ? { start: Number(start) * 1000, end: Number(end) * 1000 } : {};
    const cutOff = text.endsWith(" /");
    return {
      speaker: role,
      role: role as Row["role"],
      text: text.replace(/ \/$/, ""),
      utterance,
      ...times,
      ...(cutOff && { cutOff }),
    };
  });
  return buildTurns(rows, "voice");
}
