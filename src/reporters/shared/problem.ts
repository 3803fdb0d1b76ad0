import type { Decision, Page, Problem, Totals } from "../../model/index.js";
import { toJson } from "../../safety/index.js";
import { sentenceOf } from "./private.js";
import { type Plain, SCHEMA } from "./record.js";

/** A problem in the fields of the JSON report, in their order. */
export function problemRecord(
  { source, line, column, code, effect, message, named }: Problem,
  page: Page,
): Plain {
  return { source, line, column, code, effect, message: sentenceOf(message, page), named };
}

/** The counts in the fields of the JSON report, in their order. */
export function totalsRecord(totals: Totals, page: Page): Plain {
  const { audits, inputs, skipped, unreadable, outcomes, meanScore, decision } = totals;
  return {
    audits,
    inputs,
    skipped,
    unreadable,
    outcomes: outcomesInOrder(outcomes),
    meanScore,
    decision: decision && decisionRecord(decision, page),
  };
}

function decisionRecord({ bars, below, missed, remarks, accepted, warnOnly }: Decision, page: Page): Plain {
  return { bars, below, missed: missed.map(why => sentenceOf(why, page)), remarks, accepted, warnOnly };
}

function outcomesInOrder(outcomes: Totals["outcomes"]): Plain {
  return {
    pass: outcomes.pass,
    fail: outcomes.fail,
    "auto-fail": outcomes["auto-fail"],
    "not-scorable": outcomes["not-scorable"],
  };
}

const line = (kind: string, record: Plain): string => `${toJson({ schema: SCHEMA, kind, ...record })}\n`;

/** A problem as a line of a JSONL report. */
export const problemLine = (problem: Problem, page: Page): string =>
  line("problem", problemRecord(problem, page));

/** The counts as its last line. */
export const totalsLine = (totals: Totals, page: Page): string => line("totals", totalsRecord(totals, page));

/** `calls.yml:14:5`, as far as the place is known. */
export function placeOfProblem({ source, line, column }: Problem): string {
  return [source, line, line === undefined ? undefined : column].filter(part => part !== undefined).join(":");
}
