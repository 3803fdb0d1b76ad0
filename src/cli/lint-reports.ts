import type { Page, Problem } from "../model/index.js";
import { flow } from "../reporters/shared/flow.js";
import { lookOf } from "../reporters/shared/look.js";
import { problemRecord } from "../reporters/shared/problem.js";
import { count } from "../reporters/shared/wording.js";
import { githubProperty, githubText, maskText, terminal, terminalText, toJson } from "../safety/index.js";
import { problemLine } from "./complain.js";
import type { Linted, Located } from "./linting.js";

/** How wording is told: to people, to programs, to GitHub. */
export const LINT_FORMATS = ["terminal", "json", "github"] as const;
/** Name of one of these. */
export type LintFormat = (typeof LINT_FORMATS)[number];

/** All that a run found, as a text. */
export function lintReport(format: LintFormat, linted: readonly Linted[], page: Page): string {
  return { terminal: forPeople, json: forPrograms, github: forGitHub }[format](linted, page);
}

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
