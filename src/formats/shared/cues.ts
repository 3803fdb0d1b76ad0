import type { Document } from "../../model/index.js";
import type { Notes } from "./notes.js";
import { clock } from "./times.js";

/** One timed block of a caption file, its text lines as written. */
export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
  /** Source line of the first text line. */
  readonly line: number;
}

/** How a caption format writes its blocks. */
export interface Dialect {
  /** Whether a line means to be a timing line, well formed or not. */
  isTiming(line: string): boolean;
  times(line: string): { readonly start: number; readonly end: number } | undefined;
  /** Whether a block that starts with this line holds no speech (NOTE, STYLE, REGION). */
  isAside?(line: string): boolean;
  /** First line to look at, 0-based: past a header. */
  readonly from?: number;
}

/** `start --> end` above each block, as SRT and WebVTT both write it; what follows the end (places on the screen) is passed over. */
export const ARROWED: Dialect = {
  isTiming: line => line.includes("-->"),
  times(line) {
    const arrow = line.indexOf("-->");
    const after = line.slice(arrow + 3).trimStart();
    const start = clock(line.slice(0, arrow));
    const end = clock(after.slice(0, 30).split(/\s/)[0] ?? "");
    return start === undefined || end === undefined ? undefined : { start, end };
  },
};

/** The lines of a text, whatever ends them. */
export function linesOf(text: string): readonly string[] {
  return (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text).split("\n");
}

/** The cues of a caption file; blocks without (right) times are left out with a complaint at their line. */
export function cuesOf(
  lines: readonly string[],
  dialect: Dialect,
  { line: first }: Document,
  found: Notes,
): readonly Cue[] {
  const cues: Cue[] = [];
  let at = dialect.from ?? 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const next = lines[at + 1] ?? "";
    if (line.trim() === "") at += 1;
    else if (dialect.isTiming(line)) {
      const until = textEnd(lines, at + 1, dialect);
      keep(cues, lines, at, until, dialect, first, found);
      at = until;
    } else if (dialect.isTiming(next) && !dialect.isAside?.(line)) at += 1;
    else {
      const until = blockEnd(lines, at);
      if (!dialect.isAside?.(line)) {
        found.add(
          "lost-cue",
          "Unexpected text without a time line, expected `start --> end` before it",
          first + at,
        );
      }
      at = until;
    }
  }
  return cues;
}

function keep(
  cues: Cue[],
  lines: readonly string[],
  at: number,
  until: number,
  dialect: Dialect,
  first: number,
  found: Notes,
): void {
  const times = dialect.times(lines[at] ?? "");
  if (!times) {
    found.add(
      "lost-cue",
      "Unexpected time line, expected hours, minutes, seconds and milliseconds",
      first + at,
    );
    return;
  }
  const { start, end } = times;
  const text = lines.slice(at + 1, until);
  // A file without blank lines between its cues: the next cue's number stands at the end of this text.
  if (dialect.isTiming(lines[until] ?? "") && /^\s*\d{1,9}\s*$/.test(text.at(-1) ?? "")) text.pop();
  cues.push({ start, end, lines: text, line: first + at + 1 });
}

/** A cue's text ends at a blank line, or at the next time line (youtube-dl leaves the blank one out). */
function textEnd(lines: readonly string[], from: number, dialect: Dialect): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? "").trim() !== "" && !dialect.isTiming(lines[at] ?? "")) at += 1;
  return at;
}

function blockEnd(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? "").trim() !== "") at += 1;
  return at;
}
