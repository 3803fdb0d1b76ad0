import type { Complaint, Format, Written } from "../model/index.js";
import { no, yes } from "./shared/sniff.js";
import { clock } from "./shared/times.js";

/** Role plays in Markdown: `**Agent:** Hello`, with headings, rules and notes for the stage around them. */
export const markdownScript: Format = {
  name: "markdown-script",
  title: "Markdown role play (`**Agent:** …`)",
  status: "real",
  surest: 0.88,
  about: {
    recognised: "lines that begin with a name in bold and a colon, inside or outside the bold",
    roles: "where the name is a word for a role",
    times: "starts, where a time stands behind the name",
    overlap: "no",
    traps:
      "notes in `<span>`, headings, rules, two-space line breaks, stars left dangling; turns over several lines",
  },

  sniff({ text, json }) {
    const head = json === undefined ? text.slice(0, 40_000) : "";
    if (!head.includes("**") && !head.includes("__")) return no;
    const names = scriptOf(head).rows.map(({ speaker }) => speaker);
    if (names.length === 0) return no;
    const because = `${names.length} turns begin with a name in bold`;
    return yes(names.length === 1 ? 0.4 : new Set(names).size > 1 ? 0.88 : 0.75, because);
  },

  read(document) {
    const { rows, notes, stray } = scriptOf(document.text);
    const placed = rows.map(row => ({ ...row, line: (row.line ?? 1) + document.line - 1 }));
    const problems: readonly Complaint[] = [
      ...complaint(notes, document.line, "stage-notes", "note", "note for the stage", "left out"),
      ...complaint(
        stray,
        document.line,
        "lost-lines",
        "partial",
        "lines that belong to no speaker",
        "left out",
      ),
    ];
    return { conversations: rows.length === 0 ? [] : [{ overlaps: false, rows: placed }], problems };
  },
};

interface Script {
  readonly rows: readonly Written[];
  /** 0-based lines at which notes for the stage begin, and those of nobody. */
  readonly notes: readonly number[];
  readonly stray: readonly number[];
}

const SPEAKER =
  /^\s{0,8}(?:[-*>]\s{1,3}){0,2}(?:\*\*|__)\s?([^*_:<>]{1,60}?)\s?(?::\s?(?:\*\*|__)|(?:\*\*|__)\s?(?:[[(](\d{1,2}(?::\d\d){1,2})[\])]\s?)?:)(.*)$/s;
const STAGE = /^\s*<(?:span|div|p|aside|details|font)\b/i;
const CLOSE = /<\/(?:span|div|p|aside|details|font)>/i;
const HEADING = /^\s{0,3}#{1,6}\s/;
const RULE = /^\s{0,3}(?:[-*_=]\s?){3,100}$/;

function scriptOf(text: string): Script {
  const rows: Written[] = [];
  const notes: number[] = [];
  const stray: number[] = [];
  let inNote = false;
  let open = false;
  for (const [index, line] of text.split("\n").entries()) {
    if (!inNote && STAGE.test(line.slice(0, 200))) {
      notes.push(index);
      inNote = true;
    }
    if (inNote) {
      inNote = !CLOSE.test(line);
      continue;
    }
    if (line.trim() === "" || HEADING.test(line) || RULE.test(line.trim())) {
      if (HEADING.test(line) || RULE.test(line.trim())) open = false;
      continue;
    }
    const [, name, at, words = ""] = SPEAKER.exec(line) ?? [];
    if (name !== undefined) rows.push(rowOf(name, at, words, index + 1));
    else if (open) addTo(rows, wordsOf(line));
    else if (rows.length > 0 || !isTitle(line)) stray.push(index);
    if (name !== undefined) open = true;
  }
  return { rows, notes, stray };
}

function rowOf(name: string, at: string | undefined, words: string, line: number): Written {
  const start = at === undefined ? undefined : clock(at);
  return { speaker: name.trim(), text: wordsOf(words), line, ...(start !== undefined && { start }) };
}

function addTo(rows: Written[], words: string): void {
  const last = rows.pop();
  if (last !== undefined) rows.push({ ...last, text: last.text === "" ? words : `${last.text}\n${words}` });
}

function isTitle(line: string): boolean {
  return /^\s*(?:\*\*|__).{1,120}(?:\*\*|__)\s*$/.test(line.slice(0, 200)) || line.length < 80;
}

/** Emphasis is no word; a star that closes nothing is left from one. */
function wordsOf(text: string): string {
  return text
    .replace(/(\*{1,3})(?=\S)([^*\n]{1,500}?)\1/g, "$2")
    .replace(/(^|\s)_(?=\S)([^_\n]{1,500}?)_(?=\s|[.,!?]|$)/g, "$1$2")
    .replace(/(\S)\*{1,3}(?=\s|$)/g, "$1")
    .replace(/\\$/, "")
    .trim();
}

function complaint(
  lines: readonly number[],
  offset: number,
  code: string,
  effect: Complaint["effect"],
  what: string,
  done: string,
): readonly Complaint[] {
  if (lines.length === 0) return [];
  const message = `Unexpected ${what} (${lines.length} in all), expected \`**Speaker:** words\`; ${done}`;
  return [{ line: (lines[0] ?? 0) + offset, code, message, effect }];
}
