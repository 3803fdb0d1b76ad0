import type { Document, Format } from "../model/index.js";
import { captions } from "./shared/captions.js";
import { ARROWED, cuesOf, linesOf } from "./shared/cues.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";

/** SubRip subtitles. */
export const srt: Format = {
  name: "srt",
  title: "SRT subtitles",
  status: "fixture",
  surest: 0.95,
  about: {
    recognised: "numbered blocks with `h:mm:ss,ms --> h:mm:ss,ms`",
    roles: "names only: `Name: text`, `[Name] text`, `>> NAME: text`",
    times: "start and end, ms",
    overlap: "only where cues of two speakers overlap",
    traps: "time lines missing or broken; a point for a comma; `-` and `>>` alone name nobody; tags",
  },

  sniff({ text, json, paragraphs }) {
    if (json !== undefined || paragraphs !== undefined || !text.slice(0, 4_000).includes("-->")) return no;
    const lines = linesOf(text.slice(0, 4_000)).map(line => line.trim());
    const first = lines.findIndex(line => line !== "" && line !== "\uFEFF");
    if (first < 0 || lines[first]?.startsWith("WEBVTT")) return no;
    const at = lines.findIndex(line => ARROWED.isTiming(line) && ARROWED.times(line) !== undefined);
    if (at < 0) return no;
    if (at === first || (at === first + 1 && /^\uFEFF?\d{1,9}$/.test(lines[first] ?? ""))) {
      return yes(0.95, "a number, then a time line with -->");
    }
    return /^\d{1,9}$/.test(lines[at - 1] ?? "") ? yes(0.7, "numbered time lines with -->") : no;
  },

  read(document) {
    const found = notes();
    const lines = linesOf(document.text);
    oddTimes(lines, document, found);
    return captions(cuesOf(lines, ARROWED, document, found), found);
  },
};

/** A point where this file otherwise writes a comma reads well enough, and is told. */
function oddTimes(lines: readonly string[], { line: first }: Document, found: Notes): void {
  const timed = lines.flatMap((line, at) => (ARROWED.isTiming(line) ? [{ line, at }] : []));
  const odd = timed.filter(({ line }) => line.includes("."));
  if (odd.length * 2 >= timed.length) return;
  for (const { at } of odd) {
    found.add("odd-time", "Unexpected `.` in a time, expected `,`: read as milliseconds", first + at, "note");
  }
}
