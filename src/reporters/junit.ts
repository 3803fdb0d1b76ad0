import type { Audit, Finding, Page, Problem, Reporter } from "../model/index.js";
import { neutralLine, quoteOf, xml } from "../safety/index.js";
import { acceptedWords } from "./shared/decision.js";
import { placeOf } from "./shared/location.js";
import { sentenceOf } from "./shared/private.js";
import { placeOfProblem } from "./shared/problem.js";
import { scoreWords, when, who } from "./shared/wording.js";

/** No export says when a call was judged, and a report reads no clock. */
const NO_TIME = "1970-01-01T00:00:00";

/** For a build server: a suite a transcript, a test a check; a fail is a failure, what did not apply is skipped. */
export const junit: Reporter = {
  name: "junit",
  summary: "JUnit XML: a suite a transcript, a test a check",

  open: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n',
  audit(audit, page, index) {
    const { transcript, findings } = audit;
    const failures = findings.filter(({ verdict, accepted }) => verdict === "fail" && !accepted).length;
    const cases = findings.map(finding => testcase(audit, finding, page)).join("");
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
    return `${problems.length === 0 ? "" : suite(about, cases, "")}</testsuites>\n`;
  },
};

interface Suite {
  readonly name: string;
  readonly id: number;
  readonly time: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

function suite({ name, id, time, tests, failures, errors }: Suite, cases: string, out: string): string {
  const open = xml`  <testsuite name="${named(name)}" package="attune" id="${id}" timestamp="${time}" hostname="localhost" tests="${tests}" failures="${failures}" errors="${errors}" time="0">`;
  return `${open}\n    <properties/>\n${cases}${xml`    <system-out>${out}</system-out>`}\n    <system-err/>\n  </testsuite>\n`;
}

/** A name on one line, never empty. */
const named = (text: string): string => neutralLine(text).trim() || "(no name)";

function testcase(audit: Audit, finding: Finding, page: Page): string {
  const { check, checklist, title, verdict, message, coach, autoFail } = finding;
  const open = xml`    <testcase name="${named(`${check}: ${title}`)}" classname="${named(checklist)}" time="0"`;
  const reason = sentenceOf(message, page);
  if (finding.accepted)
    return `${open}>${xml`<skipped message="${`${acceptedWords(finding, page)} (${verdict}: ${reason})`}"/>`}</testcase>\n`;
  if (verdict === "na" || verdict === "unknown")
    return `${open}>${xml`<skipped message="${`${verdict}: ${reason}`}"/>`}</testcase>\n`;
  if (verdict !== "fail") return `${open}/>\n`;
  const text = [evidence(audit, finding, page), coach && `Next time: ${coach}`]
    .filter(line => line)
    .join("\n");
  return `${open}>${xml`<failure message="${reason}" type="${autoFail ? "auto-fail" : "fail"}">${text}</failure>`}</testcase>\n`;
}

function evidence({ transcript }: Audit, finding: Finding, page: Page): string {
  const place = placeOf(finding);
  if (place === undefined) return "";
  const quote = quoteOf(transcript, place, page);
  return `${when(transcript, place)} ${who(transcript, place.turn, page)}${quote && `: “${quote}”`}`;
}

function problemCase(problem: Problem, page: Page): string {
  const message = sentenceOf(problem.message, page);
  const open = xml`    <testcase name="${named(placeOfProblem(problem))}" classname="problems" time="0">`;
  if (problem.effect === "unreadable")
    return `${open}${xml`<error message="${message}" type="${problem.code}"/>`}</testcase>\n`;
  return `${open}${xml`<skipped message="${message}"/>`}</testcase>\n`;
}
