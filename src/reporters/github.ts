import type { Audit, Finding, Page, Problem, Reporter } from "../model/index.js";
import { githubProperty, githubText, terminalText } from "../safety/index.js";
import { acceptedWords, decisionLines } from "./shared/decision.js";
import { isMiss, type Location, locationOf, placeOf } from "./shared/location.js";
import { sentenceOf } from "./shared/private.js";
import { inputCounts, OUTCOMES, outcomeCounts, scoreWords } from "./shared/wording.js";

type Level = "error" | "warning" | "notice";

/** For GitHub Actions: an annotation a miss, and a line a transcript, because GitHub shows ten annotations a step. */
export const github: Reporter = {
  name: "github",
  summary: "GitHub annotations at the line of each miss, and a line a transcript",

  open: () => "",
  audit(audit, page) {
    const missed = audit.findings.filter(isMiss).map(finding => annotation(audit, finding, page));
    const line = `${OUTCOMES[audit.outcome]}  ${audit.transcript.source}: ${scoreWords(audit)}`;
    return `${terminalText(line)}\n${missed.join("")}`;
  },
  close({ problems, totals }, page) {
    const outcomes = outcomeCounts(totals.outcomes);
    return `${problems.map(problem => problemLine(problem, page)).join("")}${inputCounts(totals)}${outcomes && `: ${outcomes}`}\n${decisionLines(
      totals.decision,
      page,
    )
      .map(line => `${terminalText(line)}\n`)
      .join("")}`;
  },
};

function annotation({ transcript }: Audit, finding: Finding, page: Page): string {
  // Only ten annotations are shown: what is accepted takes none of them.
  if (finding.accepted) return `${terminalText(`  ${acceptedWords(finding, page)}: ${finding.title}`)}\n`;
  const { verdict, autoFail, title, message, coach } = finding;
  const level = verdict === "partial" ? "notice" : autoFail ? "error" : "warning";
  const text = [sentenceOf(message, page), coach && `Next time: ${coach}`].filter(part => part).join("\n");
  return command(level, locationOf(transcript, placeOf(finding)), title, text);
}

function problemLine({ source, line, effect, message }: Problem, page: Page): string {
  const level = { unreadable: "error", partial: "warning", note: "notice" } as const;
  return command(
    level[effect],
    { file: source, ...(line !== undefined && { line }) },
    "Problem",
    sentenceOf(message, page),
  );
}

function command(level: Level, { file, line }: Location, title: string, message: string): string {
  const at = line === undefined ? "" : `,line=${line}`;
  return `::${level} ${githubProperty`file=${file}`}${at}${githubProperty`,title=${title}`}::${githubText(message)}\n`;
}
