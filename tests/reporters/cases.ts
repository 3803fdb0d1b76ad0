import { createCounter } from "../../src/batch/breakdown.js";
import type {
  Audit,
  Decision,
  Facts,
  Finding,
  LazyReporter,
  Outcome,
  Page,
  Place,
  Problem,
  Reporter,
  Role,
  Signal,
  Totals,
  Transcript,
  Turn,
  Verdict,
} from "../../src/model/index.js";

/** A run as reporters see it. */
export interface Run {
  readonly audits: readonly Audit[];
  readonly problems: readonly Problem[];
  readonly totals: Totals;
}

export const page: Page = { width: 80, color: false, mask: true, quotes: true };

/** A reporter that can be used at once. */
export const loaded = async (entry: Reporter | LazyReporter): Promise<Reporter> =>
  "load" in entry ? entry.load() : entry;

/** The whole text of a run. */
export function written(reporter: Reporter, { audits, problems, totals }: Run, on: Page = page): string {
  return [
    reporter.open(on),
    ...audits.map((audit, i) => reporter.audit(audit, on, i)),
    reporter.close({ problems, totals }, on),
  ].join("");
}

const ROLES: Readonly<Record<string, Role>> = { Ana: "agent", Agent: "agent", Priti: "supervisor" };

/** `Ana 12.5-14: I see.`: who, from when to when in seconds if known, and what. */
function turnOf(line: string, index: number): Turn {
  const [, speaker = "", start, end, text = ""] = /^(.*?)(?: ([\d.]+)-([\d.]+))?: (.*)$/s.exec(line) ?? [];
  const times = start === undefined ? {} : { start: Number(start) * 1000, end: Number(end) * 1000 };
  const role = ROLES[speaker] ?? "customer";
  const pieces = [{ utterance: index + 1, from: 0, to: text.length, line: index + 3, ...times }];
  return { index, speaker, role, kind: "speech", text, pieces, ...times };
}

export function transcriptOf(
  source: string,
  lines: readonly string[],
  more: Partial<Transcript> = {},
): Transcript {
  return {
    id: source.replace(/^.*\/|\.\w+$/g, ""),
    source,
    format: "plain-text",
    channel: "voice",
    overlaps: true,
    metadata: {},
    measured: [],
    turns: lines.map(turnOf),
    ...more,
  };
}

/** The place of words in a turn. */
export function placeIn({ turns }: Transcript, turn: number, words?: string): Place {
  const text = turns[turn]?.text ?? "";
  const from = words === undefined ? 0 : text.indexOf(words);
  return { turn, from, to: from + (words ?? text).length };
}

export function findingOf(
  check: string,
  title: string,
  verdict: Verdict,
  message: string,
  more: Partial<Finding> = {},
): Finding {
  return {
    check,
    checklist: "core",
    title,
    techniques: [check],
    verdict,
    message,
    evidence: [],
    weight: 20,
    autoFail: false,
    coach: "",
    ...more,
  };
}

interface Given {
  readonly findings: readonly Finding[];
  readonly signals?: readonly Signal[];
  readonly facts?: Partial<Facts>;
  readonly keep?: number;
  readonly change?: number;
  readonly at?: readonly [keep?: Place, change?: Place];
}

export function auditOf(transcript: Transcript, outcome: Outcome, score: number | null, given: Given): Audit {
  const { findings, signals = [], facts = {}, keep, change, at: [keepAt, changeAt] = [] } = given;
  const moment = (index: number, place?: Place) => ({
    finding: findings[index] as Finding,
    ...(place && { place }),
  });
  const { turns } = transcript;
  return {
    transcript,
    outcome,
    score,
    passMark: 75,
    checklists: [{ name: "core", version: "1.0.0", sha256: "0".repeat(64) }],
    findings,
    signals,
    facts: {
      turns: turns.length,
      agentTurns: turns.filter(({ role }) => role === "agent").length,
      customerTurns: turns.filter(({ role }) => role === "customer").length,
      words: turns.reduce((sum, { text }) => sum + text.split(" ").length, 0),
      ...facts,
    },
    ...(keep !== undefined && { keep: moment(keep, keepAt) }),
    ...(change !== undefined && { change: moment(change, changeAt) }),
  };
}

/** A run of these audits and problems. */
export function runOf(
  audits: readonly Audit[],
  problems: readonly Problem[] = [],
  more: Partial<Totals> = {},
): Run {
  const scores = audits.flatMap(({ score }) => (score === null ? [] : [score]));
  const outcomes = { pass: 0, fail: 0, "auto-fail": 0, "not-scorable": 0 };
  const counter = createCounter();
  for (const audit of audits) {
    outcomes[audit.outcome] += 1;
    counter.add(audit);
  }
  const meanScore =
    scores.length === 0 ? null : Math.round((scores.reduce((a, b) => a + b) / scores.length) * 10) / 10;
  return {
    audits,
    problems,
    totals: {
      audits: audits.length,
      inputs: audits.length,
      skipped: 0,
      unreadable: 0,
      outcomes,
      meanScore,
      breakdown: counter.breakdown(),
      ...more,
    },
  };
}

const vase = transcriptOf("fixtures/calls/broken-vase.vtt", [
  "Ana 0.4-4: Thanks for calling Harbour Gifts, you're through to Ana. How can I help?",
  "Mr Doe 4.6-13.2: The vase I ordered for my sister came in pieces. Her birthday is tomorrow and I've nothing to give her.",
  "Ana 13.9-22: Oh no, a present in pieces the day before a birthday: I'd be upset too. I'm so sorry about that, and I'll put it right.",
  "Mr Doe 22.4-25: Well, thank you. What can you do?",
  "Ana 25.5-35.1: I can send a new one to your sister by noon tomorrow, or refund you today so you can buy something locally. Which would you prefer?",
  "Mr Doe 36-40: The new one. My number is 555-0142 if the driver needs it.",
  "Ana 40.6-49: It's on its way, and you'll have a tracking mail at doe@example.com within ten minutes. Thank you for telling us, Mr Doe.",
]);

const allWell = auditOf(vase, "pass", 100, {
  findings: [
    findingOf(
      "interruptions",
      "Lets the customer finish",
      "pass",
      "Expected the customer to be heard out, heard no interruption",
      { avoids: true },
    ),
    findingOf("empathy", "Shows empathy", "pass", "Expected an answer to each of 1 worry, heard 1 answered", {
      evidence: [placeIn(vase, 2, "I'd be upset too")],
      opportunities: [{ cue: placeIn(vase, 1, "I've nothing to give her"), answer: placeIn(vase, 2) }],
    }),
    findingOf(
      "positive-language",
      "Says what can be done",
      "pass",
      "Expected what can be done, heard 2 such statements and no refusal",
      {
        evidence: [placeIn(vase, 4, "I can send a new one")],
      },
    ),
    findingOf(
      "apology",
      "Apologises sincerely",
      "pass",
      "Expected an apology that names its reason, heard 1",
      {
        techniques: ["apology", "non-apology"],
        evidence: [placeIn(vase, 2, "I'm so sorry about that, and I'll put it right")],
        parts: [
          findingOf("apology", "Apology", "pass", "Expected a sincere apology, heard 1"),
          findingOf("non-apology", "No apology that moves the fault", "pass", "Expected none, heard none", {
            avoids: true,
          }),
        ],
      },
    ),
    findingOf("alternatives", "Offers a choice", "pass", "Expected two ways forward, heard 2", {
      evidence: [placeIn(vase, 4, "or refund you today"), placeIn(vase, 4, "Which would you prefer?")],
    }),
  ],
  signals: [
    { detector: "customer-negative", role: "customer", evidence: [placeIn(vase, 1, "came in pieces")] },
    {
      detector: "empathy",
      role: "agent",
      evidence: [placeIn(vase, 2, "I'd be upset too")],
      detail: { step: "names the feeling" },
    },
  ],
  facts: {
    duration: 49_000,
    talkShare: 0.63,
    talkShareBy: "time",
    responseTime: 600,
    longestResponse: 700,
    silences: 0,
    wordsPerMinute: 156,
    longestMonologue: 9_600,
    overlaps: 0,
    questions: 2,
  },
  keep: 1,
  at: [placeIn(vase, 2, "I'd be upset too")],
});

const parcel = transcriptOf(
  "exports/night/lost-parcel.json",
  [
    "Agent: Hello.",
    "Customer: I told you twice already, my parcel never came and nobody rings me back! I want my money back.",
    "Agent: We can't refund that. You should have read the terms.",
    "Customer: Are you serious? This is outrageous.",
    "Agent: Please calm down. I'm sorry you feel that way.",
    "Customer: Forget it.",
  ],
  { channel: "chat", agent: "Ana Doe", language: "en-GB", overlaps: false },
);

const autoFail = auditOf(parcel, "auto-fail", 12.5, {
  findings: [
    findingOf(
      "disclosure",
      "Says that the chat is recorded",
      "fail",
      "Expected the disclosure in the first 3 turns, heard none",
      {
        section: "Opening",
        autoFail: true,
        weight: 10,
        techniques: ["disclosure"],
        coach: "Say it with the greeting; then it is done and nobody minds.",
        say: "Hello, you're through to Ana. Just so you know, this chat is kept so that we can learn from it.",
      },
    ),
    findingOf("empathy", "Shows empathy", "fail", "Expected an answer to 2 upset moments, heard 0 answered", {
      section: "Conversation",
      opportunities: [
        { cue: placeIn(parcel, 1, "nobody rings me back!") },
        { cue: placeIn(parcel, 3, "This is outrageous") },
      ],
      coach: "Name what the customer is going through before anything else.",
      say: "Two chats and no parcel: no wonder you're fed up.",
    }),
    findingOf(
      "positive-language",
      "Says what can be done",
      "partial",
      "Expected what can be done, heard 1 bare refusal: “can't refund that”",
      {
        section: "Conversation",
        evidence: [placeIn(parcel, 2, "We can't refund that")],
        coach: "Begin with what you can do, then the limit.",
        say: "What I can do is trace your parcel now and send a new one if it's lost.",
        remark: "the refusal came first in the answer",
      },
    ),
    findingOf(
      "interruptions",
      "Lets the customer finish",
      "na",
      "a chat shows no interruption unless somebody says so",
      { section: "Conversation", avoids: true },
    ),
    findingOf(
      "updates",
      "Keeps the customer informed",
      "unknown",
      "this export has no times, so waiting cannot be seen",
      { section: "Conversation" },
    ),
  ],
  change: 0,
});

const hours = transcriptOf("exports/opening-hours.txt", ["Customer: When do you open?", "Agent: At nine."], {
  channel: "chat",
  overlaps: false,
});

const nothing = auditOf(hours, "not-scorable", null, {
  findings: [
    findingOf("empathy", "Shows empathy", "na", "nobody was upset"),
    findingOf("apology", "Apologises sincerely", "na", "nothing had gone wrong"),
    findingOf("blame", "Leaves blame aside", "pass", "Expected no blame, heard none", { avoids: true }),
    findingOf("alternatives", "Offers a choice", "na", "nothing was asked for that could not be had"),
  ],
});

const unreadable: readonly Problem[] = [
  {
    source: "exports/broken.json",
    line: 3,
    column: 14,
    code: "json",
    effect: "unreadable",
    named: true,
    message: "Unexpected end of the text, expected `}`",
  },
  {
    source: "exports/half.csv",
    line: 120,
    code: "columns",
    effect: "partial",
    message: "Unexpected row of 2 columns, expected 4: row left out",
  },
  {
    source: "exports/notes.txt",
    code: "one-sided",
    effect: "note",
    message: "Unexpected single speaker, expected an agent and a customer",
  },
];

const markup = `<script>alert("1")</script> ]]> **bold** [link](https://example.com) @octocat #12 |`;
const nasty = transcriptOf(
  "exports/=cmd()\u202egpj,::error.txt",
  [
    '=HYPERLINK("x"): \u001b]0;title\u0007\u001b[31mred\u001b[0m \u009b2J ::error::pwned ##vso[task.complete result=Failed]\r\nnext',
    `Customer: ${markup} \u202etxt.exe\u202c \u2066x\u2069 pay\u200bpal\ufeff \u2028 \ud800 \u{e0041}`,
    "Ana: =1+1 or jane.doe@example.com, 4111 1111 1111 1111 %0A::warning::x",
    `Customer: ${"漢字仮名交じり文を折り返す。".repeat(6)} 👩‍👩‍👧‍👦👍🏽 ${"Donaudampfschifffahrtsgesellschaftskapitän".repeat(3)}`,
  ],
  { channel: "chat", agent: "+1 (555) 555-0123", overlaps: false, id: "=1+1\u0000" },
);

const hostile = auditOf(nasty, "fail", 50, {
  findings: [
    findingOf(
      "empathy",
      `Shows ${markup}`,
      "fail",
      `Expected "x" & 'y', heard “${markup}\u001b[2J”\n::error::and more`,
      {
        evidence: [placeIn(nasty, 1), placeIn(nasty, 2, "doe@example")],
        coach: "=cmd|' /C calc'!A0",
        say: "+1\u202e, ]]> <b>",
      },
    ),
    findingOf("=alternatives", "Offers a choice", "pass", "@SUM(1+1)", {
      evidence: [placeIn(nasty, 3)],
      section: "a|b",
    }),
    findingOf("composure", "Keeps calm", "partial", "", {
      evidence: [placeIn(nasty, 0)],
      parts: [findingOf("composure", "Part\u0007", "partial", "\u001b[1m")],
    }),
  ],
  signals: [
    {
      detector: "empathy",
      role: "agent",
      evidence: [placeIn(nasty, 2, "4111")],
      detail: { "cut\u001b": "\u001b[2J jane@example.com" },
    },
  ],
  facts: { "odd\u001bfact": "\u001b[2J" },
  keep: 1,
  change: 0,
  at: [placeIn(nasty, 3), placeIn(nasty, 2, "doe@example")],
});

/** The empathy of the auto-fail is known and accepted, its refusal too, with a reason; a bar is missed all the same. */
const accepted: Audit = {
  ...autoFail,
  findings: autoFail.findings.map(finding => {
    if (finding.check === "empathy") return { ...finding, accepted: true };
    const because = "quoting the old script to doe@example.com";
    return finding.check === "positive-language"
      ? { ...finding, accepted: true, acceptedBecause: because }
      : finding;
  }),
};
const decision: Decision = {
  bars: ["--min-score 75", "--per-check disclosure=0.8"],
  below: 1,
  missed: ["exports/night/lost-parcel.json: auto-fail (0)", "disclosure passed in 0 of 1 (0%), below 80%"],
  remarks: 1,
  accepted: 2,
};

/** The golden cases that every reporter answers. */
export const cases: ReadonlyMap<string, Run> = new Map([
  ["all-well", runOf([allWell])],
  ["auto-fail", runOf([autoFail])],
  ["nothing-applicable", runOf([nothing])],
  ["accepted", runOf([accepted], [], { decision })],
  ["unreadable", runOf([], unreadable, { inputs: 3, skipped: 1, unreadable: 1 })],
  [
    "hostile",
    runOf(
      [hostile],
      [
        {
          source: "a\u001b[2J,b::c.json",
          line: 1,
          code: "json",
          effect: "unreadable",
          message: `Unexpected ${markup}\r\n::error::x, expected jane@example.com`,
        },
      ],
      { inputs: 2, unreadable: 1 },
    ),
  ],
  ["several", runOf([allWell, autoFail, nothing], unreadable, { inputs: 6, skipped: 1, unreadable: 1 })],
]);
