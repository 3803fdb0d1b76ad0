import { rememberWords, wordHashes } from "../../gate/misses.js";
import type { Audit, Finding, Moment, Page, Signal, Transcript, Turn } from "../../model/index.js";
import { nameOf, sentenceOf } from "../../reporters/shared/private.js";
import { type Masked, masksOf, rememberMasked, rememberMasks } from "../../safety/index.js";

/** A turn whose words are masked in place: as long as before, so that every position still holds. */
interface SealedTurn extends Turn {
  /** What was masked: from, to, kind. */
  readonly masks?: readonly (readonly [number, number, Masked["kind"]])[];
  /** Hashes of the words that are gone, by which a baseline knows them again. */
  readonly hashes?: readonly string[];
}

type SealedMoment = Omit<Moment, "finding"> & { readonly at: number };

/** An audit as a blob holds it: everything a report can show, and nothing it may not. */
export interface Sealed extends Omit<Audit, "transcript" | "keep" | "change"> {
  readonly transcript: Omit<Transcript, "turns"> & { readonly turns: readonly SealedTurn[] };
  readonly keep?: SealedMoment;
  readonly change?: SealedMoment;
}

/** Masks an audit for good, as its page asks. */
export function seal(audit: Audit, page: Page): Sealed {
  const { transcript, findings, signals, facts, keep, change, ...rest } = audit;
  const sentence = (text: string) => sentenceOf(text, page);
  const name = (text: string) => nameOf(text, page);
  const moment = (given: Moment | undefined) => {
    if (given === undefined) return undefined;
    const { finding, ...where } = given;
    return { ...where, at: findings.indexOf(finding) };
  };
  return {
    ...rest,
    transcript: {
      ...transcript,
      // Who is counted by; an address is masked whenever it is shown.
      metadata: valuesBy(name, transcript.metadata),
      turns: sealedTurns(transcript, page),
    },
    findings: findings.map(finding => sealedFinding(page.quotes ? finding : withoutSay(finding), sentence)),
    signals: signals.map(signal => sealedSignal(page.quotes ? signal : withoutDetail(signal), sentence)),
    facts: valuesBy(sentence, facts) as Audit["facts"],
    ...(keep && { keep: moment(keep) as SealedMoment }),
    ...(change && { change: moment(change) as SealedMoment }),
  };
}

/** The audit as it was, as far as any report can tell; `masked`: what it shows is masked already. */
export function unseal({ transcript, keep, change, ...rest }: Sealed, masked: boolean): Audit {
  const texts = new Set<string>();
  const note = (text: string) => {
    texts.add(text);
    return text;
  };
  for (const finding of rest.findings) sealedFinding(finding, note);
  for (const signal of rest.signals) sealedSignal(signal, note);
  for (const value of Object.values(rest.facts)) if (typeof value === "string") note(value);
  for (const value of Object.values(transcript.metadata)) note(value);
  const turns = transcript.turns.map(({ masks = [], hashes, ...turn }) => {
    note(turn.speaker);
    if (masked)
      rememberMasks(
        turn,
        masks.map(([from, to, kind]) => ({ from, to, kind })),
      );
    if (hashes) rememberWords(turn, hashes);
    return turn;
  });
  rememberMasked(masked ? texts : []);
  const moment = (given: SealedMoment | undefined) => {
    const { at, ...where } = given ?? { at: -1 };
    const finding = rest.findings[at];
    return finding && { ...where, finding };
  };
  const [kept, changed] = [moment(keep), moment(change)];
  return {
    ...rest,
    transcript: { ...transcript, turns },
    ...(kept && { keep: kept }),
    ...(changed && { change: changed }),
  };
}

function sealedTurns(transcript: Transcript, page: Page): readonly SealedTurn[] {
  const masks = page.mask && page.quotes ? masksOf(transcript) : [];
  return transcript.turns.map((turn, i) => {
    const speaker = nameOf(turn.speaker, page);
    const own = masks[i] ?? [];
    if (page.quotes && own.length === 0) return speaker === turn.speaker ? turn : { ...turn, speaker };
    return {
      ...turn,
      speaker,
      // Without quotes reports still draw turns as long as they are: words stay as crosses.
      text: page.quotes ? blanked(turn.text, own) : crossed(turn.text),
      ...(own.length > 0 && { masks: own.map(({ from, to, kind }) => [from, to, kind] as const) }),
      hashes: wordHashes(turn),
    };
  });
}

/** Letters and figures as crosses, each as long as it was: a page that counts words counts as many. */
const crossed = (text: string): string => text.replace(/[\p{L}\p{N}]/gu, sign => "x".repeat(sign.length));

function blanked(text: string, ranges: readonly Masked[]): string {
  let shown = "";
  let at = 0;
  for (const { from, to } of ranges) {
    shown += text.slice(at, from) + crossed(text.slice(from, to));
    at = to;
  }
  return shown + text.slice(at);
}

/** What is only ever shown where quotes are. */
function withoutSay({ say: _, parts, ...finding }: Finding): Finding {
  return { ...finding, ...(parts && { parts: parts.map(withoutSay) }) };
}

const withoutDetail = ({ detail: _, ...signal }: Signal): Signal => signal;

type Door = (text: string) => string;

function sealedFinding(finding: Finding, door: Door): Finding {
  const { message, say, remark, acceptedBecause, parts } = finding;
  return {
    ...finding,
    message: door(message),
    ...(say !== undefined && { say: door(say) }),
    ...(remark !== undefined && { remark: door(remark) }),
    ...(acceptedBecause !== undefined && { acceptedBecause: door(acceptedBecause) }),
    ...(parts && { parts: parts.map(part => sealedFinding(part, door)) }),
  };
}

const sealedSignal = (signal: Signal, door: Door): Signal =>
  signal.detail ? { ...signal, detail: valuesBy(door, signal.detail) } : signal;

function valuesBy<T>(door: Door, values: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? (door(value) as T) : value,
    ]),
  );
}
