import type { Document, Format, Written } from "../model/index.js";
import { call, row } from "./shared/call.js";
import { linesOf } from "./shared/cues.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { clock } from "./shared/times.js";

/** Otter's text export: a line with name and time, then what was said. */
export const otter: Format = {
  name: "otter",
  title: "Otter, text export",
  status: "fixture",
  surest: 0.95,
  about: {
    recognised: "lines of a name, two spaces or more, and a time, with the text below",
    roles: "names only",
    times: "start of each turn, whole seconds",
    overlap: "no",
    traps: "wrapped lines are joined; the footer is nobody's; a title before the first name is told",
  },

  sniff({ text, json, paragraphs }) {
    if (json !== undefined || paragraphs !== undefined) return no;
    const lines = linesOf(text.slice(0, 8_000));
    const heads = lines.flatMap((line, at) => (headOf(line) ? [at] : []));
    const first = lines.findIndex(line => line.trim() !== "");
    if (heads.length === 0 || !lines.some((line, at) => at > (heads[0] ?? 0) && line.trim() !== ""))
      return no;
    if (heads[0] !== first) return yes(heads.length > 1 ? 0.7 : 0.3, "lines of a name and a time");
    return yes(heads.length > 1 ? 0.95 : 0.85, "lines of a name, two spaces and a time");
  },

  read(document) {
    const found = notes();
    return call(rowsOf(document, found), found, { overlaps: false });
  },
};

/** «Ana Souza  0:09»: two spaces at least, or a name could end in a time of day. */
function headOf(line: string): { readonly speaker: string; readonly start: number } | undefined {
  if (line.length > 120) return undefined;
  const [, time = "", name = ""] = reversed(line) ?? [];
  const start = clock(time);
  return start === undefined || name === "" ? undefined : { speaker: name, start };
}

/** From the end, so that no run of spaces is tried twice. */
function reversed(line: string): readonly [string, string, string] | undefined {
  const last = line.charCodeAt(line.length - 1);
  if (last > 57 || (last < 48 && last > 32)) return undefined;
  const bare = line.trimEnd();
  const space = Math.max(bare.lastIndexOf(" "), bare.lastIndexOf("\t"));
  if (space < 1) return undefined;
  const before = bare.slice(0, space + 1);
  const name = before.trimEnd();
  const wide = before.length - name.length >= 2 || before.endsWith("\t");
  return wide && /^\d{1,2}(?::\d\d){1,2}$/.test(bare.slice(space + 1))
    ? [bare, bare.slice(space + 1), name.trim()]
    : undefined;
}

const FOOTER = /^\s*Transcribed by https:\/\/otter\.ai/;

function rowsOf({ text, line: first }: Document, found: Notes): readonly Written[] {
  const rows: Written[] = [];
  let head: ReturnType<typeof headOf>;
  let open: { readonly line: number; readonly words: string[] } | undefined;
  const close = () => {
    if (head && open) {
      rows.push(
        row({ speaker: head.speaker, start: head.start, text: open.words.join(" "), line: open.line }),
      );
    }
    open = undefined;
  };
  for (const [at, line] of linesOf(text).entries()) {
    const next = headOf(line);
    if (next) {
      close();
      head = next;
    } else if (line.trim() === "" || FOOTER.test(line)) {
    } else if (!head) {
      found.add(
        "text-before-speaker",
        "Unexpected text before the first name, expected a name and a time",
        first + at,
        "note",
      );
    } else {
      open ??= { line: first + at, words: [] };
      open.words.push(line.trim());
    }
  }
  close();
  return rows;
}
