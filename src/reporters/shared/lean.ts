import type {
  Audit,
  Finding,
  Moment,
  Opportunity,
  Page,
  Place,
  Signal,
  Transcript,
} from "../../model/index.js";
import { jsonText, jsonWord, quoteOf } from "../../safety/index.js";
import { keyOf } from "./place.js";
import { sentenceOf, speakerOf } from "./private.js";
import { detailFields, factsFields, headOf, list, number, SCHEMA, text, word, words } from "./record.js";

/** What the parts of a line that are lists hold, as the first line of a report says it. */
const COLUMNS = {
  places: ["turn", "from", "to", "speaker", "start", "quote"],
  speakers: ["role", "name"],
  findings: ["verdict", "message", "evidence", "opportunities", "more"],
  opportunities: ["cue", "answer"],
  moments: ["checklist", "check", "place"],
};

/** The line that stands first: the scorecards with all that is the same in every audit. */
export function leanHead({ checklists, findings, passMark }: Audit): string {
  const cards = checklists.map(({ name, version, sha256 }) => {
    const checks = findings.filter(({ checklist }) => checklist === name).map(constants);
    return `{"name":${jsonWord(name)},"version":${jsonWord(version)},"sha256":${jsonWord(sha256)},"checks":{${checks.join(",")}}}`;
  });
  return `{"schema":${SCHEMA},"kind":"checklists","report":"jsonl-lean","passMark":${number(passMark)},"checklists":[${cards.join(",")}],"columns":${JSON.stringify(COLUMNS)}}\n`;
}

function constants(finding: Finding): string {
  const { check, title, section, techniques, weight, autoFail, failsSection, bonus, sectionWeight, avoids } =
    finding;
  const { coach, parts } = finding;
  return `${jsonWord(check)}:{"title":${jsonWord(title)}${word("section", section)},"techniques":${words(techniques)},"weight":${number(weight)},"autoFail":${autoFail}${
    failsSection === undefined ? "" : `,"failsSection":${failsSection}`
  }${bonus === undefined ? "" : `,"bonus":${bonus}`}${
    sectionWeight === undefined ? "" : `,"sectionWeight":${number(sectionWeight)}`
  },"avoids":${avoids === true},"coach":${jsonWord(coach)}${
    parts === undefined ? "" : `,"parts":{${parts.map(constants).join(",")}}`
  }}`;
}

/** The places of one audit and who speaks in them, each written once and called by its number. */
interface Ledger {
  readonly transcript: Transcript;
  readonly page: Page;
  readonly numbers: Map<number | string, number>;
  readonly speakers: Map<string, number>;
  places: string;
  names: string;
}

/** One audit as a line. */
export function leanAudit(audit: Audit, page: Page): string {
  const { transcript, findings, signals, checklists, keep, change } = audit;
  const ledger: Ledger = {
    transcript,
    page,
    numbers: new Map(),
    speakers: new Map(),
    places: "",
    names: "",
  };
  // Signals are in the order of the conversation, and so are the places, most of them.
  const heard = signalsJson(signals, ledger);
  const answers = checklists.map(
    ({ name }) =>
      `${jsonWord(name)}:{${list(
        findings.filter(({ checklist }) => checklist === name),
        finding => findingJson(finding, ledger),
      )}}`,
  );
  const moments = `"keep":${momentJson(keep, ledger)},"change":${momentJson(change, ledger)}`;
  const band = audit.band === undefined ? "" : `,"band":${jsonWord(audit.band)}`;
  return `{"kind":"lean",${headOf(transcript, page)},"outcome":"${audit.outcome}","score":${number(audit.score)}${band},${moments},"findings":{${answers.join(
    ",",
  )}},"signals":{${heard}},"places":[${ledger.places}],"speakers":[${ledger.names}],"facts":{${factsFields(audit, page)}}}\n`;
}

function numberOf(place: Place, ledger: Ledger): number {
  const key = keyOf(place);
  const known = ledger.numbers.get(key);
  if (known !== undefined) return known;
  const made = ledger.numbers.size;
  ledger.numbers.set(key, made);
  const { transcript, page } = ledger;
  const turn = transcript.turns[place.turn];
  const quote = page.quotes ? jsonText(quoteOf(transcript, place, page)) : "null";
  ledger.places += `${made === 0 ? "" : ","}[${place.turn},${place.from},${place.to},${speakerIn(place.turn, ledger)},${turn?.start ?? "null"},${quote}]`;
  return made;
}

function speakerIn(turn: number, ledger: Ledger): number {
  const { transcript, page, speakers } = ledger;
  const { role = "other", speaker = "" } = transcript.turns[turn] ?? {};
  const key = `${role}\u0000${speaker}`;
  const known = speakers.get(key);
  if (known !== undefined) return known;
  const made = speakers.size;
  speakers.set(key, made);
  ledger.names += `${made === 0 ? "" : ","}["${role}",${jsonText(speakerOf(transcript, turn, page))}]`;
  return made;
}

const numbersOf = (places: readonly Place[], ledger: Ledger): string =>
  `[${list(places, place => `${numberOf(place, ledger)}`)}]`;

/** By detector, each in the order of the conversation: most are a place and nothing more. */
function signalsJson(signals: readonly Signal[], ledger: Ledger): string {
  const by = new Map<string, string>();
  for (const signal of signals) {
    const before = by.get(signal.detector);
    const written = signalJson(signal, ledger);
    by.set(signal.detector, before === undefined ? written : `${before},${written}`);
  }
  return list([...by.keys()], detector => `${jsonWord(detector)}:[${by.get(detector)}]`);
}

function signalJson({ role, value, detail, evidence }: Signal, ledger: Ledger): string {
  const { page, transcript } = ledger;
  const [place] = evidence;
  const shown = page.quotes ? detail : undefined;
  const own = place === undefined ? undefined : (transcript.turns[place.turn]?.role ?? "other");
  const others = role === own || role === undefined ? "" : `,"role":"${role}"`;
  if (evidence.length === 1 && value === undefined && shown === undefined && others === "")
    return `${numberOf(place as Place, ledger)}`;
  return `{"at":${numbersOf(evidence, ledger)}${others}${value === undefined ? "" : `,"value":${number(value)}`}${
    shown === undefined ? "" : `,"detail":{${detailFields(shown, page)}}`
  }}`;
}

function findingJson(finding: Finding, ledger: Ledger): string {
  const { check, verdict, message, evidence, opportunities = [] } = finding;
  const more = moreOf(finding, ledger);
  const places = numbersOf(evidence, ledger);
  const cues = `[${list(opportunities, one => opportunityJson(one, ledger))}]`;
  return `${jsonWord(check)}:["${verdict}",${jsonText(sentenceOf(message, ledger.page))},${places},${cues},{${more}}]`;
}

/** What few findings have: a remark, that it is accepted and why, the parts of an item. */
function moreOf({ remark, accepted, acceptedBecause, parts }: Finding, ledger: Ledger): string {
  const { page } = ledger;
  const fields = [
    remark === undefined ? "" : text("remark", sentenceOf(remark, page)),
    accepted === undefined ? "" : `,"accepted":${accepted}`,
    acceptedBecause === undefined ? "" : text("acceptedBecause", sentenceOf(acceptedBecause, page)),
    parts === undefined ? "" : `,"parts":{${list(parts, part => findingJson(part, ledger))}}`,
  ];
  return fields.join("").slice(1);
}

const opportunityJson = ({ cue, answer }: Opportunity, ledger: Ledger): string =>
  `[${numberOf(cue, ledger)},${answer === undefined ? "null" : numberOf(answer, ledger)}]`;

function momentJson(moment: Moment | undefined, ledger: Ledger): string {
  if (moment === undefined) return "null";
  const { finding, place } = moment;
  return `[${jsonWord(finding.checklist)},${jsonWord(finding.check)},${place === undefined ? "null" : numberOf(place, ledger)}]`;
}
