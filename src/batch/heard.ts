import type { Audit, Problem } from "../model/index.js";
import type { Counted } from "./counted.js";

/** What a run has to say, piece by piece: an input was met, a transcript was judged, something was wrong. */
export type Heard = { readonly input: string } | { readonly audit: Audit } | { readonly problem: Problem };

/** The same, and what threads have done with it already. */
export type News =
  | Heard
  /** An audit that a thread wrote into the reports itself: what is left of it to be counted. */
  | { readonly counted: Counted }
  /** What threads wrote for each report, in order: the text of so many audits. */
  | { readonly texts: readonly string[]; readonly audits: number };

/** What is said of a folder or archive that was named and held nothing to judge. */
export const barren = (what: string, source: string, files: number): Problem => ({
  source,
  code: "no-transcripts",
  message: `Unexpected ${what} without transcripts, expected at least one among its ${files} file(s)`,
  effect: "unreadable",
  named: true,
});
