import type { Audit, Finding, Transcript } from "../../model/index.js";
import { terminalText } from "../../safety/index.js";
import { advice } from "./cards.js";
import { acceptedBehind } from "./decision.js";
import { quoteLines } from "./evidence.js";
import { flow } from "./flow.js";
import type { Look } from "./look.js";
import { verdictBrush } from "./paint.js";
import { sentenceOf } from "./private.js";
import { VERDICTS } from "./wording.js";

/** Columns before the text of a check: two, the sign, and the longest word. */
const INDENT = 14;
/** On a narrow page the text stands under the title instead. */
const NARROW = 72;

/** Every check: those that counted in the checklist's order, then those that did not apply or could not be seen. */
export function checks({ findings, transcript, change }: Audit, look: Look): string {
  const counted = findings.filter(({ verdict }) => verdict !== "na" && verdict !== "unknown");
  const others = findings.filter(({ verdict }) => verdict === "na" || verdict === "unknown");
  const blocks = [
    ...sections(counted, { transcript, told: change?.finding }, look),
    ...(others.length === 0
      ? []
      : [
          [
            look.paint.strong("Left out of the score"),
            "",
            ...others.map(finding => brief(finding, look, 2)),
          ].join("\n"),
        ]),
  ];
  return blocks.join("\n\n");
}

interface Around {
  readonly transcript: Transcript;
  /** The finding whose advice the card at the top gives already. */
  readonly told: Finding | undefined;
}

/** Sections in the order in which the checklist first names them. */
function sections(findings: readonly Finding[], around: Around, look: Look): readonly string[] {
  const grouped = new Map<string, string[]>();
  for (const finding of findings) {
    const section = finding.section ?? "Checks";
    const blocks = grouped.get(section) ?? [];
    grouped.set(section, [...blocks, full(finding, around, look)]);
  }
  return [...grouped].flatMap(([section, blocks]) => [look.paint.strong(terminalText(section)), ...blocks]);
}

function full(finding: Finding, { transcript, told }: Around, look: Look): string {
  const { page, paint, width } = look;
  const indent = width < NARROW ? 4 : INDENT;
  const missed = finding.verdict === "partial" || finding.verdict === "fail";
  const auto =
    finding.autoFail && finding.verdict === "fail"
      ? [{ text: " (decides the outcome)", brush: paint.poor }]
      : [];
  return [
    flow([{ text: terminalText(finding.title), brush: paint.strong }, ...auto, ...accepted(finding, look)], {
      width,
      indent: 2,
      lead: verdictLead(finding, look),
    }),
    ...(finding.message === ""
      ? []
      : [flow([{ text: terminalText(sentenceOf(finding.message, page)) }], { width, indent })]),
    ...(finding.parts ?? []).map(part => brief(part, look, indent)),
    ...quoteLines(finding, transcript, look, indent),
    ...(finding.remark === undefined
      ? []
      : [
          flow([{ text: `Remark: ${terminalText(sentenceOf(finding.remark, page))}`, brush: paint.faint }], {
            width,
            indent,
          }),
        ]),
    ...(missed ? (isSame(finding, told) ? above(look, indent) : advice({ finding }, look, indent)) : []),
  ].join("\n");
}

const isSame = (one: Finding, other: Finding | undefined): boolean =>
  one.check === other?.check && one.checklist === other.checklist;

const above = ({ paint, width }: Look, indent: number): readonly string[] => [
  flow([{ text: "Next time: see Change, above", brush: paint.faint }], { width, indent }),
];

function accepted(finding: Finding, { page, paint }: Look) {
  const words = acceptedBehind(finding, page);
  return words === "" ? [] : [{ text: terminalText(words), brush: paint.faint }];
}

/** A check in a line: sign, word, title and reason. */
function brief(finding: Finding, look: Look, indent: number): string {
  const { page, paint, width } = look;
  const reason = terminalText(sentenceOf(finding.message, page));
  return flow([{ text: terminalText(finding.title) }, { text: `: ${reason}`, brush: paint.faint }], {
    width,
    indent,
    lead: verdictLead(finding, look),
  });
}

function verdictLead({ verdict }: Finding, { paint }: Look) {
  const { sign, word } = VERDICTS[verdict];
  return [{ text: `${sign} ${word.padEnd(INDENT - 4)}`, brush: verdictBrush(verdict, paint) }];
}
