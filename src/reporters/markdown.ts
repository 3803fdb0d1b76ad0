import type { Audit, Finding, Moment, Page, Place, Problem, Reporter, Totals } from "../model/index.js";
import { excerptOf, markdown as md } from "../safety/index.js";
import { acceptedBehind, decisionLines } from "./shared/decision.js";
import { isMiss, placeOf } from "./shared/location.js";
import { sentenceOf } from "./shared/private.js";
import { placeOfProblem } from "./shared/problem.js";
import {
  figure,
  inputCounts,
  OUTCOMES,
  outcomeCounts,
  scoreWords,
  VERDICTS,
  when,
  who,
} from "./shared/wording.js";

/** For a pull request or a wiki: the two moments, a table of checks, and what was missed folded away. */
export const markdown: Reporter = {
  name: "markdown",
  summary: "Markdown that fits a pull-request comment",

  open: () => "# Audit of conversations\n",
  audit(audit, page) {
    const { transcript, outcome, keep, change, findings } = audit;
    const parts = [
      md`## ${transcript.source}`,
      `**${OUTCOMES[outcome]}** · ${md`${scoreWords(audit)}`}`,
      keep && momentLine("Keep", keep, audit, page),
      change && `${momentLine("Change", change, audit, page)}${advice(change.finding, page, "  \n")}`,
      findings.length > 0 && table(findings, page),
      details(audit, page),
    ];
    return `\n${parts.filter(part => part).join("\n\n")}\n`;
  },
  close: ({ problems, totals }, page) =>
    `${problemList(problems, page)}${totalsOf(totals)}${decided(totals, page)}`,
};

function momentLine(label: string, { finding, place }: Moment, audit: Audit, page: Page): string {
  return `**${label}:** ${md`${finding.title}`}${place === undefined ? "" : ` — ${quote(place, audit, page)}`}`;
}

function quote(place: Place, { transcript }: Audit, page: Page): string {
  const { before, words, after } = excerptOf(transcript, place, page, 160);
  const said = words === "" ? "" : `: “${md`${before}`}**${md`${words.trim()}`}**${md`${after}`}”`;
  return `${md`${when(transcript, place)}, ${who(transcript, place.turn, page)}`}${said}`;
}

function advice({ coach, say }: Finding, page: Page, between: string): string {
  const lines = [
    coach && md`Next time: ${coach}`,
    say && page.quotes && md`Say instead: “${sentenceOf(say, page)}”`,
  ];
  return lines
    .filter(line => line)
    .map(line => between + line)
    .join("");
}

function table(findings: readonly Finding[], page: Page): string {
  const rows = findings.map(finding => {
    const { verdict, title, message } = finding;
    const { sign, word } = VERDICTS[verdict];
    return `| ${sign} ${word}${md`${acceptedBehind(finding, page)}`} | ${md`${title}`} | ${md`${sentenceOf(message, page)}`} |`;
  });
  return ["| Verdict | Check | Reason |", "| --- | --- | --- |", ...rows].join("\n");
}

function details(audit: Audit, page: Page): string {
  const missed = audit.findings.filter(finding => isMiss(finding) && !finding.accepted);
  if (missed.length === 0) return "";
  const items = missed.map(finding => {
    const place = placeOf(finding);
    return `- **${md`${finding.title}`}**${place === undefined ? "" : `  \n  ${quote(place, audit, page)}`}${advice(finding, page, "  \n  ")}`;
  });
  return `<details><summary>What was missed, and what to say instead</summary>\n\n${items.join("\n")}\n\n</details>`;
}

function problemList(problems: readonly Problem[], page: Page): string {
  if (problems.length === 0) return "";
  const items = problems.map(
    problem => md`- ${placeOfProblem(problem)}: ${sentenceOf(problem.message, page)}`,
  );
  return `\n## Problems with what was given\n\n${items.join("\n")}\n`;
}

/** What the run was held to, and what decided. */
function decided({ decision }: Totals, page: Page): string {
  const lines = decisionLines(decision, page).map(line => md`- ${line}`);
  return lines.length === 0 ? "" : `\n${lines.join("\n")}\n`;
}

function totalsOf(totals: Totals): string {
  const mean = totals.meanScore === null ? "" : `; mean score ${figure(totals.meanScore)}`;
  const outcomes = outcomeCounts(totals.outcomes);
  return `\n---\n\n${inputCounts(totals)}${outcomes && `: ${outcomes}`}${mean}\n`;
}
