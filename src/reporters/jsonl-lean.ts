import type { Reporter } from "../model/index.js";
import { leanAudit, leanHead } from "./shared/lean.js";
import { problemLine, totalsLine } from "./shared/problem.js";

/** For night runs: what the checklists say stands once, in the first line, and what was said stands once an audit. */
export const jsonlLean: Reporter = {
  name: "jsonl-lean",
  summary: "As jsonl in about a quarter of the bytes, for night runs (schema lean 1)",

  open: () => "",
  // Every audit of a run is asked the same checks: the first says what they are.
  audit: (audit, page, index) => `${index === 0 ? leanHead(audit) : ""}${leanAudit(audit, page)}`,
  close: ({ problems, totals }, page) =>
    problems.map(problem => problemLine(problem, page)).join("") + totalsLine(totals, page),
};
