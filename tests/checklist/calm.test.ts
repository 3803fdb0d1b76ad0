import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { loadChecklists } from "../../src/checklist/index.js";
import { createAuditor } from "../../src/engine/audit.js";
import { dialog } from "../../src/formats/dialog.js";

/** Calm service is not to be judged harshly: ten invented conversations in which nobody complains and nobody errs. */
const FILE = new URL("../../fixtures/calm/conversations.yaml", import.meta.url);
const CALM: readonly { readonly id: string; readonly lines: readonly string[] }[] = parse(
  readFileSync(FILE, "utf8"),
);
const FOUND_NO_FAULT = [
  "empathy",
  "apology",
  "non-apology",
  "defensive-language",
  "blame",
  "composure",
  "patience",
  "ownership",
  "resolution",
  "de-escalation",
];
const { checklists, lexicon, own } = loadChecklists(["complete"], path => readFileSync(path, "utf8"));
const auditOf = createAuditor({ checklists, lexicon, own });

test("there are ten", () => {
  expect(CALM.map(({ id }) => id)).toHaveLength(10);
});

test.each(CALM.flatMap(({ id, lines }) => FOUND_NO_FAULT.map(check => ({ id, check, lines }))))(
  "$id: no fail of $check",
  ({ check, lines }) => {
    const found = auditOf(dialog(lines)).findings.find(finding => finding.check === check);
    const quotes = JSON.stringify(found?.evidence);
    expect(found).toBeDefined();
    expect(`${found?.verdict}`, `${found?.message}: ${quotes}`).not.toBe("fail");
  },
);
