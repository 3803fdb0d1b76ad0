import type { Reporter } from "../model/index.js";
import { problemLine, totalsLine } from "./shared/problem.js";
import { auditFields, SCHEMA } from "./shared/record.js";

/** One JSON object a line: the audits, then the problems, then the totals; `kind` tells them apart. */
export const jsonl: Reporter = {
  name: "jsonl",
  summary: "One JSON object a line: audits, problems, totals (schema 1)",

  open: () => "",
  audit: (audit, page) => `{"schema":${SCHEMA},"kind":"audit",${auditFields(audit, page)}}\n`,
  close: ({ problems, totals }, page) =>
    problems.map(problem => problemLine(problem, page)).join("") + totalsLine(totals, page),
};
