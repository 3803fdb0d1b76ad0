import { expect, test } from "vitest";
import { dialog } from "../../src/formats/dialog.js";
import { type Baseline, createMatching, createWriting, pruned } from "../../src/gate/baseline.js";
import { readBaseline, stalePins, writeBaseline } from "../../src/gate/baseline-file.js";
import type { Audit, Finding, Verdict } from "../../src/model/index.js";

const naming = (source: string) => source;
const PIN = { name: "core", version: "1", sha256: "a" };

/** Conversations in which each «no» is blame, and each unanswered «sad» a call for empathy. */
function audit(lines: readonly string[], verdict: Verdict = "fail", source = "a.txt"): Audit {
  const transcript = { ...dialog(lines, "chat"), source };
  const places = (word: RegExp) =>
    transcript.turns
      .filter(({ text }) => word.test(text))
      .map(({ index, text }) => ({ turn: index, from: 0, to: text.length }));
  const base = {
    checklist: "core",
    title: "",
    techniques: [],
    weight: 1,
    autoFail: false,
    coach: "",
    message: "",
  };
  const findings: readonly Finding[] = [
    {
      ...base,
      check: "blame",
      verdict: places(/\bno\b/i).length > 0 ? verdict : "pass",
      evidence: places(/\bno\b/i),
      avoids: true,
    },
    {
      ...base,
      check: "empathy",
      verdict: places(/sad/).length > 0 ? verdict : "na",
      evidence: [],
      opportunities: places(/sad/).map(cue => ({ cue })),
    },
    { ...base, check: "closing", verdict: places(/bye/).length > 0 ? "pass" : verdict, evidence: [] },
  ];
  return {
    transcript,
    findings,
    checklists: [PIN],
    passMark: 70,
    outcome: "fail",
    score: 0,
  } as unknown as Audit;
}

function writtenFrom(...audits: readonly Audit[]): Baseline {
  const writing = createWriting(naming);
  for (const one of audits) writing.add(one);
  return writing.baseline();
}
const open = (baseline: Baseline, ...audits: readonly Audit[]): readonly string[] => {
  const matching = createMatching(baseline, naming);
  return audits.flatMap(one =>
    matching
      .accept(one)
      .findings.filter(({ verdict, accepted }) => verdict !== "pass" && verdict !== "na" && !accepted)
      .map(({ check }) => check),
  );
};

const CALL = ["customer: I'm sad", "agent: No.", "customer: Well"];

test.each<[string, Audit, readonly string[]]>([
  ["the same again", audit(CALL), []],
  ["a turn inserted at the top", audit(["agent: Hello", ...CALL]), []],
  ["one in the middle", audit(["customer: I'm sad", "agent: Hm", "agent: No.", "customer: Well"]), []],
  [
    "other punctuation, other letters, other spacing",
    audit(["customer: i'm  SAD!".replace("SAD", "sad"), "agent: NO", "customer: Well"]),
    [],
  ],
  [
    "a file of another name has its turns accepted, and nothing said of it as a whole",
    audit(CALL, "fail", "b.txt"),
    ["closing"],
  ],
  ["another turn is new", audit([...CALL, "agent: No way."]), ["blame"]],
  [
    "the same words of another person are, too",
    audit(["customer: I'm sad", "customer: No.", "agent: Well"]),
    ["blame"],
  ],
  ["so is the same turn twice, where it was accepted once", audit([...CALL, "agent: No."]), ["blame"]],
  ["better is no worse", audit(CALL, "partial"), []],
])("%s", (_, now, expected) => {
  expect(open(writtenFrom(audit(CALL)), now)).toEqual(expected);
});

test("a partial that was accepted covers no fail", () => {
  expect(open(writtenFrom(audit(CALL, "partial")), audit(CALL))).toEqual(["blame", "empathy", "closing"]);
});

test("the same text twice is handled by count, over a run", () => {
  const baseline = writtenFrom(audit(CALL), audit(CALL));
  expect(open(baseline, audit(CALL), audit(CALL))).toEqual([]);
  expect(open(baseline, audit(CALL), audit(CALL), audit(CALL))).toEqual(["blame", "empathy", "closing"]);
});

test("pruning keeps what was met, as often as it was, and takes nothing in", () => {
  const baseline = writtenFrom(audit(CALL), audit(CALL));
  const matching = createMatching(baseline, naming);
  matching.accept(audit([...CALL, "agent: bye"]));
  matching.accept(audit(["agent: Never", "agent: bye"]));
  const left = pruned(baseline, matching.met());
  expect(new Map(left.accepted.map(({ check, count }) => [check, count]))).toEqual(
    new Map([
      ["empathy", 1],
      ["blame", 1],
    ]),
  );
  expect(pruned(left, matching.met()).accepted).toHaveLength(left.accepted.length);
});

test("the file is sorted, a miss a line, and comes back as it was; no words of the conversation are in it", () => {
  const baseline = writtenFrom(
    audit(CALL),
    audit(["agent: No.", "customer: I'm sad again"], "fail", "b.txt"),
  );
  const text = writeBaseline(baseline);
  const back = readBaseline(text);
  expect("wrong" in back ? back.wrong : writeBaseline(back)).toBe(text);
  expect(text).not.toMatch(/sad|No\./);
  expect(writeBaseline({ ...baseline, accepted: baseline.accepted.toReversed() })).toBe(text);
  expect(text.split("\n").filter(line => line.startsWith('{"checklist"'))).toHaveLength(
    baseline.accepted.length,
  );
});

test.each([
  ["no JSON", "{", "expected a baseline"],
  ["something else", "[]", "expected a baseline"],
  ["a shape of the future", '{"baseline": 2, "accepted": []}', "expected 1"],
  ["an entry that is none", '{"baseline": 1, "accepted": [{"check": "a"}]}', "entry 1"],
  [
    "a count of none",
    '{"baseline": 1, "accepted": [{"checklist":"c","check":"a","verdict":"fail","words":"x","count":0}]}',
    "entry 1",
  ],
  ["no entries at all", '{"baseline": 1}', "entry 1"],
])("%s is told, and never taken for an empty baseline", (_, text, told) => {
  const read = readBaseline(text);
  expect("wrong" in read ? read.wrong : "").toContain(told);
});

test("a scorecard that has changed since is told", () => {
  const baseline = writtenFrom(audit(CALL));
  expect(stalePins(baseline, [PIN])).toEqual([]);
  expect(stalePins(baseline, [{ ...PIN, sha256: "b" }]).map(({ name }) => name)).toEqual(["core"]);
  expect(stalePins(baseline, [{ ...PIN, name: "other" }])).toEqual([]);
});
