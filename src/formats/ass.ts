import type { Format } from "../model/index.js";
import { captions } from "./shared/captions.js";
import { type Cue, linesOf } from "./shared/cues.js";
import { notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { clock } from "./shared/times.js";

/** SubStation Alpha captions, in both versions. */
export const ass: Format = {
  name: "ass",
  title: "SubStation Alpha captions (ASS, SSA)",
  status: "documented",
  about: {
    recognised: "`[Script Info]`, or lines `Dialogue:` under `[Events]`",
    roles: "names only: the column Name (or Actor), else `Name: text`",
    times: "start and end, hundredths of a second",
    overlap: "only where cues of two speakers overlap",
    traps:
      "columns by the line `Format:`, the words last with all their commas; codes in braces, drawn shapes and `\\N` taken out; comments are no speech",
  },

  sniff({ text, json }) {
    if (json !== undefined) return no;
    const head = text.slice(0, 4_000);
    if (/^\uFEFF?\s*\[script info\]/i.test(head)) return yes(0.97, "[Script Info]");
    return /^\[events\]/im.test(head) && /^dialogue:/im.test(head) ? yes(0.95, "[Events] with Dialogue") : no;
  },

  read({ text, line: first }) {
    const found = notes();
    let columns = USUAL;
    const cues: Cue[] = [];
    let inEvents = false;
    for (const [index, line] of linesOf(text).entries()) {
      if (line.startsWith("[")) inEvents = /^\[events\]/i.test(line);
      if (inEvents && line.startsWith("Format:")) columns = columnsIn(line.slice(7));
      if (!line.startsWith("Dialogue:")) continue;
      const cue = cueOf(line.slice(9), columns, first + index);
      if (cue !== undefined) cues.push(cue);
      else found.add("lost-cue", "Unexpected Dialogue without times, expected Start and End", first + index);
    }
    return captions(cues, found);
  },
};

const USUAL = columnsIn("Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text");

function columnsIn(line: string): readonly string[] {
  return line.split(",", 30).map(name => name.trim().toLowerCase());
}

function cueOf(fields: string, columns: readonly string[], line: number): Cue | undefined {
  const cells = cellsIn(fields, columns.length);
  const cell = (...names: readonly string[]) => {
    const at = columns.findIndex(name => names.includes(name));
    return cells[at]?.trim() ?? "";
  };
  const [start, end] = [clock(cell("start")), clock(cell("end"))];
  if (start === undefined || end === undefined) return undefined;
  const name = cell("name", "actor");
  const lines = wordsIn(cell("text"));
  return {
    start,
    end,
    lines: name === "" || /[<>]/.test(name) ? lines : [`<v ${name}>${lines.join(" ")}`],
    line,
  };
}

/** The last column has whatever commas come after the others. */
function cellsIn(fields: string, count: number): readonly string[] {
  const parts = fields.split(",");
  return parts.length <= count ? parts : [...parts.slice(0, count - 1), parts.slice(count - 1).join(",")];
}

function wordsIn(text: string): readonly string[] {
  // `{\p1}` begins a drawing: what follows is no speech.
  const drawn = text.search(/\{[^{}]{0,200}\\p[1-9]/);
  return (drawn < 0 ? text : text.slice(0, drawn))
    .replace(/\{[^{}]{0,500}\}/g, "")
    .split(/\\[Nn]/)
    .map(line => line.replaceAll("\\h", " ").trim())
    .filter(line => line !== "");
}
