import type { Reporter } from "../model/index.js";
import { toJson } from "../safety/index.js";
import { problemRecord, totalsRecord } from "./shared/problem.js";
import { auditFields, SCHEMA } from "./shared/record.js";

/** The whole run as one JSON document, one audit a line. */
export const json: Reporter = {
  name: "json",
  summary: "Everything as one JSON document (schema 1)",

  open: () => `{"schema":${SCHEMA},"audits":[`,
  audit: (audit, page, index) => `${index === 0 ? "\n" : ",\n"}{${auditFields(audit, page)}}`,
  close({ problems, totals }, page) {
    const listed = problems.map(problem => `\n${toJson(problemRecord(problem, page))}`).join(",");
    return `\n],"problems":[${listed}${listed && "\n"}],"totals":${toJson(totalsRecord(totals, page))}}\n`;
  },
};
