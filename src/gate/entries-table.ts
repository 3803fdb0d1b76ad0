import type { Entry } from "./entries.js";
import { isSentence, paragraphsIn, WORDING } from "./wording-cells.js";

interface Cell {
  readonly text: string;
  /** Offset in the file of each character, and of the end. */
  readonly offsets: readonly number[];
}

/** Rows of a CSV or TSV file as entries: the columns asked for, or those named for wording, or all that hold sentences. */
export function entriesOfTable(
  text: string,
  separator: string,
  columns: readonly string[],
): readonly Entry[] {
  const [head = [], ...rows] = rowsOf(text, separator);
  const names = head.map(cell => cell.text.trim());
  const asked = columns.map(name => name.toLowerCase());
  const named = names.map(name =>
    asked.length > 0 ? asked.includes(name.toLowerCase()) : WORDING.test(name),
  );
  const taken = named.some(Boolean) || asked.length > 0 ? named : undefined;
  return rows.flatMap((row): readonly Entry[] => {
    const cells = row.filter((cell, i) => (taken ? taken[i] === true : isSentence(cell.text)));
    const paragraphs = cells.flatMap(({ text, offsets }) =>
      paragraphsIn(text, index => offsets[index] as number),
    );
    const name = row.find(({ text }) => text.trim() !== "")?.text.trim();
    if (paragraphs.length === 0) return [];
    return [{ paragraphs, ...(name !== undefined && !isSentence(name) && { name }) }];
  });
}

/** Columns that were asked for and that no header has. */
export function missingColumns(
  text: string,
  separator: string,
  columns: readonly string[],
): readonly string[] {
  const [head = []] = rowsOf(text, separator);
  const names = head.map(cell => cell.text.trim().toLowerCase());
  return columns.filter(name => !names.includes(name.toLowerCase()));
}

/** Quoted cells may hold separators, line ends and doubled quotes; each character remembers where it stood. */
function rowsOf(text: string, separator: string): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [[]];
  let chars: string[] = [];
  let offsets: number[] = [];
  let quoted = false;
  const close = (end: number): void => {
    rows.at(-1)?.push({ text: chars.join(""), offsets: [...offsets, end] });
    chars = [];
    offsets = [];
  };
  const keep = (char: string, offset: number): void => {
    chars.push(char);
    offsets.push(offset);
  };
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  for (let i = start; i < text.length; i++) {
    const char = text[i] as string;
    if (quoted) {
      if (char !== '"') keep(char, i);
      else if (text[i + 1] === '"') keep(char, ++i);
      else quoted = false;
    } else if (char === '"' && chars.length === 0) quoted = true;
    else if (char === separator) close(i);
    else if (char === "\n") {
      close(i);
      rows.push([]);
    } else if (char !== "\r" || text[i + 1] !== "\n") keep(char, i);
  }
  if (chars.length > 0 || (rows.at(-1)?.length ?? 0) > 0) close(text.length);
  return rows.filter(row => row.some(cell => cell.text.trim() !== ""));
}
