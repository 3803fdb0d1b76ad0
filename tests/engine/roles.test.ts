import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { castRoles } from "../../src/engine/roles.js";
import type { Conversation, Role, Written } from "../../src/model/index.js";

type Line = readonly [speaker: string, text: string, role?: Role];

function rowsOf(lines: readonly Line[]): readonly Written[] {
  return lines.map(([speaker, text, role]) => ({ speaker, text, ...(role && { role }) }));
}

function cast(
  lines: readonly Line[],
  agents: readonly string[] = [],
  about: Omit<Conversation, "rows"> = {},
): Record<string, string> {
  const rows = rowsOf(lines);
  const { casts, complaint } = castRoles(rows, { ...about, rows }, agents);
  const roles = Object.fromEntries(
    [...casts.values()].map(({ speaker, role, by }) => [speaker, `${role} by ${by}`]),
  );
  return complaint === undefined ? roles : { ...roles, complaint: complaint.code };
}

const GREETS: Line = ["Ana", "Thank you for calling Larch, how can I help?"];
const ASKS: Line = ["Ben", "I'm calling because my bill is wrong."];

describe("labels", () => {
  test.each([
    [
      "the export knows best",
      [
        ["Ana", "Hi", "agent"],
        ["Ben", "Hi", "customer"],
      ],
      { Ana: "agent by export", Ben: "customer by export" },
    ],
    [
      "words in a label",
      [
        ["Agent 1", "Hi"],
        ["CUSTOMER", "Hi"],
      ],
      { "Agent 1": "agent by words", CUSTOMER: "customer by words" },
    ],
    [
      "customer service is no customer",
      [
        ["Customer Service", "Hi"],
        ["Caller", "Hi"],
      ],
      { "Customer Service": "agent by words", Caller: "customer by words" },
    ],
    [
      "a virtual agent is a bot",
      [
        ["VirtualAgent", "Hi"],
        ["Rep", "Hi"],
        ["User", "Hi"],
      ],
      { VirtualAgent: "bot by words", Rep: "agent by words", User: "customer by words" },
    ],
    [
      "a supervisor and the system",
      [
        ["Team Lead", "Hi"],
        ["System", "x"],
        ["Advisor", "Hi"],
        ["Guest", "Hi"],
      ],
      {
        "Team Lead": "supervisor by words",
        System: "system by words",
        Advisor: "agent by words",
        Guest: "customer by words",
      },
    ],
    [
      "the only other is the other side",
      [
        ["Therapist", "Hi"],
        ["Ben", "Hi"],
      ],
      { Therapist: "agent by words", Ben: "customer by others" },
    ],
    [
      "also the other way round",
      [
        ["Visitor", "Hi"],
        ["Ana", "Hi"],
      ],
      { Visitor: "customer by words", Ana: "agent by others" },
    ],
  ] as const)("%s", (_, lines, expected) => {
    expect(cast(lines)).toEqual(expected);
  });

  test("the agent that the export names beside the rows", () => {
    expect(
      cast(
        [
          ["Ana Lopez", "Hi"],
          ["Ben", "Hi"],
        ],
        [],
        { agent: "ana lopez" },
      ),
    ).toEqual({ "Ana Lopez": "agent by export", Ben: "customer by others" });
  });
});

describe("the user's word", () => {
  const two: readonly Line[] = [
    ["Ana Lopez", "Hi"],
    ["Ben Ode", "Hi"],
  ];

  test.each([
    ["a whole name", ["Ana Lopez"], { "Ana Lopez": "agent by user", "Ben Ode": "customer by others" }],
    [
      "a word of it, in any case",
      ["lopez"],
      { "Ana Lopez": "agent by user", "Ben Ode": "customer by others" },
    ],
    ["part of a word is not the word", ["Lop"], { complaint: "unknown-roles" }],
    ["a name that is not here says nothing", ["Cy"], { complaint: "unknown-roles" }],
    ["two agents", ["Ana", "Ben"], { "Ana Lopez": "agent by user", "Ben Ode": "agent by user" }],
  ])("%s", (_, agents, expected) => {
    expect(cast(two, agents)).toEqual(expected);
  });

  test("wins over labels: the agent that the export has wrong is the customer", () => {
    const wrong: readonly Line[] = [
      ["Agent", "My bill", "agent"],
      ["Customer", "Thanks for calling", "customer"],
    ];
    expect(cast(wrong, ["Customer"])).toEqual({ Customer: "agent by user", Agent: "customer by others" });
  });
});

describe("what is said", () => {
  test.each([
    ["a greeting and a problem", [GREETS, ASKS], { Ana: "agent by content", Ben: "customer by content" }],
    [
      "without capitals and marks",
      [
        ["spk_0", "larch parcels good morning how may i help"],
        ["spk_1", "yeah my parcel is late and i've been waiting all week"],
      ],
      { spk_0: "agent by content", spk_1: "customer by content" },
    ],
    [
      "questions that verify",
      [
        ["A", "Hello."],
        ["B", "My card was stolen."],
        ["A", "Can I take your account number?"],
      ],
      { A: "agent by content", B: "customer by content" },
    ],
    [
      "a greeting of the house, a request to read a number out",
      [
        ["Priya", "Northwind Energy, good afternoon, Priya here."],
        ["Tom", "My smart meter has been showing zero since Friday."],
        ["Priya", "Oh no. Can you read me the serial number on the front?"],
        ["Tom", "It's 4471-B."],
        ["Priya", "Lovely. I'll send a reset now. Is there anything else today?"],
      ],
      { Priya: "agent by content", Tom: "customer by content" },
    ],
    [
      "who calls somebody back is not the customer",
      [
        ["A", "Hello?"],
        ["B", "Is that Mrs Field? It's Karim from Volta, I'm calling about the outage you reported."],
        ["A", "Oh yes, it's been down since Tuesday."],
        ["B", "I'm sorry about that. I'll credit your account for the three days."],
      ],
      { A: "customer by content", B: "agent by content" },
    ],
    [
      "a chat in few words",
      [
        ["x", "app keeps crashing when i open it"],
        ["y", "ugh sorry about that. which version are you on?"],
        ["x", "4.1"],
        ["y", "ok that one has a bug, i've put a fix on your account"],
        ["x", "works now ty"],
      ],
      { x: "customer by content", y: "agent by content" },
    ],
    [
      "a bot is neither; the person who takes over is the agent",
      [
        ["VirtualAssistant", "Hi! How can I help?"],
        ["Lena", "my order has not arrived"],
        ["Oscar", "Hi Lena, Oscar here from support. Sorry about that, let me check your order."],
        ["Lena", "ok thanks"],
      ],
      { VirtualAssistant: "bot by words", Lena: "customer by content", Oscar: "agent by content" },
    ],
    [
      "two customers on one line, of whom one tells nothing",
      [
        ["Operator", "Good evening, City Cabs."],
        ["Ann", "Hi, we've been waiting for our taxi for an hour."],
        ["Ben", "And the train goes at six!"],
      ],
      { Operator: "agent by words", Ann: "customer by content", Ben: "other by content" },
    ],
    [
      "small talk tells nothing",
      [
        ["Ana", "Lovely weather."],
        ["Ben", "Isn't it."],
      ],
      { complaint: "unknown-roles" },
    ],
    [
      "a third who says nothing that tells is not judged",
      [GREETS, ASKS, ["Cy", "Hello all."]],
      { Ana: "agent by content", Ben: "customer by content", Cy: "other by content" },
    ],
    [
      "a second agent beside a known pair",
      [
        ["Agent", "Hi"],
        ["Customer", "Hi"],
        ["Dee", "Thank you for holding, how can I help?"],
      ],
      { Agent: "agent by words", Customer: "customer by words", Dee: "agent by content" },
    ],
  ] as const)("%s", (_, lines, expected) => {
    expect(cast(lines)).toEqual(expected);
  });

  test("the problem says which flag settles it", () => {
    const rows = rowsOf([
      ["Ana", "Lovely weather."],
      ["Ben", "Isn't it."],
    ]);
    expect(castRoles(rows, { rows }).complaint?.message).toMatch(/`Ana`, `Ben`.*--agent NAME/);
  });
});

describe("labels the wrong way round", () => {
  const swapped: readonly Line[] = [
    ["Customer", GREETS[1]],
    ["Agent", ASKS[1]],
  ];

  test("are noticed, and the flag that settles it is named", () => {
    const rows = rowsOf(swapped);
    const { complaint } = castRoles(rows, { rows });
    expect(complaint).toMatchObject({ code: "swapped-roles", effect: "unreadable" });
    expect(complaint?.message).toContain('--agent "Customer"');
  });

  test.each([
    ["the user may say that they are right", swapped, ["Agent"]],
    [
      "a customer who thanks for a call back is no agent",
      [
        ["Agent", "Hello, Larch here."],
        ["Customer", "Thank you for calling me back about my bill."],
      ],
      [],
    ],
    [
      "nor one who once talks like one",
      [
        ["Agent", "Hi, I'm Ana, your bill is ready."],
        ["Customer", "How can I help you find it?"],
        ["Agent", "What's your account number?"],
      ],
      [],
    ],
  ] as const)("%s", (_, lines, agents) => {
    expect(cast(lines, agents)).not.toHaveProperty("complaint");
  });
});

describe("short calls, where one or two sentences must tell", () => {
  // biome-ignore format: one row, one case
  test.each([
    ["who is on the line for a firm", [["B", "Our line has been dead since Tuesday and nobody tells us anything."], ["A", "You're on with Deshawn. There's a fault in your street, you'll get a text once it's up."]]],
    ["a firm before the name", [["A", "northway gas this is brenda"], ["B", "uh hi yeah the pilot light on my boiler keeps going out"], ["A", "i'm going to book you a plumber"], ["B", "thanks so much"]]],
    ["who rings out", [["A", "Hi, is that Mrs Lindqvist?"], ["B", "It is."], ["A", "It's Yusuf from Harbour Energy, about the reading you sent us."], ["B", "Is there a problem with my meter?"]]],
    ["what is promised", [["B", "Someone reversed into my bumper this morning."], ["A", "Oh dear. You'll get a claim number now, and the garage will be with you by noon."]]],
    ["the fourth time", [["B", "This is the fourth time I'm ringing about the same bill."], ["A", "Let me waive that."]]],
    ["a greeting in Spanish", [["A", "Buenos días, gracias por llamar a Luz Norte."], ["B", "Hola, me han cobrado dos veces."]]],
    ["a greeting in German", [["A", "Guten Tag, was kann ich für Sie tun?"], ["B", "Mein Zähler steht."]]],
    ["a customer who is sorry", [["B", "Sorry to bother you again, I gave you the wrong flight number, my mistake."], ["A", "Not to worry, I've swapped it for you. You'll see it in a minute."]]],
  ] satisfies readonly (readonly [string, [string, string][]])[])("%s", (_, lines) => {
    expect(cast(lines)).toMatchObject({ A: expect.stringMatching(/^agent/), B: expect.stringMatching(/^customer/) });
  });

  test("hello and hello is nobody's", () => {
    expect(
      cast([
        ["A", "Hello."],
        ["B", "Hello."],
        ["A", "Right."],
        ["B", "Right."],
      ]),
    ).toHaveProperty("complaint");
  });
});

const cases = new URL("../../../shared/cases/conversations.jsonl", import.meta.url);

test.skipIf(!existsSync(cases))(
  "of the 36 labelled conversations, names hidden, most are told apart and none the wrong way round",
  () => {
    const outcomes = { right: 0, wrong: 0, unknown: 0, accused: 0 };
    for (const line of readFileSync(cases, "utf8").trim().split("\n")) {
      const { turns } = JSON.parse(line) as { turns: readonly { speaker: string; text: string }[] };
      const two = turns.filter(({ speaker }) => speaker === "agent" || speaker === "customer");
      const { complaint, ...roles } = cast(
        two.map(({ speaker, text }) => [speaker === "agent" ? "A" : "B", text]),
      );
      if (complaint !== undefined) outcomes.unknown++;
      else if (roles.A?.startsWith("agent") && roles.B?.startsWith("customer")) outcomes.right++;
      else outcomes.wrong++;
      if (cast(two.map(({ speaker, text }) => [speaker, text])).complaint !== undefined) outcomes.accused++;
    }
    process.stdout.write(`roles by content: ${JSON.stringify(outcomes)}\n`);
    expect(outcomes).toMatchObject({ wrong: 0, accused: 0 });
    expect(outcomes.right).toBeGreaterThanOrEqual(34);
  },
);
