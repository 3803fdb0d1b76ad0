import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { fingerprintOf, readSidecar, sidecarText } from "../../src/review/sidecar.js";
import { doing, lateParcel, open } from "./calls.js";

const about = {
  reviewer: "Mo",
  mode: "analyst",
  transcript: { id: "t", source: "late.vtt", sha256: "a".repeat(64) },
  checklists: [{ name: "core", version: "1.0", sha256: "b".repeat(64) }],
  started: "2026-11-24T10:00:00.000Z",
  changed: "2026-11-24T10:05:00.000Z",
} as const;

const state = doing(
  open(lateParcel()),
  "fail",
  "comment",
  '"Name only',
  "flag",
  "add",
  '"No recap',
  "finish",
);
const written = sidecarText(about, state.call, state.work, ({ turn }) => `turn ${turn}`);

test("what is written is what is read", () => {
  const read = readSidecar(written);
  expect(read).toMatchObject({ ...about, work: state.work });
});

test("what is written keeps to the schema that ships, and the schema lets nothing else pass", () => {
  const schema = JSON.parse(readFileSync("docs/review.schema.json", "utf8"));
  const isReview = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  const sidecar = JSON.parse(written);
  expect([isReview(sidecar), isReview.errors]).toEqual([true, null]);
  const [answer] = sidecar.answers;
  for (const spoilt of [
    { ...sidecar, more: 1 },
    { ...sidecar, mode: "hasty" },
    { ...sidecar, answers: [{ ...answer, verdict: "good" }] },
    { ...sidecar, answers: [{ ...answer, evidence: [{ turn: 0, span: [0], quote: "" }] }] },
    { ...sidecar, changed: "yesterday" },
  ])
    expect(isReview(spoilt)).toBe(false);
});

test("the machine's answer is kept beside the person's, with its words", () => {
  expect(JSON.parse(written).answers).toEqual([
    {
      checklist: "core",
      check: "greeting",
      title: "Check greeting",
      machine: { verdict: "pass", evidence: [{ turn: 0, span: [0, 2], quote: "turn 0" }] },
      verdict: "fail",
      comment: "Name only",
      at: "2026-11-24T10:00:00.000Z",
    },
  ]);
});

test("answers to checks that are not asked this time are kept as they were", () => {
  const others = [{ checklist: "ours", check: "recap", verdict: "pass", at: "2026-11-01T00:00:00.000Z" }];
  const again = readSidecar(sidecarText({ ...about, others }, state.call, state.work, () => ""));
  expect("written" in again && again.written.get("ours/recap")).toEqual(others[0]);
});

describe("a sidecar that is damaged says where", () => {
  const broken = (change: (record: Record<string, unknown>) => void): string => {
    const record = JSON.parse(written) as Record<string, unknown>;
    change(record);
    return JSON.stringify(record);
  };
  test.each([
    ["cut off", written.slice(0, 200), /no JSON/],
    ["empty", "", /no JSON/],
    ["something else", "[]", /expected a review/],
    [
      "of another shape",
      broken(record => {
        record.schema = 2;
      }),
      /schema 2, expected 1/,
    ],
    [
      "an unheard verdict",
      broken(record => {
        record.answers = [{ checklist: "core", check: "a", verdict: "good", at: "" }];
      }),
      /`verdict`/,
    ],
    [
      "answers that are none",
      broken(record => {
        record.answers = [1];
      }),
      /`answers`/,
    ],
    [
      "no reviewer",
      broken(record => {
        delete record.reviewer;
      }),
      /`reviewer`/,
    ],
    [
      "a place nowhere",
      broken(record => {
        record.added = [{ title: "x", verdict: "fail", at: "", evidence: [{ turn: -1, span: [0, 1] }] }];
      }),
      /`turn`/,
    ],
  ])("%s", (_, text, message) => {
    const read = readSidecar(text);
    expect("damaged" in read && read.damaged).toMatch(message);
  });
});

test("a word, a name or a time more is another conversation", () => {
  const { transcript } = lateParcel().audit;
  const [first, ...rest] = transcript.turns;
  const changed = [{ text: "Good evening" }, { speaker: "Bea" }, { start: 1 }].map(change =>
    fingerprintOf({ ...transcript, turns: [{ ...first!, ...change }, ...rest] }),
  );
  expect(new Set([fingerprintOf(transcript), ...changed]).size).toBe(4);
  expect(fingerprintOf({ ...transcript, source: "moved/late.vtt" })).toBe(fingerprintOf(transcript));
});
