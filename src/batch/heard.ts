import type { Audit, Problem } from "../model/index.js";
import type { Counted } from "./counted.js";
import type { Met } from "./walk.js";

/** What a run has to say, piece by piece: an input was met, a transcript was judged, something was wrong. */
export type Heard =
  | { readonly input: string; readonly ordinal?: number }
  | { readonly audit: Audit }
  | { readonly problem: Problem };

/** A folder that was named, after all that is in it: how many files it holds, and how many audits came of them. */
export interface FolderNews {
  readonly folder: string;
  readonly files: number;
  readonly audits: number;
}

/** What is wrong with a folder as a whole: nothing, or that nothing was in it. */
export const folderProblems = ({ folder, files, audits }: FolderNews): readonly Problem[] =>
  audits > 0 ? [] : [barren("folder", folder, files)];

/** The same, and what threads have done with it already. */
export type News =
  | Heard
  | FolderNews
  /** Said of the run as a whole, after all inputs. */
  | { readonly last: Problem }
  /** An audit that a thread wrote into the reports itself: what is left of it to be counted. */
  | { readonly counted: Counted }
  /** What threads wrote for each report, in order: the text of so many audits. */
  | { readonly texts: readonly string[]; readonly audits: number };

/** Something that was met, as news. */
export function inputOf(met: Exclude<Met, { folder: string }>): Heard {
  const input = "path" in met ? met.path : met.problem.source;
  return { input, ...(met.ordinal !== undefined && { ordinal: met.ordinal }) };
}

/** What is said of a folder or archive that was named and held nothing to judge. */
export const barren = (what: string, source: string, files: number): Problem => ({
  source,
  code: "no-transcripts",
  message: `Unexpected ${what} without transcripts, expected at least one among its ${files} file(s)`,
  effect: "unreadable",
  named: true,
});
