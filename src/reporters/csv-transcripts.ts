import type { Audit, Finding, Page, Problem, Reporter, Verdict } from "../model/index.js";
import { csvRow } from "../safety/index.js";
import { isMiss } from "./shared/location.js";
import { nameOf, sentenceOf } from "./shared/private.js";
import { placeOfProblem } from "./shared/problem.js";

/** Times go out in seconds, as spreadsheets reckon. */
const COLUMNS =
  "source,id,format,channel,language,agent,started,outcome,score,pass mark,band,checklists,pass,partial,fail,not applicable,unknown,missed,accepted,keep,change,turns,agent turns,customer turns,words,talk share,talk share by,duration,response time,longest response,silences,silence time,overlaps,overlap time,questions,words per minute,problem";
const TIMES = [
  "duration",
  "responseTime",
  "longestResponse",
  "silences",
  "silenceTime",
  "overlaps",
  "overlapTime",
  "questions",
  "wordsPerMinute",
];
const IN_MS: ReadonlySet<string> = new Set([
  "duration",
  "responseTime",
  "longestResponse",
  "silenceTime",
  "overlapTime",
]);

/** For a spreadsheet of calls: a row a transcript, then a row a problem; UTF-8 with a mark that Excel knows. */
export const csvTranscripts: Reporter = {
  name: "csv-transcripts",
  summary: "A row a transcript, for spreadsheets",

  open: () => `\uFEFF${COLUMNS}\r\n`,
  audit: (audit, page) => csvRow([...about(audit, page), ...answers(audit), ...figures(audit), null]),
  close: ({ problems }, page) => problems.map(problem => problemRow(problem, page)).join(""),
};

type Cell = string | number | null | undefined;

function about(
  { transcript, outcome, score, passMark, band, checklists }: Audit,
  page: Page,
): readonly Cell[] {
  const { source, id, format, channel, language, agent, startedAt } = transcript;
  const pins = checklists.map(({ name, version }) => `${name} ${version}`).join(", ");
  return [
    source,
    id,
    format,
    channel,
    language,
    agent && nameOf(agent, page),
    startedAt,
    outcome,
    score,
    passMark,
    band,
    pins,
  ];
}

function answers({ findings, keep, change }: Audit): readonly Cell[] {
  const count = (verdict: Verdict) => findings.filter(finding => finding.verdict === verdict).length;
  const missed = findings.filter(isMiss).map(({ check }: Finding) => check);
  const counts = (["pass", "partial", "fail", "na", "unknown"] as const).map(count);
  const accepted = findings.filter(finding => finding.accepted).map(({ check }) => check);
  return [...counts, missed.join(" "), accepted.join(" "), keep?.finding.check, change?.finding.check];
}

function figures({ facts }: Audit): readonly Cell[] {
  const { turns, agentTurns, customerTurns, words, talkShare, talkShareBy } = facts;
  const others = TIMES.map(name => {
    const value = facts[name];
    return typeof value === "number" && IN_MS.has(name) ? value / 1000 : value;
  });
  return [turns, agentTurns, customerTurns, words, talkShare, talkShareBy, ...others];
}

function problemRow(problem: Problem, page: Page): string {
  const cells = Array<string | null>(COLUMNS.split(",").length).fill(null);
  [cells[0], cells[7], cells[cells.length - 1]] = [
    placeOfProblem(problem),
    problem.effect,
    sentenceOf(problem.message, page),
  ];
  return csvRow(cells);
}
