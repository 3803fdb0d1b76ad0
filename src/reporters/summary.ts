import type { Audit, Page, Reporter } from "../model/index.js";
import { terminalText } from "../safety/index.js";
import { breakdownLines } from "./shared/breakdown.js";
import { acceptedBehind, decisionLines } from "./shared/decision.js";
import { lookOf } from "./shared/look.js";
import { outcomeBrush } from "./shared/paint.js";
import { sentenceOf } from "./shared/private.js";
import { placeOfProblem } from "./shared/problem.js";
import { figure, inputCounts, OUTCOMES, outcomeCounts } from "./shared/wording.js";

/** A line a transcript, then the counts: a hundred calls at a glance. */
export const summary: Reporter = {
  name: "summary",
  summary: "One line a transcript, and the counts",

  open: () => "",
  audit(audit, page) {
    const { paint } = lookOf(page);
    const brush = outcomeBrush(audit.outcome, paint);
    const score = audit.score === null ? "–" : audit.score.toFixed(1);
    const name = terminalText(audit.transcript.source);
    const missed = terminalText(missedChecks(audit, page));
    return `${brush(OUTCOMES[audit.outcome].padEnd(10))} ${score.padStart(5)}  ${name}${missed && paint.faint(`  ${missed}`)}\n`;
  },
  close({ problems, totals }, page) {
    const look = lookOf(page);
    const { paint } = look;
    const { breakdown } = totals;
    const whole = breakdown && totals.audits > 1 ? breakdownLines(breakdown, look) : [];
    const lines = problems.map(
      problem => `${"Problem".padEnd(18)}${placeOfProblem(problem)}: ${sentenceOf(problem.message, page)}`,
    );
    const mean = totals.meanScore === null ? "" : `; mean score ${figure(totals.meanScore)}`;
    const counts = outcomeCounts(totals.outcomes);
    return [
      ...lines.map(terminalText),
      ...whole,
      "",
      paint.strong(inputCounts(totals)),
      ...(totals.audits === 0 ? [] : [`${counts}${mean}`]),
      ...decisionLines(totals.decision, page).map(terminalText),
    ]
      .join("\n")
      .concat("\n");
  },
};

/** «missed: empathy, alternatives (partly)», for the eye that runs down the list. */
function missedChecks({ findings }: Audit, page: Page): string {
  const missed = findings.flatMap(finding => {
    const { check, verdict } = finding;
    const accepted = acceptedBehind(finding, page);
    return verdict === "fail"
      ? [check + accepted]
      : verdict === "partial"
        ? [`${check} (partly)${accepted}`]
        : [];
  });
  return missed.length === 0 ? "" : `missed: ${missed.join(", ")}`;
}
