import type { Reporter } from "../model/index.js";
import { toJson } from "../safety/index.js";
import { problemRecord, totalsRecord } from "./shared/problem.js";
import { auditFields, type Plain, SCHEMA } from "./shared/record.js";

const line = (kind: string, record: Plain): string => `${toJson({ schema: SCHEMA, kind, ...record })}\n`;

/** One JSON object a line: the audits, then the problems, then the totals; `kind` tells them apart. */
export const jsonl: Reporter = {
  name: "jsonl",
  summary: "One JSON object a line: audits, problems, totals (schema 1)",

  open: () => "",
  audit: (audit, page) => `{"schema":${SCHEMA},"kind":"audit",${auditFields(audit, page)}}\n`,
  close: ({ problems, totals }, page) =>
    problems.map(problem => line("problem", problemRecord(problem, page))).join("") +
    line("totals", totalsRecord(totals, page)),
};
