import type { Document, Format, Written } from "../model/index.js";
import { call, row } from "./shared/call.js";
import { type Notes, notes } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { clock } from "./shared/times.js";

/** The transcript that Teams saves as a Word document: a paragraph a turn, name and time in its first line. */
export const teamsDocx: Format = {
  name: "teams-docx",
  title: "Microsoft Teams transcript (.docx)",
  status: "documented",
  about: {
    recognised: "paragraphs of a Word document that begin with a name, two spaces or more and a time",
    roles: "names only",
    times: "start of each turn, whole seconds; both ends in the older layout",
    overlap: "no",
    traps:
      "a paragraph is not a line: words stand after a line break in it; title, date and «started transcription» are events or nobody's; older exports have times, name and words in lines of their own",
  },

  sniff({ paragraphs }) {
    if (paragraphs === undefined) return no;
    const lines = linesOf(paragraphs.slice(0, 400));
    const heads = lines.filter(({ text }) => headOf(text) !== undefined).length;
    const spans = lines.filter(({ text }) => spanOf(text) !== undefined).length;
    if (heads + spans === 0) return no;
    const because = `${heads > 0 ? "paragraphs headed by a name and a time" : "times over names"} in a Word document`;
    return yes(heads + spans > 1 ? 0.97 : 0.6, because);
  },

  read(document) {
    const found = notes();
    return call(rowsOf(document, found), found, { overlaps: false });
  },
};

interface Line {
  readonly text: string;
  /** 1-based paragraph. */
  readonly paragraph: number;
  /** First of its paragraph. */
  readonly first: boolean;
}

function linesOf(paragraphs: readonly string[]): readonly Line[] {
  return paragraphs.flatMap((whole, index) =>
    whole.split("\n").map((text, at) => ({ text: text.trim(), paragraph: index + 1, first: at === 0 })),
  );
}

interface Head {
  readonly speaker: string;
  readonly start: number;
}

/** «Ana Souza   0:04»: fewer than two spaces are part of a name. */
function headOf(line: string): Head | undefined {
  if (line.length > 160) return undefined;
  const space = Math.max(line.lastIndexOf(" "), line.lastIndexOf("\t"), line.lastIndexOf("\u00a0"));
  const time = line.slice(space + 1);
  const name = line.slice(0, space + 1);
  const speaker = name.trim();
  const wide = name.length - name.trimEnd().length >= 2 || name.endsWith("\t");
  const start = wide && /^\d{1,2}(?::\d\d){1,2}$/.test(time) ? clock(time) : undefined;
  return start === undefined || speaker === "" ? undefined : { speaker, start };
}

/** «0:0:0.0 --> 0:0:2.5», over a name in the older layout. */
function spanOf(line: string): { readonly start: number; readonly end: number } | undefined {
  const [from, to, more] = line.length > 60 ? [] : line.split(" --> ");
  const start = from === undefined ? undefined : clock(from);
  const end = to === undefined ? undefined : clock(to);
  return start === undefined || end === undefined || more !== undefined ? undefined : { start, end };
}

const STATUS = /^(.{1,100}) (started|stopped) transcription$/;

interface Open {
  readonly speaker: string;
  readonly start: number;
  readonly end?: number;
  readonly line: number;
  readonly words: string[];
}

function rowsOf({ paragraphs = [] }: Document, found: Notes): readonly Written[] {
  const rows: Written[] = [];
  const lines = linesOf(paragraphs);
  let open: Open | undefined;
  const close = () => {
    if (open) rows.push(row({ ...open, text: open.words.join(" ") }));
    open = undefined;
  };
  for (let at = 0; at < lines.length; at++) {
    const { text, paragraph: line } = lines[at] as Line;
    const head = headOf(text);
    const span = spanOf(text);
    if (head || span) close();
    if (head) open = { ...head, line, words: [] };
    else if (span) open = { ...span, speaker: lines[++at]?.text ?? "", line, words: [] };
    else if (STATUS.test(text)) {
      close();
      rows.push(row({ speaker: "", kind: "event", role: "system", text, line }));
    } else if (text !== "" && open) open.words.push(text);
    else if (text !== "")
      found.add(
        "text-before-speaker",
        "Unexpected text before the first name, expected a name and a time",
        line,
        "note",
      );
  }
  close();
  return rows.filter(({ text }) => text !== "");
}
