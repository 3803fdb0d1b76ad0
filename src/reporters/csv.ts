import type { Audit, Finding, Page, Problem, Reporter } from "../model/index.js";
import { csvRow, quoteOf } from "../safety/index.js";
import { acceptedWords } from "./shared/decision.js";
import { placeOf } from "./shared/location.js";
import { nameOf, sentenceOf, speakerOf } from "./shared/private.js";
import { placeOfProblem } from "./shared/problem.js";

const COLUMNS =
  "source,id,format,channel,agent,started,outcome,score,pass mark,checklist,check,title,section,techniques,verdict,weight,auto-fail,message,turn,start,speaker,role,quote,coach,say,accepted";

/** For a spreadsheet: a row a finding, then a row a problem; UTF-8 with a mark that Excel knows, formulas made harmless. */
export const csv: Reporter = {
  name: "csv",
  summary: "A row a finding, for spreadsheets",

  open: () => `\uFEFF${COLUMNS}\r\n`,
  audit: (audit, page) =>
    audit.findings.map(finding => row(audit, finding, page)).join("") || row(audit, undefined, page),
  close: ({ problems }, page) => problems.map(problem => problemRow(problem, page)).join(""),
};

function row(audit: Audit, finding: Finding | undefined, page: Page): string {
  const { source, id, format, channel, agent, startedAt } = audit.transcript;
  const about = [
    source,
    id,
    format,
    channel,
    agent && nameOf(agent, page),
    startedAt,
    audit.outcome,
    audit.score,
    audit.passMark,
  ];
  return csvRow([
    ...about,
    ...(finding === undefined ? Array<null>(17).fill(null) : answer(audit, finding, page)),
  ]);
}

function answer(
  { transcript }: Audit,
  finding: Finding,
  page: Page,
): readonly (string | number | null | undefined)[] {
  const { checklist, check, title, section, techniques, verdict, weight, autoFail, message, coach, say } =
    finding;
  const place = placeOf(finding);
  const turn = place && transcript.turns[place.turn];
  return [
    ...[
      checklist,
      check,
      title,
      section,
      techniques.join(" "),
      verdict,
      weight,
      autoFail ? "yes" : "no",
      sentenceOf(message, page),
    ],
    ...[
      place?.turn,
      turn?.start === undefined ? null : turn.start / 1000,
      turn && speakerOf(transcript, turn.index, page),
      turn?.role,
    ],
    place && page.quotes ? quoteOf(transcript, place, page) : null,
    coach,
    say === undefined || !page.quotes ? null : sentenceOf(say, page),
    acceptedWords(finding, page) || null,
  ];
}

function problemRow(problem: Problem, page: Page): string {
  const cells = Array<string | null>(26).fill(null);
  [cells[0], cells[6], cells[17]] = [
    placeOfProblem(problem),
    problem.effect,
    sentenceOf(problem.message, page),
  ];
  return csvRow(cells);
}
