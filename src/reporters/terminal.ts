import type { Audit, Problem, Reporter, Totals } from "../model/index.js";
import { terminalText } from "../safety/index.js";
import { cards } from "./shared/cards.js";
import { checks } from "./shared/checks.js";
import { decisionLines } from "./shared/decision.js";
import { factRows } from "./shared/facts.js";
import { flow, type Span, widthOf } from "./shared/flow.js";
import { type Look, lookOf } from "./shared/look.js";
import { outcomeBrush } from "./shared/paint.js";
import { nameOf, sentenceOf } from "./shared/private.js";
import { placeOfProblem } from "./shared/problem.js";
import { count, figure, inputCounts, OUTCOMES, outcomeCounts, scoreWords } from "./shared/wording.js";

/** For the agent at a terminal: one strength and one change, then each check with its reason, evidence and words to say. */
export const terminal: Reporter = {
  name: "terminal",
  summary: "A coaching report to read: what to keep, what to change, then every check",

  open: () => "",
  audit(audit, page, index) {
    const look = lookOf(page);
    const parts = [heading(audit, look), cards(audit, look), checks(audit, look), facts(audit, look)];
    const rule = index === 0 ? "" : `\n${look.paint.faint("─".repeat(look.width))}\n\n`;
    return `${rule}${parts.filter(part => part !== "").join("\n\n")}\n`;
  },
  close({ problems, totals }, page) {
    const look = lookOf(page);
    const parts = [problemList(problems, look), totalsOf(totals, look), decided(totals, look)].filter(
      part => part !== "",
    );
    if (parts.length === 0) return "";
    return `${totals.audits > 0 ? "\n" : ""}${parts.join("\n\n")}\n`;
  },
};

function heading(audit: Audit, { page, paint, width }: Look): string {
  const { transcript, outcome, checklists } = audit;
  const { source, id, channel, language, agent } = transcript;
  const name = source.includes(id) ? "" : `, ${id}`;
  const about = [
    `${{ voice: "Call", chat: "Chat", email: "E-mail" }[channel]}${name}`,
    count(audit.facts.turns, "turn"),
    ...(agent === undefined ? [] : [`agent ${nameOf(agent, page)}`]),
    ...(language === undefined ? [] : [language]),
    `checklist ${checklists.map(({ name: list, version }) => `${list} ${version}`).join(", ")}`,
  ];
  const brush = outcomeBrush(outcome, paint);
  return [
    flow([{ text: terminalText(source), brush: paint.strong }], { width }),
    flow([{ text: terminalText(about.join(" · ")), brush: paint.faint }], { width }),
    "",
    flow(
      [
        { text: OUTCOMES[outcome], brush: text => paint.strong(brush(text)) },
        { text: ` · ${terminalText(scoreWords(audit))}` },
      ],
      { width, indent: 2 },
    ),
  ].join("\n");
}

function facts({ facts: measured }: Audit, { paint, width, page }: Look): string {
  const rows = factRows(measured);
  const widest = Math.max(...rows.map(([name]) => widthOf(name)));
  const lines = rows.map(([name, value]) => {
    const lead: readonly Span[] = [{ text: terminalText(name).padEnd(widest + 2), brush: paint.faint }];
    return flow([{ text: terminalText(sentenceOf(value, page)) }], { width, indent: 2, lead });
  });
  return [paint.strong("Facts"), "", ...lines].join("\n");
}

const EFFECTS = { unreadable: "not read", partial: "read in part", note: "note" } as const;

function problemList(problems: readonly Problem[], { paint, width, page }: Look): string {
  if (problems.length === 0) return "";
  const lines = problems.map(problem => {
    const brush = problem.effect === "note" ? paint.faint : paint.mixed;
    const lead = [{ text: "! ", brush }];
    const text = `${placeOfProblem(problem)}: ${sentenceOf(problem.message, page)} (${EFFECTS[problem.effect]})`;
    return flow([{ text: terminalText(text) }], { width, indent: 2, lead });
  });
  return [paint.strong("Problems with what was given"), "", ...lines].join("\n");
}

/** What the run was held to, and what decided. */
function decided({ decision }: Totals, { page, paint, width }: Look): string {
  const lines = decisionLines(decision, page);
  if (lines.length === 0) return "";
  return [
    paint.strong("Bars"),
    "",
    ...lines.map(line => flow([{ text: terminalText(line) }], { width, indent: 2 })),
  ].join("\n");
}

function totalsOf(totals: Totals, { paint, width }: Look): string {
  if (totals.inputs <= 1 && totals.audits <= 1 && totals.unreadable === 0 && totals.skipped === 0) return "";
  const mean = totals.meanScore === null ? [] : [`mean score ${figure(totals.meanScore)} of 100`];
  const counts = [outcomeCounts(totals.outcomes), ...mean].filter(part => part !== "").join("; ");
  const lines = [inputCounts(totals), ...(counts === "" ? [] : [counts])];
  return [paint.strong("In all"), "", ...lines.map(text => flow([{ text }], { width, indent: 2 }))].join(
    "\n",
  );
}
