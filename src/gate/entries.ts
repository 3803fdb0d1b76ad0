/** One canned reply or part of a script, as it stands in its file. */
export interface Entry {
  /** What it is called there: a heading, or the first cell of its row. */
  readonly name?: string;
  readonly paragraphs: readonly Paragraph[];
}

/** Words that belong together, and where each of their characters stands. */
export interface Paragraph {
  readonly text: string;
  /** 0-based offset in the file of the character at `index`; `text.length` is where it ends. */
  at(index: number): number;
}

/** 1-based line and column of offsets in a text. */
export function locator(
  text: string,
): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0];
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return offset => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

const FENCE = /^\s{0,3}(?:```|~~~)/;
const HEADING = /^\s{0,3}#{1,6}\s+(.{0,200})/;

/** Entries of a Markdown or plain text file: one a heading, a paragraph between empty lines; code is no wording. */
export function entriesOfText(text: string, markdown: boolean): readonly Entry[] {
  const entries: { name?: string; paragraphs: Paragraph[] }[] = [{ paragraphs: [] }];
  let held: { from: number; to: number } | undefined;
  let fenced = false;
  const close = (): void => {
    if (held) entries.at(-1)?.paragraphs.push(slice(text, held.from, held.to));
    held = undefined;
  };
  let from = 0;
  for (const line of text.split("\n")) {
    const to = from + line.length;
    const [, heading] = markdown ? (HEADING.exec(line) ?? []) : [];
    if (markdown && FENCE.test(line)) {
      fenced = !fenced;
      close();
    } else if (fenced || line.trim() === "") close();
    else if (heading !== undefined) {
      close();
      entries.push({ name: heading.trim(), paragraphs: [] });
    } else held = { from: held?.from ?? from, to };
    from = to + 1;
  }
  close();
  return entries.filter(({ paragraphs }) => paragraphs.length > 0);
}

const slice = (text: string, from: number, to: number): Paragraph => ({
  text: text.slice(from, to),
  at: index => from + index,
});
