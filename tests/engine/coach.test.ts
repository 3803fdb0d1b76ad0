import { expect, test } from "vitest";
import { chooseMoments } from "../../src/engine/coach.js";
import type { Finding, Place, Role, Signal, Transcript, Verdict } from "../../src/model/index.js";

const at = (turn: number): Place => ({ turn, from: 0, to: 4 });

/** Turns by the first letter of who speaks: "caca". */
function conversation(speakers: string): Transcript {
  const roles: Readonly<Record<string, Role>> = { a: "agent", c: "customer", b: "bot" };
  const turns = [...speakers].map((letter, index) => ({
    index,
    speaker: roles[letter] as string,
    role: roles[letter] as Role,
    kind: "speech" as const,
    text: "Some words",
    pieces: [],
  }));
  return {
    id: "x",
    source: "x",
    format: "dialog",
    channel: "voice",
    overlaps: false,
    metadata: {},
    measured: [],
    turns,
  };
}

const feels = (feeling: string, ...turns: readonly number[]): Signal => ({
  detector: `customer-${feeling}`,
  role: "customer",
  evidence: turns.map(at),
});

interface Given extends Partial<Finding> {
  readonly at?: readonly number[];
}

function finding(check: string, verdict: Verdict, given: Given = {}): Finding {
  const { at: turns = [], ...rest } = given;
  return {
    check,
    checklist: "core",
    title: check,
    techniques: [check],
    verdict,
    message: "",
    evidence: turns.map(at),
    weight: 10,
    autoFail: false,
    coach: "",
    ...rest,
  };
}

const missedCue = (turn: number) => ({ opportunities: [{ cue: at(turn) }] });

const cases: readonly [string, string, readonly Finding[], readonly Signal[], string][] = [
  ["nothing to say of nothing", "ca", [], [], "- / -"],
  ["a pass without evidence is no strength", "ca", [finding("blame", "pass", { avoids: true })], [], "- / -"],
  [
    "nor is one that rests on absence, whatever it points at",
    "ca",
    [finding("blame", "pass", { avoids: true, at: [1] })],
    [],
    "- / -",
  ],
  [
    "the heavier strength",
    "ca",
    [finding("a", "pass", { at: [1] }), finding("b", "pass", { at: [1], weight: 20 })],
    [],
    "b@1 / -",
  ],
  [
    "of equal ones the rarer",
    "caca",
    [finding("a", "pass", { at: [1, 3] }), finding("b", "pass", { at: [3] })],
    [],
    "b@3 / -",
  ],
  [
    "then the checklist's order",
    "caca",
    [finding("a", "pass", { at: [3] }), finding("b", "pass", { at: [1] })],
    [],
    "a@3 / -",
  ],
  [
    "what answered the worst moment comes first, and is quoted there",
    "cacaca",
    [finding("a", "pass", { at: [1], weight: 50 }), finding("b", "pass", { at: [1, 5] })],
    [feels("negative", 0), feels("hostile", 4)],
    "b@5 / -",
  ],
  [
    "an answer may take two turns of the agent, no more",
    "cababaa",
    [finding("a", "pass", { at: [5] }), finding("b", "pass", { at: [3] })],
    [feels("hostile", 0)],
    "b@3 / -",
  ],
  [
    "an informational item is no strength",
    "ca",
    [finding("load", "pass", { at: [1], weight: 0 })],
    [],
    "- / -",
  ],
  [
    "the miss that costs most",
    "ca",
    [finding("a", "fail", { at: [1] }), finding("b", "fail", { at: [1], weight: 15 })],
    [],
    "- / b@1",
  ],
  [
    "a fail costs more than a partial of the same weight",
    "ca",
    [finding("a", "partial", { at: [1] }), finding("b", "fail", { at: [1] })],
    [],
    "- / b@1",
  ],
  [
    "an auto-fail costs everything",
    "ca",
    [
      finding("a", "fail", { at: [1], weight: 90 }),
      finding("b", "fail", { at: [1], autoFail: true, weight: 1 }),
    ],
    [],
    "- / b@1",
  ],
  [
    "avoiding checks cost what they weigh after scaling",
    "ca",
    [finding("a", "fail", { at: [1], avoids: true, weight: 11 }), finding("b", "fail", { at: [1] })],
    [],
    "- / b@1",
  ],
  [
    "of equal ones the nearest before the customer turned worse",
    "cacacaca",
    [finding("a", "fail", { at: [1] }), finding("b", "fail", { at: [5] })],
    [feels("negative", 6)],
    "- / b@5",
  ],
  [
    "not the one after",
    "cacacaca",
    [finding("a", "fail", { at: [7] }), finding("b", "fail", { at: [1] })],
    [feels("negative", 6)],
    "- / b@1",
  ],
  [
    "staying angry is not turning worse",
    "cacaca",
    [finding("a", "fail", { at: [1] }), finding("b", "fail", { at: [3] })],
    [feels("negative", 2, 4)],
    "- / a@1",
  ],
  [
    "then the earliest",
    "caca",
    [finding("a", "fail", { at: [3] }), finding("b", "fail", { at: [1] })],
    [],
    "- / b@1",
  ],
  [
    "what was missed is quoted at the cue that nobody answered",
    "caca",
    [finding("empathy", "partial", { at: [1], ...missedCue(2) })],
    [],
    "- / empathy@2",
  ],
  ["a miss without a place has none", "ca", [finding("a", "fail")], [], "- / a@-"],
  [
    "an item takes the place of the part that failed",
    "ca",
    [finding("a", "fail", { parts: [finding("p", "pass", { at: [0] }), finding("q", "fail", { at: [1] })] })],
    [],
    "- / a@1",
  ],
  ["weight 0 is no miss", "ca", [finding("load", "fail", { at: [1], weight: 0 })], [], "- / -"],
];

test.each(cases)("%s", (_, speakers, findings, signals, expected) => {
  const { keep, change } = chooseMoments(conversation(speakers), findings, signals);
  const shown = [keep, change].map(moment =>
    moment ? `${moment.finding.check}@${moment.place?.turn ?? "-"}` : "-",
  );
  expect(shown.join(" / ")).toBe(expected);
});
