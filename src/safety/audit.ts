import type { Audit, Finding, Signal, Transcript } from "../model/index.js";
import { isNothing, knownIn } from "./known.js";
import { maskRanges, maskSlice, maskText, overlaid } from "./mask.js";

/** A sentence about a conversation under its mask: what the text shows, and what the conversation gave away elsewhere. */
export function maskAbout(text: string, transcript: Transcript): string {
  const known = knownIn(transcript);
  if (isNothing(known)) return maskText(text);
  return maskSlice(text, overlaid(maskRanges(text), known.find(text)), 0, text.length);
}

/** Only what the conversation gave away elsewhere: a customer's name, a password. */
export function maskKnown(text: string, transcript: Transcript): string {
  return maskSlice(text, knownIn(transcript).find(text), 0, text.length);
}

/** An audit with its sentences masked as in every report. */
export const maskAudit = (audit: Audit): Audit =>
  withSentences(audit, text => maskAbout(text, audit.transcript));

/** An audit whose sentences say no name or password that the conversation gave away; the same audit where there is none. */
export const maskKnownIn = (audit: Audit): Audit =>
  isNothing(knownIn(audit.transcript))
    ? audit
    : withSentences(audit, text => maskKnown(text, audit.transcript));

type Change = (text: string) => string;

function withSentences(audit: Audit, change: Change): Audit {
  const findings = audit.findings.map(finding => findingWith(finding, change));
  const moment = (name: "keep" | "change") => {
    const given = audit[name];
    const finding = given && findings[audit.findings.indexOf(given.finding)];
    return given && finding ? { [name]: { ...given, finding } } : {};
  };
  return {
    ...audit,
    findings,
    signals: audit.signals.map(signal => signalWith(signal, change)),
    facts: valuesWith(audit.facts, change) as Audit["facts"],
    ...moment("keep"),
    ...moment("change"),
  };
}

/** The finding itself where no sentence of it changes, as most do not. */
function findingWith(finding: Finding, change: Change): Finding {
  const { say, remark, acceptedBecause } = finding;
  const message = change(finding.message);
  const parts = finding.parts && eachWith(finding.parts, part => findingWith(part, change));
  const changed = {
    ...(say !== undefined && { say: change(say) }),
    ...(remark !== undefined && { remark: change(remark) }),
    ...(acceptedBecause !== undefined && { acceptedBecause: change(acceptedBecause) }),
  };
  const same =
    message === finding.message &&
    parts === finding.parts &&
    changed.say === say &&
    changed.remark === remark &&
    changed.acceptedBecause === acceptedBecause;
  return same ? finding : { ...finding, message, ...changed, ...(parts && { parts }) };
}

/** The list itself where none of it changes. */
function eachWith<T>(all: readonly T[], change: (one: T) => T): readonly T[] {
  const made = all.map(change);
  return made.every((one, i) => one === all[i]) ? all : made;
}

function signalWith(signal: Signal, change: Change): Signal {
  const { detail } = signal;
  if (detail === undefined) return signal;
  for (const name in detail)
    if (change(detail[name] as string) !== detail[name])
      return { ...signal, detail: valuesWith(detail, change) as Readonly<Record<string, string>> };
  return signal;
}

function valuesWith(
  values: Readonly<Record<string, unknown>>,
  change: Change,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? change(value) : value]),
  );
}
