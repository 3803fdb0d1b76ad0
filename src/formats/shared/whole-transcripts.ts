import type { Embedded, Reading } from "../../model/index.js";
import type { Columns } from "./columns.js";
import { said } from "./json.js";
import type { TableRow } from "./turn-groups.js";
import { unfolded } from "./unfolded.js";

/** A row for each conversation, the whole transcript in one cell: handed back as texts, to be recognised by themselves. */
export function wholeTranscripts(rows: readonly TableRow[], { at, kept }: Columns): Reading | undefined {
  if (at.speaker !== undefined || at.role !== undefined || at.text === undefined) return undefined;
  const column = at.text;
  const told = rows.filter(({ cells }) => cells[column]?.trim());
  const whole = told.filter(({ cells }) => isWhole(cells[column] ?? ""));
  if (whole.length === 0 || whole.length * 2 < told.length || at.start !== undefined || at.turn !== undefined)
    return undefined;
  const embedded = told.map(({ cells }): Embedded => {
    const id = at.conversation === undefined ? undefined : said(cells[at.conversation]);
    const metadata = Object.fromEntries(
      kept.flatMap(({ name, column }) => (cells[column] ? [[name, cells[column]]] : [])),
    );
    return { text: cells[column] ?? "", about: { ...(id === undefined ? {} : { id }), metadata } };
  });
  return { conversations: [], problems: [], embedded };
}

/** Several lines, JSON, or labels of several speakers in one line. */
function isWhole(text: string): boolean {
  return /\n|<br|<p[ >]/i.test(text) || /^\s*[[{]\s*["{[]/.test(text) || unfolded(text) !== text;
}
