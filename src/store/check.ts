import type { Problem } from "../model/index.js";
import { diskProblem, readMark } from "./folder.js";
import type { Patience } from "./lock.js";
import { finishErasing, holdStore } from "./open.js";
import { macOf } from "./secret.js";
import { asItIs, metIn, rewrite, segmentsOf } from "./segments.js";

/** What was found and mended. */
export interface Checked {
  readonly rows: number;
  /** Bytes of records that were being written when something ended the writing; nobody was told that they are kept. */
  readonly torn: number;
  /** Bytes that were records and can no longer be read. */
  readonly damaged: number;
  /** How many lines those were. */
  readonly lines: number;
  /** Rows that an interrupted erasure had left. */
  readonly erased: number;
}

/** Reads every record of a store, takes out what is none, and ends what a crash had interrupted. */
export async function checkStore(
  store: string,
  day: string,
  patience?: Patience,
): Promise<Checked | { readonly problem: Problem }> {
  try {
    const mark = readMark(store);
    if ("problem" in mark) return mark;
    const held = await holdStore(store, patience);
    if ("problem" in held) return held;
    try {
      let [rows, damaged, lines] = [0, 0, 0];
      for (const path of segmentsOf(store)) {
        let here = 0;
        for (const met of metIn(path)) {
          if (met.kind === "audit") rows++;
          if (met.kind !== "damaged") continue;
          here++;
          damaged += met.length;
        }
        if (here > 0) rewrite([path], asItIs);
        lines += here;
      }
      const erased = held.forgotten.pending.size > 0 ? finishErasing(held, macOf(store), day) : 0;
      return { rows: rows - erased, torn: held.torn, damaged, lines, erased };
    } finally {
      held.appender.close();
      held.lock.release();
    }
  } catch (error) {
    return { problem: diskProblem(store, error, "a store that can be written") };
  }
}
