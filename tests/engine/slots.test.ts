import { expect, test } from "vitest";
import { sayInstead } from "../../src/engine/say.js";
import { slotsOf } from "../../src/engine/slots.js";
import type { Judgement, Signal, Transcript, Turn } from "../../src/model/index.js";

const at = (turn: number) => ({ turn, from: 0, to: 1 });

/** Turns of the customer, the agent and so on, in turn. */
function conversation(...texts: readonly string[]): Transcript {
  const turns = texts.map((text, index): Turn => {
    const role = index % 2 ? "agent" : "customer";
    return { index, speaker: role, role, kind: "speech", text, pieces: [] };
  });
  return {
    id: "x",
    source: "x",
    format: "dialog",
    channel: "chat",
    overlaps: false,
    metadata: {},
    measured: [],
    turns,
  };
}

const missed = (...cues: readonly number[]): Judgement => ({
  verdict: "fail",
  message: "",
  evidence: [],
  opportunities: cues.map(turn => ({ cue: at(turn) })),
});

test.each([
  ["My parcel never came.", "your parcel"],
  ["my parcel never came and nobody rang", "your parcel"],
  ["You sent the wrong lamp and the lamp was broken.", "the lamp"],
  ["It's my daughter's chair again.", "your daughter's chair"],
  ["I want my money back for my last order!", "your last order"],
  ["MY ORDER IS LATE", "your order"],
  ["our booking's gone", undefined],
  ["the bill ive had is twice the usual", "the bill"],
  ["My name is Doe and my number is 555-0142.", undefined],
  ["My husband died in March.", undefined],
  ["The problem is that nobody answers.", undefined],
  ["My glasses are broken.", undefined],
  ["The network partner though is not us.", undefined],
  ["I was told on Monday that they would come.", undefined],
  ["", undefined],
  [`${"my ".repeat(50_000)}parcel never came`, undefined],
])("trouble in %j: %s", (text, expected) => {
  const said = sayInstead(["{trouble}"], slotsOf(missed(0), [], conversation(text)));
  expect(said?.toLowerCase()).toBe(expected);
});

test.each([
  ["I'm so frustrated with you lot.", "frustrating"],
  ["this is RIDICULOUS", "frustrating"],
  ["honestly it's been a nightmare", "hard"],
  ["I'm not angry, I only want to know.", undefined],
  ["The other lady was upset.", "upsetting"],
  ["Fine.", undefined],
])("feeling in %j: %s", (text, expected) => {
  expect(slotsOf(missed(0), [], conversation(text)).get("feeling")).toBe(expected);
});

test("the nearest words before the miss come first, then those of the beginning", () => {
  const talk = conversation(
    "My order is late.",
    "Hm.",
    "And the website keeps crashing.",
    "Hm.",
    "Well?",
    "Hm.",
    "My bill is wrong.",
  );
  expect(slotsOf(missed(4), [], talk).get("trouble")).toBe("the website");
  expect(slotsOf(missed(0), [], talk).get("trouble")).toBe("my order");
  expect(slotsOf(missed(), [], talk).get("trouble")).toBe("my bill");
});

test("only the customer is quoted", () => {
  expect(
    slotsOf(missed(0), [], conversation("Hello.", "The order is on its way.")).get("trouble"),
  ).toBeUndefined();
});

test("particulars of signals go before what is found in the text; the unanswered cue before the rest", () => {
  const judgement: Judgement = { ...missed(2), evidence: [at(3)] };
  const signal = (turn: number, detail: Readonly<Record<string, string>>): Signal => ({
    detector: "cue",
    evidence: [at(turn)],
    detail,
  });
  const signals = [
    signal(3, { trouble: "evidence", refused: "refund" }),
    signal(2, { trouble: "cue" }),
    signal(9, { other: "far" }),
  ];
  const slots = slotsOf(judgement, signals, conversation("My order is late.", "Hm.", "Well?", "No."));
  expect([slots.get("trouble"), slots.get("refused"), slots.get("other")]).toEqual([
    "cue",
    "refund",
    undefined,
  ]);
});
