import { bare } from "./cue-text.js";
import type { Cue } from "./cues.js";

/** Rolling cues follow each other at once. */
const AT_ONCE = 50;
/** Fewer repeats than this share of the cues are people repeating themselves. */
const ROLLING = 0.25;

/** Cues whose first lines only repeat the last lines of the cue before (YouTube rolls its captions up), without the repeats. */
export function unrolled(cues: readonly Cue[]): readonly Cue[] {
  const repeats = cues.map((cue, index) => repeated(cues[index - 1], cue));
  const rolling = repeats.filter(count => count > 0).length;
  if (rolling < 2 || rolling < cues.length * ROLLING) return cues;
  return cues.flatMap((cue, index) => {
    const cut = repeats[index] ?? 0;
    const lines = cue.lines.slice(cut);
    return lines.every(line => plain(line) === "") ? [] : [{ ...cue, lines, line: cue.line + cut }];
  });
}

/** How many first lines of a cue stood at the end of the one before. */
function repeated(before: Cue | undefined, cue: Cue): number {
  if (!before || cue.start - before.end > AT_ONCE) return 0;
  const old = before.lines.map(plain).filter(line => line !== "");
  const last = old.at(-1);
  const now = cue.lines.slice(0, 4).map(plain);
  for (let count = Math.min(old.length, now.length); count > 0; count -= 1) {
    if (now[count - 1] === last && old.slice(-count).every((line, index) => line === now[index]))
      return count;
  }
  return 0;
}

function plain(line: string): string {
  return bare(line).trim();
}
