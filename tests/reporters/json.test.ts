import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { Audit } from "../../src/model/index.js";
import { json, jsonl } from "../../src/reporters/index.js";
import { auditOf, cases, findingOf, page, placeIn, type Run, transcriptOf, written } from "./cases.js";

/** As much of the report as these tests read. */
interface Report {
  readonly schema: number;
  readonly audits: readonly {
    readonly id: string;
    readonly findings: readonly Record<string, unknown>[];
    readonly signals: unknown;
  }[];
  readonly problems: readonly unknown[];
  readonly totals: { readonly audits: number };
}

const read = (run: Run, on = page): Report => JSON.parse(written(json, run, on)) as Report;

test.each([...cases])("%s is one JSON document, and a JSON object a line", (_, run) => {
  const { schema, audits, problems, totals } = read(run);
  expect([schema, audits.length, problems.length]).toEqual([1, run.audits.length, run.problems.length]);
  expect(totals.audits).toBe(run.audits.length);
  const lines = written(jsonl, run)
    .trimEnd()
    .split("\n")
    .map(line => JSON.parse(line) as { kind: string; id?: string });
  expect(lines.map(({ kind }) => kind)).toEqual([
    ...run.audits.map(() => "audit"),
    ...run.problems.map(() => "problem"),
    "totals",
  ]);
  expect(lines.slice(0, audits.length).map(({ id }) => id)).toEqual(audits.map(({ id }) => id));
});

test.each([...cases])("%s holds no character that acts", (_, run) => {
  for (const reporter of [json, jsonl])
    expect(written(reporter, run)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]|\\u00[01]|\\u20[26]|\p{Cs}/u,
    );
});

const chat = transcriptOf("chat.txt", [
  "Agent: Hello.",
  "Customer: It's broken, write to jane.doe@example.com",
  "Agent: Sorry.",
]);

function run(...audits: readonly Audit[]): Run {
  const outcomes = { pass: audits.length, fail: 0, "auto-fail": 0, "not-scorable": 0 };
  return {
    audits,
    problems: [],
    totals: { audits: audits.length, inputs: 1, skipped: 0, unreadable: 0, outcomes, meanScore: null },
  };
}

describe("evidence", () => {
  const place = placeIn(chat, 1, "jane.doe");
  const audit = auditOf(chat, "pass", 100, {
    findings: [findingOf("a", "A", "pass", "", { evidence: [place] })],
  });
  const evidenceOn = (on = page) => {
    const [first] = read(run(audit), on).audits[0]?.findings ?? [];
    const evidence = (first?.evidence ?? []) as readonly Record<string, unknown>[];
    return evidence[0];
  };

  test("has exactly these fields; the span refers to the unmasked text", () => {
    expect(evidenceOn()).toEqual({
      turn: 1,
      utterance: 2,
      span: [place.from, place.to],
      quote: "[email]",
      start: null,
      speaker: "Customer",
      role: "customer",
    });
  });

  test("unmasked only when asked", () =>
    expect(evidenceOn({ ...page, mask: false })?.quote).toBe("jane.doe"));
  test("by position alone when asked", () =>
    expect(evidenceOn({ ...page, quotes: false })?.quote).toBeNull());
});

describe("techniques", () => {
  const composite = findingOf("G1.6", "Apologises", "partial", "", {
    techniques: ["apology", "non-apology"],
    parts: [
      findingOf("apology", "Apology", "partial", ""),
      findingOf("non-apology", "No non-apology", "pass", ""),
    ],
  });
  const findings = [
    findingOf("empathy", "Empathy", "pass", "", { evidence: [placeIn(chat, 2)] }),
    composite,
    findingOf("empathy", "Empathy again", "fail", "", { checklist: "house" }),
    findingOf("care", "The same technique by another name", "fail", "", {
      checklist: "house",
      techniques: ["empathy"],
    }),
  ];
  const signals = [{ detector: "empathy", role: "agent" as const, evidence: [placeIn(chat, 2)] }];
  const report = run(auditOf(chat, "pass", 80, { findings, signals }));

  test("one question is answered once: `technique`, or `techniques` for an item or a repetition", () => {
    const answers = read(report).audits[0]?.findings.map(({ check, technique, techniques }) => [
      check,
      technique,
      techniques,
    ]);
    expect(answers).toEqual([
      ["empathy", "empathy", undefined],
      ["G1.6", undefined, ["apology", "non-apology"]],
      ["house/empathy", undefined, ["empathy"]],
      ["house/care", undefined, ["empathy"]],
    ]);
  });

  const script = resolve(import.meta.dirname, "../../../shared/score/agreement.mjs");
  test.skipIf(!existsSync(script))("agreement.mjs reads it (needs ../shared)", () => {
    const folder = mkdtempSync(join(tmpdir(), "attune-"));
    try {
      writeFileSync(join(folder, "report.json"), written(json, report));
      const labels = {
        id: "chat",
        verdicts: { empathy: { v: "pass", e: [3] } },
        acts: { empathy: [3] },
        customer: {},
      };
      writeFileSync(join(folder, "labels.jsonl"), `${JSON.stringify(labels)}\n`);
      const table = execFileSync(
        process.execPath,
        [script, join(folder, "report.json"), join(folder, "labels.jsonl")],
        { encoding: "utf8" },
      );
      expect(table).toContain("1 of 1 conversations answered");
      expect(table).toMatch(/empathy +1 +1 +1\.00/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("keys stand in one order, whatever the audit", () => {
  const keys = [...cases.values()]
    .flatMap(({ audits }) => audits)
    .map(audit => Object.keys(read(run(audit)).audits[0] as object));
  const all = [...new Set(keys.flat())];
  for (const some of keys)
    expect(some).toEqual(
      all.filter(key => some.includes(key)).toSorted((a, b) => some.indexOf(a) - some.indexOf(b)),
    );
  expect(keys[0]?.slice(0, 4)).toEqual(["id", "source", "format", "channel"]);
});
