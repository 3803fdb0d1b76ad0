import * as shelf from "../formats/index.js";
import type { Complaint, Document, Format } from "../model/index.js";

/** A format's opinion of a document, by name. */
export interface Candidate {
  readonly format: string;
  readonly confidence: number;
  readonly because: string;
}

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
    .sort((a, b) => b.confidence - a.confidence || (a.format < b.format ? -1 : 1));
}

/** The format of a document, or why there is none: a tie and a mere guess are left to the user. */
export function formatOf(document: Document, among: readonly Format[] = formats): Format | Complaint {
  const [best, second] = candidates(document, among);
  if (best === undefined) {
    return refuse(
      "unknown-format",
      "Unexpected text, expected a transcript in one of the formats of `attune formats`; `--from FORMAT` names it",
    );
  }
  if (best.confidence < SURE) {
    return refuse(
      "unsure-format",
      `Unexpected text that is hardly ${best.format} (${best.because}), expected a clear format; \`--from ${best.format}\` settles it`,
    );
  }
  if (second !== undefined && best.confidence - second.confidence < TIE) {
    return refuse(
      "ambiguous-format",
      `Unexpected text that is ${best.format} as much as ${second.format}, expected one format; \`--from FORMAT\` settles it`,
    );
  }
  return among.find(({ name }) => name === best.format) as Format;
}

function refuse(code: string, message: string): Complaint {
  return { code, message, effect: "unreadable" };
}
