import type { Written } from "../../model/index.js";
import type { Notes } from "./notes.js";

/** People say a thing twice or thrice; Whisper on silence says "Thank you." twenty times. */
const LOOP = 5;

/** Rows without runs of one repeated sentence: the first stays, the rest is told. */
export function withoutLoops(rows: readonly Written[], found: Notes): readonly Written[] {
  const kept: Written[] = [];
  let at = 0;
  while (at < rows.length) {
    const first = rows[at];
    if (!first) break;
    let until = at + 1;
    while (rows[until]?.text === first.text && rows[until]?.speaker === first.speaker) until += 1;
    const run = rows.slice(at, until);
    kept.push(...(run.length >= LOOP ? [first] : run));
    for (const _ of run.length >= LOOP ? run.slice(1) : []) {
      found.add(
        "repeated-text",
        "Unexpected sentence over and over, expected speech: taken for a slip of recognition on silence",
      );
    }
    at = until;
  }
  return kept;
}
