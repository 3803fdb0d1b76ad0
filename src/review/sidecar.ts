import type { Finding, Pin, Place, Transcript, Verdict } from "../model/index.js";
import { VERDICT_KEYS } from "./words.js";
import { type Added, type Answer, type Call, EMPTY, keyOf, type Mode, type Work } from "./work.js";

/** Number of the sidecar's shape. */
export const SCHEMA = 1;

/** What identifies the conversation and the questions that were answered. */
export interface About {
  readonly reviewer: string;
  readonly mode: Mode;
  readonly transcript: { readonly id: string; readonly source: string; readonly sha256: string };
  readonly checklists: readonly Pin[];
  /** ISO 8601: when it was begun, and last changed. */
  readonly started: string;
  readonly changed: string;
  /** Answers to checks that are not asked this time, as they were written; they are kept. */
  readonly others?: readonly unknown[];
}

/** A sidecar as it was read. */
export interface Saved extends About {
  readonly work: Work;
  /** What was written of each answer, by the key of its finding. */
  readonly written: ReadonlyMap<string, unknown>;
}

/** What a conversation's hash is made of: all that a reader of it could tell apart. */
export function fingerprintOf({ turns, channel }: Transcript): string {
  return JSON.stringify([
    channel,
    turns.map(({ speaker, role, kind, text, start, end }) => [
      speaker,
      role,
      kind,
      text,
      start ?? null,
      end ?? null,
    ]),
  ]);
}

/** Gives the words of a place, masked. */
export type Quote = (place: Place) => string;

/** The sidecar as text: what the person confirmed, and beside each answer what the machine had said. */
export function sidecarText(about: About, call: Pick<Call, "audit">, work: Work, quote: Quote): string {
  const { findings } = call.audit;
  const answers = findings.flatMap(finding => {
    const answer = work.answers.get(keyOf(finding));
    return answer === undefined ? [] : [answerRecord(finding, answer, quote)];
  });
  const { reviewer, mode, transcript, checklists, started, changed, others = [] } = about;
  const record = {
    schema: SCHEMA,
    kind: "attune-review",
    reviewer,
    mode,
    started,
    changed,
    done: work.done,
    flagged: work.flagged,
    transcript,
    checklists,
    score: call.audit.score,
    answers: [...answers, ...others],
    added: work.added.map(({ title, ...answer }) => ({ title, ...given(answer, quote) })),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

const MOST_QUOTES = 5;

function answerRecord(finding: Finding, answer: Answer, quote: Quote): unknown {
  const { checklist, check, title, verdict, evidence } = finding;
  const machine = {
    verdict,
    evidence: evidence.slice(0, MOST_QUOTES).map(place => placeRecord(place, quote)),
  };
  return { checklist, check, title, machine, ...given(answer, quote) };
}

const given = ({ verdict, comment, evidence, at }: Answer, quote: Quote): object => ({
  verdict,
  ...(comment !== undefined && { comment }),
  ...(evidence && { evidence: evidence.map(place => placeRecord(place, quote)) }),
  at,
});

const placeRecord = (place: Place, quote: Quote): unknown => ({
  turn: place.turn,
  span: [place.from, place.to],
  quote: quote(place),
});

/** What was wrong with a sidecar. */
export interface Damaged {
  readonly damaged: string;
}

/** A sidecar's text → what it says, or what is wrong with it. */
export function readSidecar(text: string): Saved | Damaged {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { damaged: "Unexpected text that is no JSON, expected a review" };
  }
  const record = mapping(value);
  if (record?.get("kind") !== "attune-review")
    return { damaged: "Unexpected JSON, expected a review (kind attune-review)" };
  if (record.get("schema") !== SCHEMA)
    return { damaged: `Unexpected schema ${JSON.stringify(record.get("schema"))}, expected ${SCHEMA}` };
  try {
    return savedOf(record);
  } catch (error) {
    if (error instanceof Wrong) return { damaged: error.message };
    throw error;
  }
}

class Wrong extends Error {}

type Fields = ReadonlyMap<string, unknown>;

const mapping = (value: unknown): Fields | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined;

function savedOf(record: Fields): Saved {
  const transcript = within(record, "transcript");
  const records = list(record, "answers").map(one => [keyIn(one), one] as const);
  const answers = records.map(([key, one]) => [key, answerOf(one)] as const);
  const added = list(record, "added").map(
    (one): Added => ({ ...answerOf(one), title: text(one, "title"), evidence: places(one) ?? [] }),
  );
  return {
    reviewer: text(record, "reviewer"),
    mode: choice(record, "mode", ["analyst", "self", "blind"]),
    started: text(record, "started"),
    changed: text(record, "changed"),
    transcript: {
      id: text(transcript, "id"),
      source: text(transcript, "source"),
      sha256: text(transcript, "sha256"),
    },
    checklists: list(record, "checklists").map(one => ({
      name: text(one, "name"),
      version: text(one, "version"),
      sha256: text(one, "sha256"),
    })),
    written: new Map(records.map(([key, one]) => [key, Object.fromEntries(one)])),
    work: {
      ...EMPTY,
      answers: new Map(answers),
      added,
      flagged: record.get("flagged") === true,
      done: record.get("done") === true,
    },
  };
}

const keyIn = (one: Fields): string =>
  keyOf({ checklist: text(one, "checklist"), check: text(one, "check") });

function answerOf(record: Fields): Answer {
  const comment = record.get("comment");
  const evidence = places(record);
  return {
    verdict: choice<Verdict>(record, "verdict", VERDICT_KEYS),
    ...(comment !== undefined && { comment: text(record, "comment") }),
    ...(evidence && { evidence }),
    at: text(record, "at"),
  };
}

function places(record: Fields): readonly Place[] | undefined {
  if (!record.has("evidence")) return undefined;
  return list(record, "evidence").map(one => {
    const span = one.get("span");
    const [from, to] = Array.isArray(span) ? span : [];
    return { turn: whole(one.get("turn"), "turn"), from: whole(from, "span"), to: whole(to, "span") };
  });
}

function whole(value: unknown, name: string): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  throw new Wrong(`Unexpected \`${name}\`, expected whole numbers`);
}

function text(record: Fields, name: string): string {
  const value = record.get(name);
  if (typeof value === "string") return value;
  throw new Wrong(`Unexpected \`${name}\`, expected a text`);
}

function choice<T extends string>(record: Fields, name: string, among: readonly T[]): T {
  const found = among.find(one => one === record.get(name));
  if (found !== undefined) return found;
  throw new Wrong(`Unexpected \`${name}\`, expected one of ${among.join(", ")}`);
}

function within(record: Fields, name: string): Fields {
  const found = mapping(record.get(name));
  if (found !== undefined) return found;
  throw new Wrong(`Unexpected \`${name}\`, expected a mapping`);
}

function list(record: Fields, name: string): readonly Fields[] {
  const value = record.get(name);
  const found = Array.isArray(value) ? value.map(mapping) : [undefined];
  if (found.every(one => one !== undefined)) return found;
  throw new Wrong(`Unexpected \`${name}\`, expected a list of mappings`);
}
