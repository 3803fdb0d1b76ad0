import type { Format } from "../model/index.js";
import { captions } from "./shared/captions.js";
import { cuesOf, type Dialect, linesOf } from "./shared/cues.js";
import { notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { clock } from "./shared/times.js";

/** SBV subtitles (YouTube), also the chat log of Google Meet. */
export const sbv: Format = {
  name: "sbv",
  title: "SBV subtitles (YouTube, Google Meet chat)",
  status: "documented",
  about: {
    recognised: "blocks that begin with `h:mm:ss.ms,h:mm:ss.ms`",
    roles: "names only: `Name: text`",
    times: "start and end, ms",
    overlap: "no",
    traps: "a block without its time line is told and left out",
  },

  sniff({ text, json }) {
    if (json !== undefined) return no;
    const first = linesOf(text.slice(0, 1_000)).find(line => line.trim() !== "") ?? "";
    return SBV.isTiming(first) ? yes(0.95, "a time line start,end") : no;
  },

  read(document) {
    const found = notes();
    return captions(cuesOf(linesOf(document.text), SBV, document, found), found);
  },
};

const TIMING = /^\s*\d{1,3}:\d\d:\d\d\.\d{3},\d{1,3}:\d\d:\d\d\.\d{3}\s*$/;

const SBV: Dialect = {
  isTiming: line => line.length < 60 && TIMING.test(line),
  times(line) {
    const [from = "", to = ""] = line.split(",");
    const [start, end] = [clock(from), clock(to)];
    return start === undefined || end === undefined ? undefined : { start, end };
  },
};
