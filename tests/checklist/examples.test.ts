import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadChecklists, SHIPPED } from "../../src/checklist/index.js";
import { createAuditor } from "../../src/engine/audit.js";
import { dialog } from "../../src/formats/dialog.js";
import type { Check, Checklist, Example, Verdict } from "../../src/model/index.js";

/**
 * The examples of the scorecards that ship run through the real phrases and detectors. Those that are right by the
 * definitions and that the engine misses stand in examples-known.json with the reason; that list may only shrink:
 * `EXAMPLES=shrink` takes off what holds.
 */
const KNOWN_FILE = new URL("examples-known.json", import.meta.url);
const KNOWN = new Map<string, string>(Object.entries(JSON.parse(readFileSync(KNOWN_FILE, "utf8"))));
/** Most of all examples that may be known to be missed. */
const MOST_KNOWN = 0.1;
const FEWEST = 3;
const SHRINK = process.env.EXAMPLES === "shrink";

const { checklists, lexicon, own, problems } = loadChecklists(SHIPPED, path => readFileSync(path, "utf8"));

/** What a definition knows besides pass and fail. */
const ALSO: Readonly<Record<string, readonly Verdict[]>> = {
  interruptions: ["partial", "na", "unknown"],
  "asked-again": ["partial"],
  "non-apology": [],
  "defensive-language": [],
  blame: [],
  composure: ["na"],
  respect: ["partial"],
  humour: ["na"],
  agreement: ["na"],
  gratitude: ["na"],
  "de-escalation": ["partial", "unknown"],
  "taking-personally": [],
  contradiction: [],
};
/** Definitions that know no fail, or no verdict at all, with the verdicts that they know. */
const ONLY: Readonly<Record<string, readonly Verdict[]>> = {
  "probing-questions": ["pass", "na"],
  "agent-load": ["na"],
};

interface Row {
  readonly id: string;
  readonly check: Check;
  readonly list: Checklist;
  readonly example: Example;
}

/** Each check once: where it is written, not where it is used. */
const written = checklists
  .flatMap(list => list.checks.map(check => ({ list, check })))
  .filter(({ list, check }) => list.name === "complete" || check.parts !== undefined);
const asked = written.filter(({ list }) => list.name === "complete" || list.name === "core");
const rows = written.flatMap(rowsOf);

function rowsOf({ list, check }: { readonly list: Checklist; readonly check: Check }): readonly Row[] {
  const seen = new Map<string, number>();
  const name = list.name === "complete" ? check.id : `${list.name} ${check.id}`;
  return check.examples.map(example => {
    const head = `${name}: ${example.near ? "near " : ""}${example.verdict}`;
    const n = (seen.get(head) ?? 0) + 1;
    seen.set(head, n);
    return { id: `${head} (${n})`, check, list, example };
  });
}

function verdictOf({ check, list, example }: Row): string {
  const alone = { ...list, checks: [check] };
  const language = own.get(list);
  const rules = { checklists: [alone], lexicon, ...(language && { own: new Map([[alone, language]]) }) };
  const audit = createAuditor(rules)(dialog(example.lines));
  const found = audit.findings.find(finding => finding.check === check.id);
  return `${found?.verdict}: ${found?.message}`;
}

test("the scorecards load without a problem", () => {
  expect(problems).toEqual([]);
});

describe("each example gets the verdict that it stands under", () => {
  test.each(rows)("$id", row => {
    const said = verdictOf(row);
    const right = said.startsWith(`${row.example.verdict}:`);
    if (KNOWN.has(row.id) && SHRINK) return;
    if (KNOWN.has(row.id))
      expect(right, "holds now; EXAMPLES=shrink takes it off examples-known.json").toBe(false);
    else expect(right, `${said}\n${row.example.lines.join("\n")}`).toBe(true);
  });
});

describe("each check has examples enough to say what it means", () => {
  test.each(asked.map(({ list, check }) => ({ name: `${list.name} ${check.id}`, check })))(
    "$name",
    ({ check }) => {
      const plain = (verdict: Verdict): number =>
        check.examples.filter(each => each.verdict === verdict && !each.near).length;
      const full = ONLY[check.id] ?? ["pass", "fail"];
      const some = ALSO[check.id] ?? (ONLY[check.id] ? [] : ["partial", "na"]);
      expect(full.filter(verdict => plain(verdict) < FEWEST)).toEqual([]);
      expect(some.filter(verdict => plain(verdict) < 1)).toEqual([]);
      expect(check.examples.some(({ near }) => near)).toBe(true);
    },
  );
});

test("no conversation stands twice, and each is short enough to read", () => {
  const texts = rows.map(({ check, example }) => `${check.id} ${example.lines.join("\n")}`);
  expect(texts.filter((text, i) => texts.indexOf(text) < i)).toEqual([]);
  const long = rows.filter(({ example }) => {
    const { length } = example.lines.filter(line => line.includes(":"));
    return length < 2 || length > 6;
  });
  expect(long.map(({ id }) => id)).toEqual([]);
});

test("what is known to be missed exists, has its reason, and stays little", () => {
  const ids = new Set(rows.map(({ id }) => id));
  expect([...KNOWN.keys()].filter(id => !ids.has(id))).toEqual([]);
  expect([...KNOWN.values()].filter(reason => reason.length < 10)).toEqual([]);
  expect(KNOWN.size).toBeLessThanOrEqual(rows.length * MOST_KNOWN);
  if (SHRINK) shrink();
});

function shrink(): void {
  const held = new Set(
    rows.filter(row => verdictOf(row).startsWith(`${row.example.verdict}:`)).map(({ id }) => id),
  );
  const left = Object.fromEntries([...KNOWN].filter(([id]) => !held.has(id)));
  writeFileSync(KNOWN_FILE, `${JSON.stringify(left, null, 2)}\n`);
}
