import type { FolderNews } from "../../batch/heard.js";
import type { Shard } from "../../batch/shard.js";
import type { SideLeft } from "../../engine/side-file.js";
import type { Pin, Problem } from "../../model/index.js";

/** Number of a blob's shape; what has another cannot be merged by this attune. */
export const SHAPE = 1;

/** By what a run was judged and read; blobs that differ in it are not of one run. */
export interface Terms {
  readonly attune: string;
  /** Hash of attune's own sources, where it was built. */
  readonly build: string;
  readonly checklists: readonly (Pin & { readonly checks: readonly string[] })[];
  /** Hash of the settings that reading depends on. */
  readonly reading: string;
  readonly mask: boolean;
  readonly quotes: boolean;
}

/** What a blob says of itself, in its last line: without it the blob is not whole. */
export interface Trailer {
  readonly blob: typeof SHAPE;
  readonly terms: Terms;
  readonly shard?: Shard;
  /** In the order read, each input: its place among all of the run, and how many audits came of it. */
  readonly inputs: readonly (readonly [ordinal: number, audits: number])[];
  /** Each problem with the place of its input; -1 where there was none yet. */
  readonly problems: readonly (readonly [ordinal: number, problem: Problem])[];
  readonly folders: readonly FolderNews[];
  /** Rows of the table of facts that nothing was found for. */
  readonly left?: SideLeft;
}

/** Writes down how a run went, beside its audits, so that it can be told again. */
export interface Trace {
  input(ordinal: number | undefined): void;
  audit(): void;
  problem(problem: Problem): void;
  folder(news: FolderNews): void;
  trailer(): Trailer;
}

/** A trace of a run under such terms. */
export function createTrace(terms: Terms, shard: Shard | undefined, left: () => SideLeft | undefined): Trace {
  const inputs: [number, number][] = [];
  const problems: [number, Problem][] = [];
  const folders: FolderNews[] = [];
  return {
    input: ordinal => void inputs.push([ordinal ?? inputs.length, 0]),
    audit() {
      const last = inputs.at(-1);
      if (last) last[1]++;
    },
    problem: problem => void problems.push([inputs.at(-1)?.[0] ?? -1, problem]),
    folder: news => void folders.push(news),
    trailer() {
      const rows = left();
      return {
        blob: SHAPE,
        terms,
        ...(shard && { shard }),
        inputs,
        problems,
        folders,
        ...(rows && { left: rows }),
      };
    },
  };
}
