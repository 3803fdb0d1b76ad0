import type { Audit, Finding, Moment, Opportunity, Page, Signal, Transcript } from "../../model/index.js";
import { jsonText, jsonWord } from "../../safety/index.js";
import { newSheet, placeJson, placesJson, type Sheet } from "./place.js";
import { nameOf, sentenceOf } from "./private.js";

/** What JSON can hold, keys in the order they are written. */
export type Plain = Readonly<Record<string, unknown>>;

/** Number of the JSON report's shape. */
export const SCHEMA = 1;

/**
 * One audit as the inside of a JSON object, `"id":…` to the last field, in the order of the JSON report. Written piece by
 * piece: a night's report is several times the size of what was read, and objects made to be written once cost more
 * than the writing.
 */
export function auditFields(audit: Audit, page: Page): string {
  const { transcript, findings, signals, checklists } = audit;
  const sheet = newSheet(transcript, page);
  const named = namer();
  const pins = checklists.map(
    ({ name, version, sha256 }) =>
      `{"name":${jsonWord(name)},"version":${jsonWord(version)},"sha256":${jsonWord(sha256)}}`,
  );
  return `${headOf(transcript, page)},"outcome":"${audit.outcome}","score":${number(audit.score)},"passMark":${number(audit.passMark)}${
    audit.band === undefined ? "" : `,"band":${jsonWord(audit.band)}`
  },"checklists":[${pins.join(",")}],"keep":${momentJson(audit.keep, sheet)},"change":${momentJson(audit.change, sheet)},"findings":[${list(
    findings,
    finding => findingJson(finding, sheet, named(finding)),
  )}],"signals":[${list(signals, signal => signalJson(signal, sheet))}],"facts":{${factsFields(audit, page)}}${measuredField(transcript)}`;
}

/** What a report says of the transcript itself, as fields. */
export function headOf(
  { id, source, format, channel, language, agent, startedAt }: Transcript,
  page: Page,
): string {
  return `"id":${jsonText(id)},"source":${jsonText(source)},"format":${jsonWord(format)},"channel":"${channel}"${text(
    "language",
    language,
  )}${text("agent", agent === undefined ? undefined : nameOf(agent, page))}${text("startedAt", startedAt)}`;
}

/** A number as JSON has it; what is none becomes null. */
export const number = (value: number | null): string =>
  value === null || !Number.isFinite(value) ? "null" : `${value}`;

/** A field that may be left out. */
export const text = (name: string, value: string | undefined): string =>
  value === undefined ? "" : `,"${name}":${jsonText(value)}`;

/** The same for one that comes back with every transcript. */
export const word = (name: string, value: string | undefined): string =>
  value === undefined ? "" : `,"${name}":${jsonWord(value)}`;

/** Things written one by one, with commas between. */
export function list<T>(all: readonly T[], write: (one: T) => string): string {
  let written = "";
  for (let i = 0; i < all.length; i++) written += i === 0 ? write(all[i] as T) : `,${write(all[i] as T)}`;
  return written;
}

/**
 * Names findings so that none answers another's question: where two checklists ask the same, the first keeps the plain
 * name and `technique`, and a later one is `checklist/check` with `techniques`.
 */
function namer(): (finding: Finding) => string {
  const taken = new Set<string>();
  return ({ check, checklist, techniques, parts }) => {
    const [technique] = techniques;
    const single = techniques.length === 1 && parts === undefined ? technique : undefined;
    const key = single ?? check;
    const again = taken.has(key);
    taken.add(key);
    const name = `"check":${jsonWord(again ? `${checklist}/${check}` : check)},"checklist":${jsonWord(checklist)}`;
    return single === undefined || again
      ? `${name},"techniques":${words(techniques)}`
      : `${name},"technique":${jsonWord(single)}`;
  };
}

/** Words as a JSON list. */
export const words = (all: readonly string[]): string => `[${list(all, jsonWord)}]`;

function findingJson(finding: Finding, sheet: Sheet, name: string): string {
  const { section, weight, avoids, failsSection, bonus, sectionWeight, remark, opportunities, parts } =
    finding;
  const { page } = sheet;
  return `{${name},"title":${jsonWord(finding.title)}${word("section", section)},"verdict":"${finding.verdict}","weight":${number(
    weight,
  )},"autoFail":${finding.autoFail}${failsSection === undefined ? "" : `,"failsSection":${failsSection}`}${
    bonus === undefined ? "" : `,"bonus":${bonus}`
  }${sectionWeight === undefined ? "" : `,"sectionWeight":${number(sectionWeight)}`},"avoids":${avoids === true},"message":${jsonText(sentenceOf(finding.message, page))}${acceptedFields(finding, page)}${
    remark === undefined ? "" : text("remark", sentenceOf(remark, page))
  },"coach":${jsonWord(finding.coach)}${sayField(finding, page)},"evidence":${placesJson(finding.evidence, sheet)}${
    opportunities === undefined
      ? ""
      : `,"opportunities":[${list(opportunities, one => opportunityJson(one, sheet))}]`
  }${parts === undefined ? "" : `,"parts":[${list(parts, part => findingJson(part, sheet, partName(part)))}]`}}`;
}

const acceptedFields = ({ accepted, acceptedBecause }: Finding, page: Page): string =>
  `${accepted === undefined ? "" : `,"accepted":${accepted}`}${
    acceptedBecause === undefined ? "" : text("acceptedBecause", sentenceOf(acceptedBecause, page))
  }`;

const sayField = ({ say }: Finding, page: Page): string =>
  say === undefined || !page.quotes ? "" : text("say", sentenceOf(say, page));

const partName = ({ check, techniques }: Finding): string =>
  techniques.length === 1
    ? `"check":${jsonWord(check)}${word("technique", techniques[0])}`
    : `"check":${jsonWord(check)},"techniques":${words(techniques)}`;

const opportunityJson = ({ cue, answer }: Opportunity, sheet: Sheet): string =>
  `{"cue":${placeJson(cue, sheet)},"answer":${answer === undefined ? "null" : placeJson(answer, sheet)}}`;

function signalJson({ detector, role, value, detail, evidence }: Signal, sheet: Sheet): string {
  return `{"detector":${jsonWord(detector)}${role === undefined ? "" : `,"role":"${role}"`}${
    value === undefined ? "" : `,"value":${number(value)}`
  }${detail === undefined || !sheet.page.quotes ? "" : `,"detail":{${detailFields(detail, sheet.page)}}`},"evidence":${placesJson(
    evidence,
    sheet,
  )}}`;
}

/** The particulars of a signal, as fields. */
export const detailFields = (detail: Readonly<Record<string, string>>, page: Page): string =>
  list(
    Object.keys(detail),
    name => `${jsonWord(name)}:${jsonText(sentenceOf(detail[name] as string, page))}`,
  );

function momentJson(moment: Moment | undefined, sheet: Sheet): string {
  if (moment === undefined) return "null";
  const { finding, place } = moment;
  return `{"check":${jsonWord(finding.check)},"checklist":${jsonWord(finding.checklist)},"evidence":${
    place === undefined ? "null" : placeJson(place, sheet)
  }}`;
}

/** Facts that stand first, in this order; the others follow by name. */
const FIRST = ["turns", "agentTurns", "customerTurns", "words", "duration", "talkShare", "talkShareBy"];

/** The facts of an audit, as fields in their order. */
export function factsFields({ facts }: Audit, page: Page): string {
  const others = Object.keys(facts)
    .filter(name => !FIRST.includes(name))
    .sort();
  const known = [...FIRST, ...others].filter(name => facts[name] !== undefined);
  return list(known, name => {
    const value = facts[name] as number | string;
    const kept = FIRST.includes(name) || typeof value === "number" ? value : sentenceOf(value, page);
    return `${jsonWord(name)}:${valueJson(kept)}`;
  });
}

const valueJson = (value: number | string): string =>
  typeof value === "number" ? number(value) : jsonText(value);

function measuredField({ measured }: Transcript): string {
  if (measured.length === 0) return "";
  return `,"measured":[${list(
    measured,
    ({ by, what, role, start, end, value }) =>
      `{"by":${jsonText(by)},"what":${jsonText(what)}${role === undefined ? "" : `,"role":"${role}"`}${
        start === undefined ? "" : `,"start":${number(start)}`
      }${end === undefined ? "" : `,"end":${number(end)}`}${value === undefined ? "" : `,"value":${valueJson(value)}`}}`,
  )}]`;
}
