import type { Page, Problem } from "../model/index.js";
import { flow } from "../reporters/shared/flow.js";
import { JUNIT_CLOSE, JUNIT_OPEN, NO_TIME, suite, testcase } from "../reporters/shared/junit-suite.js";
import { lookOf } from "../reporters/shared/look.js";
import { sentenceOf } from "../reporters/shared/private.js";
import { placeOfProblem, problemRecord } from "../reporters/shared/problem.js";
import { count } from "../reporters/shared/wording.js";
import { githubProperty, githubText, maskText, terminal, terminalText, toJson } from "../safety/index.js";
import { problemLine } from "./complain.js";
import type { Linted, Located } from "./linting.js";
import type { TextReport } from "./text-reports.js";

const words = ({ words: said }: Located): string => maskText(said.replace(/\s+/g, " "));
const open = ({ matches }: Linted): readonly Located[] =>
  matches.filter(({ accepted }) => accepted === undefined);

function counted(linted: readonly Linted[]): string {
  const sum = (of: (one: Linted) => number): number => linted.reduce((all, one) => all + of(one), 0);
  const accepted = sum(one => one.matches.length - open(one).length);
  const more = accepted > 0 ? `, ${accepted} accepted` : "";
  return `${count(
    sum(one => one.entries),
    "entry",
    "entries",
  )} in ${count(linted.length, "file")}: ${count(
    sum(one => open(one).length),
    "match",
    "matches",
  )}${more}`;
}

function forPeople(linted: readonly Linted[], page: Page): string {
  const look = lookOf(page);
  const { paint, width } = look;
  const blocks = linted.flatMap(one => [
    ...one.matches.map(match => {
      const { file, line, column, check, entry, coach, say, accepted } = match;
      const place = paint.strong(terminal`${file}:${line}:${column}`);
      const head = `${place}  ${check}  ${terminalText(`“${words(match)}”`)}${entry ? paint.faint(terminal`  (${entry})`) : ""}\n`;
      if (accepted !== undefined) return `${head}${terminal`    accepted: ${accepted}`}\n`;
      const advice = [coach, ...(say === undefined ? [] : [`Say instead: “${say}”`])];
      return (
        head + advice.map(text => `${flow([{ text: terminalText(text) }], { width, indent: 4 })}\n`).join("")
      );
    }),
    ...[...one.problems, ...one.unused].map(problem => `${problemLine(problem)}\n`),
  ]);
  return `${blocks.join("")}${blocks.length > 0 ? "\n" : ""}${counted(linted)}\n`;
}

function forPrograms(linted: readonly Linted[], page: Page): string {
  const matches = linted
    .flatMap(one => one.matches)
    .map(match => {
      const { file, line, column, check, title, entry, coach, say, accepted } = match;
      return `\n${toJson({ file, line, column, check, title, entry, words: words(match), coach, say, accepted })}`;
    });
  const problems = all(linted).map(problem => `\n${toJson(problemRecord(problem, page))}`);
  const list = (lines: readonly string[]): string => `[${lines.join(",")}${lines.length > 0 ? "\n" : ""}]`;
  const totals = {
    files: linted.length,
    entries: linted.reduce((sum, one) => sum + one.entries, 0),
    matches: linted.flatMap(open).length,
  };
  return `{"schema":1,"matches":${list(matches)},"problems":${list(problems)},"totals":${toJson(totals)}}\n`;
}

function forGitHub(linted: readonly Linted[]): string {
  const matches = linted.flatMap(open).map(match => {
    const { file, line, column, title, coach, say } = match;
    const text = [`“${words(match)}”`, coach, ...(say === undefined ? [] : [`Say instead: “${say}”`])].join(
      "\n",
    );
    return `::warning ${githubProperty`file=${file}`},line=${line},col=${column}${githubProperty`,title=${title}`}::${githubText(text)}\n`;
  });
  const problems = all(linted).map(({ source, line, effect, message }) => {
    const level = effect === "unreadable" ? "error" : "warning";
    const at = line === undefined ? "" : `,line=${line}`;
    return `::${level} ${githubProperty`file=${source}`}${at}::${githubText(message)}\n`;
  });
  return `${[...matches, ...problems].join("")}${counted(linted)}\n`;
}

const all = (linted: readonly Linted[]): readonly Problem[] =>
  linted.flatMap(one => [...one.problems, ...one.unused]);

/** A test a file; each match is a line of its failure. */
function forBuildServers(linted: readonly Linted[], page: Page): string {
  const cases = linted.map(one => caseOf(one, page)).join("");
  const errors = linted.filter(isBroken).length;
  const failures = linted.filter(one => !isBroken(one) && isMissed(one)).length;
  const about = { name: "attune lint", id: 0, time: NO_TIME, tests: linted.length, failures, errors };
  return `${JUNIT_OPEN}${suite(about, cases, counted(linted))}${JUNIT_CLOSE}`;
}

const isBroken = ({ problems }: Linted): boolean => problems.length > 0;
const isMissed = (one: Linted): boolean => open(one).length > 0 || one.unused.length > 0;

function caseOf(one: Linted, page: Page): string {
  const told = [...one.problems, ...one.unused].map(
    problem => `${placeOfProblem(problem)}: ${sentenceOf(problem.message, page)}`,
  );
  const matches = open(one).map(match => {
    const { file, line, column, check, coach, say } = match;
    const instead = say === undefined ? "" : ` Say instead: “${say}”`;
    return `${file}:${line}:${column}: ${check}: “${words(match)}”. ${coach}${instead}`;
  });
  const lines = [...matches, ...told];
  const [message = ""] = lines;
  if (isBroken(one))
    return testcase(one.file, "lint", { as: "error", message: told[0] ?? "", type: "broken" });
  if (!isMissed(one)) return testcase(one.file, "lint");
  return testcase(one.file, "lint", { as: "failure", message, type: "wording", text: lines.join("\n") });
}

/** How wording is told: to people, to programs, to build servers. */
export const LINT_REPORTS: readonly TextReport<readonly Linted[]>[] = [
  { name: "terminal", write: forPeople },
  { name: "json", write: forPrograms },
  { name: "junit", write: forBuildServers },
  { name: "github", write: forGitHub },
];
