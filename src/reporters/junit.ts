import type { Audit, Finding, Page, Problem, Reporter } from "../model/index.js";
import { quoteOf } from "../safety/index.js";
import { acceptedWords } from "./shared/decision.js";
import { JUNIT_CLOSE, JUNIT_OPEN, NO_TIME, suite, testcase } from "./shared/junit-suite.js";
import { placeOf } from "./shared/location.js";
import { sentenceOf } from "./shared/private.js";
import { placeOfProblem } from "./shared/problem.js";
import { scoreWords, when, who } from "./shared/wording.js";

/** For a build server: a suite a transcript, a test a check; a fail is a failure, what did not apply is skipped. */
export const junit: Reporter = {
  name: "junit",
  summary: "JUnit XML: a suite a transcript, a test a check",

  open: () => JUNIT_OPEN,
  audit(audit, page, index) {
    const { transcript, findings } = audit;
    const failures = findings.filter(({ verdict, accepted }) => verdict === "fail" && !accepted).length;
    const cases = findings.map(finding => caseOf(audit, finding, page)).join("");
    const partly = findings
      .filter(({ verdict }) => verdict === "partial")
      .map(({ title, message }) => `partial: ${title}: ${sentenceOf(message, page)}`);
    const out = [`${audit.outcome}: ${scoreWords(audit)}`, ...partly].join("\n");
    const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(transcript.startedAt ?? "")?.[0] ?? NO_TIME;
    return suite(
      { name: transcript.source, id: index, time, tests: findings.length, failures, errors: 0 },
      cases,
      out,
    );
  },
  close({ problems, totals }, page) {
    const cases = problems.map(problem => problemCase(problem, page)).join("");
    const errors = problems.filter(({ effect }) => effect === "unreadable").length;
    const about = {
      name: "problems",
      id: totals.audits,
      time: NO_TIME,
      tests: problems.length,
      failures: 0,
      errors,
    };
    return `${problems.length === 0 ? "" : suite(about, cases, "")}${JUNIT_CLOSE}`;
  },
};

function caseOf(audit: Audit, finding: Finding, page: Page): string {
  const { check, checklist, title, verdict, message, coach, autoFail } = finding;
  const name = `${check}: ${title}`;
  const reason = sentenceOf(message, page);
  if (finding.accepted) {
    const why = `${acceptedWords(finding, page)} (${verdict}: ${reason})`;
    return testcase(name, checklist, { as: "skipped", message: why });
  }
  if (verdict === "na" || verdict === "unknown")
    return testcase(name, checklist, { as: "skipped", message: `${verdict}: ${reason}` });
  if (verdict !== "fail") return testcase(name, checklist);
  const text = [evidence(audit, finding, page), coach && `Next time: ${coach}`]
    .filter(line => line)
    .join("\n");
  return testcase(name, checklist, {
    as: "failure",
    message: reason,
    type: autoFail ? "auto-fail" : "fail",
    text,
  });
}

function evidence({ transcript }: Audit, finding: Finding, page: Page): string {
  const place = placeOf(finding);
  if (place === undefined) return "";
  const quote = quoteOf(transcript, place, page);
  return `${when(transcript, place)} ${who(transcript, place.turn, page)}${quote && `: “${quote}”`}`;
}

function problemCase(problem: Problem, page: Page): string {
  const message = sentenceOf(problem.message, page);
  const came =
    problem.effect === "unreadable"
      ? ({ as: "error", message, type: problem.code } as const)
      : ({ as: "skipped", message } as const);
  return testcase(placeOfProblem(problem), "problems", came);
}
