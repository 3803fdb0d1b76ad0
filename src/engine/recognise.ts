import * as shelf from "../formats/index.js";
import type { Complaint, Document, Format } from "../model/index.js";

/** A format's opinion of a document, by name. */
export interface Candidate {
  readonly format: string;
  readonly confidence: number;
  readonly because: string;
}

/** Finds the format of a document, or says why there is none; `depth` is how many envelopes the document lies in. */
export type Recognise = (document: Document, depth: number) => Format | Complaint;

/** All formats of the shelf. */
export const formats: readonly Format[] = Object.values(shelf);

/** Below this a format is only guessing. */
const SURE = 0.3;
/** Two opinions nearer than this are a tie. */
const TIE = 0.01;

/** What each format that recognises something says of a document, the surest first. */
export function candidates(document: Document, among: readonly Format[] = formats): readonly Candidate[] {
  return among
    .map(format => ({ format: format.name, ...format.sniff(document) }))
    .filter(({ confidence }) => confidence > 0)
    .sort(bySureness);
}

function bySureness(a: Candidate, b: Candidate): number {
  return b.confidence - a.confidence || (a.format < b.format ? -1 : 1);
}

/** The format of a document, or why there is none: a tie and a mere guess are left to the user. */
export function formatOf(document: Document, among: readonly Format[] = formats): Format | Complaint {
  return chosen(document, deciding(document, among), among);
}

/** The candidates that can matter to the choice: whoever cannot come near the surest so far is not asked. */
function deciding(document: Document, among: readonly Format[]): readonly Candidate[] {
  const found: Candidate[] = [];
  let best = 0;
  for (const format of surestFirst(among)) {
    if (best - (format.surest ?? 1) >= TIE) break;
    const { confidence, because } = format.sniff(document);
    if (confidence <= 0) continue;
    found.push({ format: format.name, confidence, because });
    best = Math.max(best, confidence);
  }
  return found.sort(bySureness);
}

const sorted = new WeakMap<readonly Format[], readonly Format[]>();

function surestFirst(among: readonly Format[]): readonly Format[] {
  const known = sorted.get(among) ?? among.toSorted((a, b) => (b.surest ?? 1) - (a.surest ?? 1));
  sorted.set(among, known);
  return known;
}

function chosen(
  document: Document,
  [best, second]: readonly Candidate[],
  among: readonly Format[],
): Format | Complaint {
  if (best === undefined) {
    const { json, sheet } = document;
    const met =
      sheet !== undefined ? `sheet \`${sheet.name.slice(0, 40)}\`` : json === undefined ? "text" : "JSON";
    return refuse(
      "unknown-format",
      `Unexpected ${met} of no known export, expected one of \`attune formats\`; \`--from FORMAT\` names it`,
    );
  }
  const { format, because } = best;
  if (best.confidence < SURE) {
    return refuse(
      "unsure-format",
      `Unexpected text that is hardly ${format} (${because}), expected a clear format; \`--from ${format}\` settles it`,
    );
  }
  if (second !== undefined && best.confidence - second.confidence < TIE) {
    const both = `${format} (${because}) as much as ${second.format} (${second.because})`;
    return refuse(
      "ambiguous-format",
      `Unexpected text that is ${both}, expected one format; \`--from FORMAT\` settles it`,
    );
  }
  return among.find(({ name }) => name === format) as Format;
}

/** Recognises the documents of one source: the format given by the user for the outermost, else by content. */
export function recogniser(from?: string, among: readonly Format[] = formats): Recognise {
  let last: { readonly format: Format; readonly confidence: number } | undefined;
  const given =
    from === undefined ? undefined : (among.find(({ name }) => name === from) ?? noSuch(from, among));
  return (document, depth) => {
    if (depth === 0 && given !== undefined) return given;
    // The lines of a JSONL are mostly alike: nobody else is asked while the last one is as sure as before.
    if (depth === 0 && last !== undefined && last.format.sniff(document).confidence >= last.confidence)
      return last.format;
    const opinions = deciding(document, among);
    const format = chosen(document, opinions, among);
    if (depth > 0) return "read" in format ? format : insideOf(format);
    last = "read" in format ? { format, confidence: opinions[0]?.confidence ?? 0 } : undefined;
    return format;
  };
}

/** A text in an envelope is known to be a transcript: what it lacks is speakers. */
function insideOf(complaint: Complaint): Complaint {
  if (complaint.code !== "unknown-format") return complaint;
  return refuse(
    "no-speakers",
    "Unexpected words without speakers inside the export, expected to see who says what",
  );
}

function noSuch(from: string, among: readonly Format[]): Complaint {
  const names = among.map(({ name }) => name).sort();
  return refuse("no-such-format", `Unexpected format \`${from}\`, expected one of ${names.join(", ")}`);
}

function refuse(code: string, message: string): Complaint {
  return { code, message, effect: "unreadable" };
}
