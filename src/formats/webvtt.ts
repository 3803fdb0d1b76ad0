import type { Format } from "../model/index.js";
import { captions } from "./shared/captions.js";
import { ARROWED, cuesOf, type Dialect, linesOf } from "./shared/cues.js";
import { notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";

/** WebVTT captions, as Teams (`<v Name>`), Zoom (`Name: text`) and others write them. */
export const webvtt: Format = {
  name: "webvtt",
  title: "WebVTT (Teams, Zoom)",
  status: "fixture",
  about: {
    recognised: "first line `WEBVTT`",
    roles: "names only: voice tags, else `Name: text`",
    times: "start and end, ms",
    overlap: "only where cues of two voices overlap; cues that follow each other cannot show it",
    traps:
      "NOTE, STYLE, REGION; hours optional; several voices in a cue; `</v>` missing; rolling captions; cues without a name",
  },

  sniff: ({ text, json }) =>
    json === undefined && HEAD.test(text.slice(0, 20)) ? yes(0.99, "the first line is WEBVTT") : no,

  read(document) {
    const found = notes();
    const lines = linesOf(document.text);
    const head = headOf(lines);
    const cues = cuesOf(lines, { ...VTT, from: head.until }, document, found);
    return captions(cues, found, { language: head.language });
  },
};

const HEAD = /^\uFEFF?WEBVTT(?:\s|$)/;

const VTT: Dialect = {
  ...ARROWED,
  isAside: line => /^(?:NOTE|STYLE|REGION)(?:\s|:|$)/.test(line),
};

/** The header ends at a blank line or at the first cue; it may name the language. */
function headOf(lines: readonly string[]): { readonly until: number; readonly language: string | undefined } {
  let at = 0;
  let language: string | undefined;
  while (at < lines.length && (lines[at] ?? "").trim() !== "" && !VTT.isTiming(lines[at] ?? "")) {
    language ??= /^Language:\s{0,5}([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3})\s*$/.exec(
      (lines[at] ?? "").slice(0, 60),
    )?.[1];
    at += 1;
  }
  return { until: at, language };
}
