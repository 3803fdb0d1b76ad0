import type { Difference } from "../gate/compare.js";
import type { Page } from "../model/index.js";
import { JUNIT_CLOSE, JUNIT_OPEN, NO_TIME, suite, testcase } from "../reporters/shared/junit-suite.js";
import { locationOf } from "../reporters/shared/location.js";
import { sentenceOf } from "../reporters/shared/private.js";
import { problemRecord } from "../reporters/shared/problem.js";
import { githubProperty, githubText, quoteOf, toJson } from "../safety/index.js";
import type { Coverage } from "./covering.js";
import type { TextReport } from "./text-reports.js";
import { type Outcome, summaryOf, told } from "./verifying.js";

/** What came of all files, and how much of it somebody wants to read. */
export interface Verified {
  readonly outcomes: readonly Outcome[];
  readonly coverage: Coverage;
  /** Coverage was asked for. */
  readonly covered: boolean;
  readonly verbose: boolean;
}

const terminal: TextReport<Verified> = {
  name: "terminal",
  write: (all, page) => all.outcomes.map(one => told(one, page, all.verbose)).join("") + endOf(all),
};

/** What stands below the files where people read: the counts, and what nobody exercises. */
export const endOf = ({ outcomes, coverage, covered }: Verified): string =>
  summaryOf(outcomes) + (covered ? coverage.text() : "");

const json: TextReport<Verified> = {
  name: "json",
  write({ outcomes, coverage }, page) {
    const files = outcomes.map(one => `\n${toJson(fileRecord(one, page))}`);
    const checks = coverage.counts().map(one => `\n${toJson(one)}`);
    const list = (lines: readonly string[]) => `[${lines.join(",")}${lines.length > 0 ? "\n" : ""}]`;
    return `{"schema":1,"kind":"attune-verify","files":${list(files)},"coverage":${list(checks)},"totals":${toJson(totals(outcomes))}}\n`;
  },
};

const count = (outcomes: readonly Outcome[], ...states: readonly Outcome["state"][]): number =>
  outcomes.filter(({ state }) => states.includes(state)).length;

const totals = (outcomes: readonly Outcome[]) => ({
  files: outcomes.length,
  "as-expected": count(outcomes, "as expected", "unchanged"),
  updated: count(outcomes, "updated"),
  differs: count(outcomes, "differs"),
  broken: count(outcomes, "broken"),
  silent: count(outcomes, "silent"),
});

function fileRecord(outcome: Outcome, page: Page): unknown {
  const { name, state, audit, expected, differences, problems } = outcome;
  return {
    file: name,
    state: state.replace(" ", "-"),
    expected,
    score: audit?.score,
    outcome: audit?.outcome,
    differences: differences.map(one => differenceRecord(one, outcome, page)),
    problems: problems.map(one => problemRecord(one, page)),
  };
}

function differenceRecord(
  { expected, found, finding, place }: Difference,
  { audit }: Outcome,
  page: Page,
): unknown {
  return {
    expected,
    found,
    check: finding?.check,
    message: finding && sentenceOf(finding.message, page),
    turn: place && place.turn + 1,
    line: audit && place && locationOf(audit.transcript, place).line,
    quote: audit && place && quoteOf(audit.transcript, place, page),
  };
}

/** «expected …; found …: why», on one line. */
function sentence({ expected, found, finding }: Difference, page: Page): string {
  const why = finding?.message ? `: ${sentenceOf(finding.message, page)}` : "";
  return expected === undefined ? `Unexpected ${found}${why}` : `Expected ${expected}, found ${found}${why}`;
}

const junit: TextReport<Verified> = {
  name: "junit",
  write({ outcomes }, page) {
    const cases = outcomes.map(one => caseOf(one, page)).join("");
    const failures = count(outcomes, "differs");
    const errors = count(outcomes, "broken");
    const about = { name: "attune verify", id: 0, time: NO_TIME, tests: outcomes.length, failures, errors };
    return `${JUNIT_OPEN}${suite(about, cases, "")}${JUNIT_CLOSE}`;
  },
};

function caseOf({ name, state, differences, problems }: Outcome, page: Page): string {
  const lines = [
    ...differences.map(one => sentence(one, page)),
    ...problems.map(
      ({ line, message }) => (line === undefined ? "" : `line ${line}: `) + sentenceOf(message, page),
    ),
  ];
  const [message = ""] = lines;
  const text = lines.join("\n");
  if (state === "differs") return testcase(name, "verify", { as: "failure", message, type: "differs", text });
  if (state === "broken") return testcase(name, "verify", { as: "error", message, type: "broken" });
  if (state === "silent") return testcase(name, "verify", { as: "skipped", message: "expects nothing" });
  return testcase(name, "verify");
}

const github: TextReport<Verified> = {
  name: "github",
  write: ({ outcomes }, page) =>
    outcomes.flatMap(one => annotations(one, page)).join("") + summaryOf(outcomes).trimStart(),
};

function annotations(outcome: Outcome, page: Page): readonly string[] {
  const { name, audit, differences, problems } = outcome;
  return [
    ...differences.map(one => {
      const line = audit && one.place && locationOf(audit.transcript, one.place).line;
      return annotation(name, line, "Otherwise than expected", sentence(one, page));
    }),
    ...problems.map(one => annotation(one.source, one.line, "Problem", sentenceOf(one.message, page))),
  ];
}

function annotation(file: string, line: number | undefined, title: string, message: string): string {
  const at = line === undefined ? "" : `,line=${line}`;
  return `::error ${githubProperty`file=${file}`}${at}${githubProperty`,title=${title}`}::${githubText(message)}\n`;
}

/** How training content is told: to people, to programs, to build servers. */
export const VERIFY_REPORTS: readonly TextReport<Verified>[] = [terminal, json, junit, github];
