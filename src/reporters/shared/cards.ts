import type { Audit, Moment } from "../../model/index.js";
import { terminalText } from "../../safety/index.js";
import { quoteLine } from "./evidence.js";
import { flow } from "./flow.js";
import type { Look } from "./look.js";
import type { Brush } from "./paint.js";
import { sentenceOf } from "./private.js";

const LABEL = 10;

/** What an agent reads first: one strength to keep and one change to make, each with its moment. */
export function cards({ keep, change, outcome, transcript }: Audit, look: Look): string {
  const { paint, width } = look;
  const lead = [{ text: "Change".padEnd(LABEL - 2), brush: paint.strong }];
  const none =
    outcome === "pass" ? flow([{ text: "Nothing this time." }], { width, indent: 2, lead }) : undefined;
  const parts = [
    keep && card("Keep", paint.good, keep, [], transcript, look),
    change ? card("Change", paint.mixed, change, advice(change, look), transcript, look) : none,
  ];
  return parts.filter(part => part !== undefined).join("\n\n");
}

function card(
  label: string,
  brush: Brush,
  { finding, place }: Moment,
  more: readonly string[],
  transcript: Audit["transcript"],
  look: Look,
): string {
  const { paint, width } = look;
  const lead = [{ text: label.padEnd(LABEL - 2), brush: (text: string) => paint.strong(brush(text)) }];
  const title = flow([{ text: terminalText(finding.title), brush: paint.strong }], {
    width,
    indent: 2,
    lead,
  });
  const quote = place === undefined ? [] : [quoteLine(place, transcript, look, LABEL, "turn")];
  return [title, ...quote, ...more].join("\n");
}

/** The one change in two sentences: what to do next time, and how it may sound. */
export function advice({ finding }: Moment, { page, paint, width }: Look, indent = LABEL): readonly string[] {
  const lines: string[] = [];
  const line = (label: string, text: string) =>
    lines.push(
      flow([{ text: label, brush: paint.faint }, { text: ` ${terminalText(text)}` }], { width, indent }),
    );
  if (finding.coach !== "") line("Next time:", finding.coach);
  if (finding.say !== undefined && page.quotes) line("Say instead:", `“${sentenceOf(finding.say, page)}”`);
  return lines;
}
