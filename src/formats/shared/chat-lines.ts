/** A message of a text log: what opens it, and the lines that go on with it. */
export interface LogEntry<Head> {
  readonly head: Head;
  /** 1-based line in the source. */
  readonly line: number;
  readonly more: readonly string[];
}

/** Marks of direction that WhatsApp and others strew about. */
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const MARKED = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** A line without marks of direction. */
export function withoutMarks(line: string): string {
  return MARKED.test(line) ? line.replace(MARKS, "") : line;
}

/** The lines of a text, whatever ends them. */
export function linesIn(text: string): readonly string[] {
  return text.includes("\r") ? text.split(/\r?\n/) : text.split("\n");
}

const NONE: readonly string[] = [];

/** Messages of a log: a line that opens one, and all lines up to the next; lines before the first are counted. */
export function entriesOf<Head>(
  text: string,
  first: number,
  headOf: (line: string) => Head | undefined,
): { readonly entries: readonly LogEntry<Head>[]; readonly before: number } {
  const lines = linesIn(text);
  const entries: LogEntry<Head>[] = [];
  let open: { readonly head: Head; readonly at: number } | undefined;
  let before = 0;
  const close = (end: number) => {
    if (open === undefined) return;
    const more = end > open.at + 1 ? lines.slice(open.at + 1, end) : NONE;
    entries.push({ head: open.head, line: first + open.at, more });
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const head = headOf(line);
    if (head !== undefined) {
      close(at);
      open = { head, at };
    } else if (open === undefined && line.trim() !== "") before += 1;
  }
  close(lines.length);
  return { entries, before };
}

/** How many of the first lines with something in them open a message, and whether the very first does. */
export function openings(
  text: string,
  opens: (line: string) => boolean,
): { readonly count: number; readonly first: boolean } {
  const head = text.slice(0, 10_000);
  let count = 0;
  let first = false;
  let seen = 0;
  for (let from = 0, end = 0; end >= 0 && seen < 60; from = end + 1) {
    end = head.indexOf("\n", from);
    const line = end < 0 ? head.slice(from) : head.slice(from, head[end - 1] === "\r" ? end - 1 : end);
    if (line.trim() === "") continue;
    const opening = opens(line);
    if (opening) count += 1;
    if (seen === 0) first = opening;
    seen += 1;
  }
  return { count, first };
}
