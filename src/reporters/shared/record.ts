import type {
  Audit,
  Finding,
  Moment,
  Opportunity,
  Page,
  Place,
  Signal,
  Transcript,
  Turn,
} from "../../model/index.js";
import { quoteOf } from "../../safety/index.js";
import { nameOf, sentenceOf } from "./private.js";

/** What JSON can hold, keys in the order they are written. */
export type Plain = Readonly<Record<string, unknown>>;

/** Number of the JSON report's shape. */
export const SCHEMA = 1;

/** One audit in the fields of the JSON report, in their order. */
export function auditRecord(audit: Audit, page: Page): Plain {
  const { transcript, findings, signals } = audit;
  const { id, source, format, channel, language, agent, startedAt, measured } = transcript;
  const named = namer();
  return {
    id,
    source,
    format,
    channel,
    language,
    agent: agent === undefined ? undefined : nameOf(agent, page),
    startedAt,
    outcome: audit.outcome,
    score: audit.score,
    passMark: audit.passMark,
    band: audit.band,
    checklists: audit.checklists.map(({ name, version, sha256 }) => ({ name, version, sha256 })),
    keep: momentRecord(audit.keep, transcript, page),
    change: momentRecord(audit.change, transcript, page),
    findings: findings.map(finding => findingRecord(finding, transcript, page, named(finding))),
    signals: signals.map(signal => signalRecord(signal, transcript, page)),
    facts: factsRecord(audit, page),
    measured:
      measured.length === 0
        ? undefined
        : measured.map(({ by, what, role, start, end, value }) => ({ by, what, role, start, end, value })),
  };
}

/**
 * Names findings so that none answers another's question: where two checklists ask the same, the first keeps the plain
 * name and `technique`, and a later one is `checklist/check` with `techniques`.
 */
function namer(): (finding: Finding) => Plain {
  const taken = new Set<string>();
  return ({ check, checklist, techniques, parts }) => {
    const [technique] = techniques;
    const single = techniques.length === 1 && parts === undefined ? technique : undefined;
    const key = single ?? check;
    const again = taken.has(key);
    taken.add(key);
    const name = again ? `${checklist}/${check}` : check;
    return single === undefined || again
      ? { check: name, checklist, techniques }
      : { check: name, checklist, technique: single };
  };
}

function findingRecord(finding: Finding, transcript: Transcript, page: Page, name: Plain): Plain {
  const {
    title,
    section,
    verdict,
    weight,
    autoFail,
    avoids,
    message,
    remark,
    coach,
    say,
    evidence,
    opportunities,
    parts,
  } = finding;
  return {
    ...name,
    title,
    section,
    verdict,
    weight,
    autoFail,
    failsSection: finding.failsSection,
    bonus: finding.bonus,
    avoids: avoids === true,
    message: sentenceOf(message, page),
    accepted: finding.accepted,
    acceptedBecause:
      finding.acceptedBecause === undefined ? undefined : sentenceOf(finding.acceptedBecause, page),
    remark: remark === undefined ? undefined : sentenceOf(remark, page),
    coach,
    say: say === undefined || !page.quotes ? undefined : sentenceOf(say, page),
    evidence: evidence.map(place => placeRecord(place, transcript, page)),
    opportunities: opportunities?.map(opportunity => opportunityRecord(opportunity, transcript, page)),
    parts: parts?.map(part => findingRecord(part, transcript, page, partName(part))),
  };
}

const partName = ({ check, techniques }: Finding): Plain =>
  techniques.length === 1 ? { check, technique: techniques[0] } : { check, techniques };

function opportunityRecord({ cue, answer }: Opportunity, transcript: Transcript, page: Page): Plain {
  return {
    cue: placeRecord(cue, transcript, page),
    answer: answer === undefined ? null : placeRecord(answer, transcript, page),
  };
}

function signalRecord(
  { detector, role, value, detail, evidence }: Signal,
  transcript: Transcript,
  page: Page,
): Plain {
  const told =
    detail && page.quotes
      ? Object.entries(detail).map(([name, words]) => [name, sentenceOf(words, page)])
      : undefined;
  return {
    detector,
    role,
    value,
    detail: told && Object.fromEntries(told),
    evidence: evidence.map(place => placeRecord(place, transcript, page)),
  };
}

function momentRecord(moment: Moment | undefined, transcript: Transcript, page: Page): Plain | null {
  if (moment === undefined) return null;
  const { finding, place } = moment;
  const evidence = place === undefined ? null : placeRecord(place, transcript, page);
  return { check: finding.check, checklist: finding.checklist, evidence };
}

/** A place with all that is derived from it; the span refers to the unmasked text. */
function placeRecord(place: Place, transcript: Transcript, page: Page): Plain {
  const turn = transcript.turns[place.turn];
  const piece = turn && pieceAt(turn, place.from);
  return {
    turn: place.turn,
    utterance: piece?.utterance ?? place.turn,
    span: [place.from, place.to],
    quote: page.quotes ? quoteOf(transcript, place, page) : null,
    start: piece?.start ?? turn?.start ?? null,
    speaker: nameOf(turn?.speaker ?? "", page),
    role: turn?.role ?? "other",
  };
}

/** The utterance in which a position lies; between two of them, the later. */
export function pieceAt({ pieces }: Turn, position: number): Turn["pieces"][number] | undefined {
  return pieces.find(({ to }) => position < to) ?? pieces.at(-1);
}

function factsRecord({ facts }: Audit, page: Page): Plain {
  const { turns, agentTurns, customerTurns, words, duration, talkShare, talkShareBy, ...others } = facts;
  const rest = Object.keys(others)
    .sort()
    .map(name => [name, typeof others[name] === "string" ? sentenceOf(others[name], page) : others[name]]);
  return {
    turns,
    agentTurns,
    customerTurns,
    words,
    duration,
    talkShare,
    talkShareBy,
    ...Object.fromEntries(rest),
  };
}
