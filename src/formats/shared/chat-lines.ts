/** A message of a text log: what opens it, and the lines that go on with it. */
export interface LogEntry<Head> {
  readonly head: Head;
  /** 1-based line in the source. */
  readonly line: number;
  readonly more: readonly string[];
}

/** Marks of direction that WhatsApp and others strew about. */
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A line without marks of direction. */
export function withoutMarks(line: string): string {
  return line.replace(MARKS, "");
}

/** Messages of a log: a line that opens one, and all lines up to the next; lines before the first are counted. */
export function entriesOf<Head>(
  text: string,
  first: number,
  headOf: (line: string) => Head | undefined,
): { readonly entries: readonly LogEntry<Head>[]; readonly before: number } {
  const entries: { head: Head; line: number; more: string[] }[] = [];
  let before = 0;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const head = headOf(line);
    if (head !== undefined) entries.push({ head, line: first + index, more: [] });
    else if (entries.length > 0) entries.at(-1)?.more.push(line);
    else if (line.trim() !== "") before += 1;
  }
  return { entries, before };
}

/** How many of the first lines with something in them open a message, and whether the very first does. */
export function openings(
  text: string,
  opens: (line: string) => boolean,
): { readonly count: number; readonly first: boolean } {
  const lines = text
    .slice(0, 10_000)
    .split(/\r?\n/)
    .filter(line => line.trim() !== "")
    .slice(0, 60);
  return { count: lines.filter(opens).length, first: lines[0] !== undefined && opens(lines[0]) };
}
