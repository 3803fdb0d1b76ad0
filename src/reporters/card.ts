import type { Audit, Reporter } from "../model/index.js";
import { terminalText } from "../safety/index.js";
import { advice } from "./shared/cards.js";
import { cardOf, type Told } from "./shared/coaching.js";
import { acceptedBehind } from "./shared/decision.js";
import { quoteLine } from "./shared/evidence.js";
import { flow } from "./shared/flow.js";
import { type Look, lookOf } from "./shared/look.js";
import type { Brush } from "./shared/paint.js";

const INDENT = 2;

/** For the agent, a page a conversation: one thing to keep, one to change and how it may sound, and nothing else. */
export const card: Reporter = {
  name: "card",
  summary: "A coaching card a conversation: keep this, change this",

  open: () => "",
  audit(audit, page, index) {
    const look = lookOf(page);
    const { paint, width } = look;
    const { keep, change, instead } = cardOf(audit);
    const parts = [
      flow([{ text: terminalText(audit.transcript.source), brush: paint.faint }], { width }),
      keep && moment("Keep this", paint.good, keep, audit, look),
      change && moment("Change this", paint.mixed, change, audit, look),
      !change &&
        keep &&
        audit.outcome === "pass" &&
        flow([{ text: "Nothing to change this time." }], { width }),
      instead && flow([{ text: instead }], { width }),
    ];
    const rule = index === 0 ? "" : `\n${paint.faint("─".repeat(width))}\n\n`;
    return `${rule}${parts.filter(part => part).join("\n\n")}\n`;
  },
  close: () => "",
};

function moment(
  label: string,
  brush: Brush,
  { finding, places }: Told,
  { transcript }: Audit,
  look: Look,
): string {
  const { paint, width } = look;
  const lead = [{ text: `${label}: `, brush: (text: string) => paint.strong(brush(text)) }];
  const quotes = places.map(place => quoteLine(place, transcript, look, INDENT, "turn"));
  const missed = finding.verdict === "partial" || finding.verdict === "fail";
  return [
    flow([{ text: terminalText(finding.title + acceptedBehind(finding, look.page)), brush: paint.strong }], {
      width,
      lead,
    }),
    "",
    ...quotes,
    ...(missed ? advice({ finding }, look, INDENT) : []),
  ].join("\n");
}
