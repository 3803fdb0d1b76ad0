import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Audit, Finding, Place, Problem, Role, Signal, Transcript, Verdict } from "../model/index.js";
import { VERDICT_KEYS } from "../review/words.js";
import { jsonText, quoteOf } from "../safety/index.js";
import { usage } from "./complain.js";
import { type Fields, fromLean, isFields } from "./reported-lean.js";

/** A report in JSON that is to be reviewed: which files it is about, and what it says of a conversation in them. */
export interface Reported {
  readonly paths: readonly string[];
  /** The audit as the report has it; a problem where the words are others now, undefined where it is not in the report. */
  heed(audit: Audit): Audit | Problem | undefined;
  /** Sources of audits whose conversation was not met. */
  left(): readonly string[];
}

const fieldsIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

/** Reads a report of `--report json`, `jsonl` or `jsonl-lean`; `paths` are where its transcripts lie, if not where they were. */
export function readReported(
  file: string,
  paths: readonly string[],
): Reported | { readonly problem: Problem } {
  const audits = auditsIn(file);
  if ("problem" in audits) return audits;
  const waiting = new Map<string, Fields[]>();
  for (const one of audits) waiting.set(String(one.id), [...(waiting.get(String(one.id)) ?? []), one]);
  const sources = new Set(audits.map(({ source }) => fileBehind(String(source), dirname(file))));
  return {
    paths: paths.length > 0 ? paths : [...sources],
    heed(audit) {
      const { id, source } = audit.transcript;
      const records = waiting.get(id) ?? [];
      const at = Math.max(
        0,
        records.findIndex(record => record.source === source),
      );
      const [record] = records.splice(at, 1);
      return record && (asReported(audit, record) ?? changed(source, file));
    },
    left: () => [...waiting.values()].flat().map(({ source }) => String(source)),
  };
}

function auditsIn(file: string): readonly Fields[] | { readonly problem: Problem } {
  const wrong = (message: string) => ({ problem: { ...usage(message), source: file } });
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return wrong(`Unexpected error ${code}, expected a report in JSON`);
  }
  const records = parsed(text);
  const [first] = records ?? [];
  if (records === undefined || first?.schema !== 1)
    return wrong("Unexpected content, expected a report of schema 1: attune audit … --report json=FILE");
  const audits =
    "audits" in first ? fieldsIn(first.audits) : fromLean(records).filter(({ kind }) => kind === "audit");
  return audits.length > 0 ? audits : wrong("Unexpected report without audits, expected one at least");
}

/** One document, or a document a line. */
function parsed(text: string): readonly Fields[] | undefined {
  for (const parts of [[text], text.split("\n").filter(line => line.trim() !== "")])
    try {
      return fieldsIn(parts.map(part => JSON.parse(part)));
    } catch {
      // The other form, or none.
    }
  return undefined;
}

/** The file behind a source, from here or from where the report lies: without line, number, or place in an archive. */
function fileBehind(source: string, folder: string): string {
  const plain = source.replace(/(?::\d+)?(?:#[^/\\#]+)?$/, "");
  const parts = plain.split(/(?<=[/\\!])/);
  for (let n = parts.length; n > 0; n--) {
    const path = parts
      .slice(0, n)
      .join("")
      .replace(/[/\\!]$/, "");
    for (const candidate of [path, join(folder, path)]) if (existsSync(candidate)) return candidate;
  }
  return plain;
}

const changed = (source: string, file: string): Problem => ({
  source,
  code: "stale-report",
  effect: "unreadable",
  named: true,
  message: `Unexpected words, expected the transcript as ${file} has it; audit it anew`,
});

function asReported(audit: Audit, record: Fields): Audit | undefined {
  const { transcript } = audit;
  try {
    const findings = fieldsIn(record.findings).map(one => findingOf(one, transcript));
    const moment = (name: "keep" | "change") => {
      const at = record[name];
      const finding = isFields(at) && findings.find(one => nameOf(one) === nameOf(named(at)));
      if (!finding || !isFields(at)) return {};
      return { [name]: { finding, ...(at.evidence ? { place: placeOf(at.evidence, transcript) } : {}) } };
    };
    const { keep: _, change: __, band: ___, ...rest } = audit;
    return {
      ...rest,
      outcome: record.outcome as Audit["outcome"],
      score: typeof record.score === "number" ? record.score : null,
      passMark: Number(record.passMark),
      ...(typeof record.band === "string" && { band: record.band }),
      checklists: fieldsIn(record.checklists) as unknown as Audit["checklists"],
      findings,
      signals: fieldsIn(record.signals).map(one => signalOf(one, transcript)),
      ...moment("keep"),
      ...moment("change"),
    };
  } catch (error) {
    if (error instanceof OtherWords) return undefined;
    throw error;
  }
}

/** The transcript is not the one that the report is about. */
class OtherWords extends Error {}

const nameOf = ({ checklist, check }: Pick<Finding, "checklist" | "check">): string =>
  `${checklist}/${check}`;

/** A check that two lists ask is written with its list before it; here both are apart. */
function named({ check, checklist }: Fields): Pick<Finding, "checklist" | "check"> {
  const list = String(checklist ?? "");
  const name = String(check);
  return { checklist: list, check: name.startsWith(`${list}/`) ? name.slice(list.length + 1) : name };
}

function findingOf(record: Fields, transcript: Transcript, list = String(record.checklist ?? "")): Finding {
  const { section, say, remark, sectionWeight, technique, techniques, accepted, acceptedBecause } = record;
  const verdict = VERDICT_KEYS.find(one => one === record.verdict);
  if (verdict === undefined) throw new OtherWords();
  return {
    ...named({ ...record, checklist: list }),
    title: String(record.title),
    techniques: Array.isArray(techniques) ? techniques.map(String) : [String(technique ?? record.check)],
    verdict: verdict satisfies Verdict,
    message: String(record.message ?? ""),
    coach: String(record.coach ?? ""),
    weight: Number(record.weight),
    autoFail: record.autoFail === true,
    avoids: record.avoids === true,
    evidence: fieldsIn(record.evidence).map(place => placeOf(place, transcript)),
    ...(typeof section === "string" && { section }),
    ...(typeof say === "string" && { say }),
    ...(typeof remark === "string" && { remark }),
    ...(typeof sectionWeight === "number" && { sectionWeight }),
    ...(record.failsSection === true && { failsSection: true }),
    ...(record.bonus === true && { bonus: true }),
    ...(accepted === true && { accepted: true as const }),
    ...(typeof acceptedBecause === "string" && { acceptedBecause }),
    ...(record.opportunities !== undefined && {
      opportunities: fieldsIn(record.opportunities).map(({ cue, answer }) => ({
        cue: placeOf(cue, transcript),
        ...(answer ? { answer: placeOf(answer, transcript) } : {}),
      })),
    }),
    ...(record.parts !== undefined && {
      parts: fieldsIn(record.parts).map(part => findingOf(part, transcript, list)),
    }),
  };
}

function signalOf({ detector, role, value, detail, evidence }: Fields, transcript: Transcript): Signal {
  return {
    detector: String(detector),
    evidence: fieldsIn(evidence).map(place => placeOf(place, transcript)),
    ...(typeof role === "string" && { role: role as Role }),
    ...(typeof value === "number" && { value }),
    ...(isFields(detail) && { detail: detail as Signal["detail"] & object }),
  };
}

/** A place, if the words there are still those that the report quotes. */
function placeOf(record: unknown, transcript: Transcript): Place {
  const { turn, span, quote } = isFields(record) ? record : {};
  const [from, to] = Array.isArray(span) ? span.map(Number) : [];
  const text = transcript.turns[Number(turn)]?.text;
  if (text === undefined || from === undefined || to === undefined || !(from >= 0 && to <= text.length))
    throw new OtherWords();
  const place = { turn: Number(turn), from, to };
  if (typeof quote === "string" && !isQuote(quote, place, transcript)) throw new OtherWords();
  return place;
}

const isQuote = (quote: string, place: Place, transcript: Transcript): boolean =>
  [true, false].some(mask => {
    const written = quoteOf(transcript, place, { width: 80, color: false, mask, quotes: true });
    return JSON.parse(jsonText(written)) === quote;
  });
