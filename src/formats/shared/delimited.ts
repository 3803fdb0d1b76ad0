import Papa from "papaparse";
import type { Notes } from "./notes.js";
import type { TableRow } from "./turn-groups.js";

/** Every row, with the line it begins at; a quote that never closes swallows the rest, and is told. */
export function delimitedRows(
  text: string,
  delimiter: string,
  first: number,
  found: Notes,
): readonly TableRow[] {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  let line = first;
  const rows = data.map(cells => {
    const row = { cells, line };
    line += 1 + cells.reduce((sum, cell) => sum + newlines(cell), 0);
    return row;
  });
  for (const error of errors) {
    if (error.type !== "Quotes") continue;
    found.add(
      "broken-quotes",
      "Unexpected quote inside a cell, expected it doubled or closed",
      rows[error.row ?? 0]?.line,
    );
  }
  return rows;
}

/** What may part the cells of a table. */
export const DELIMITERS = [",", "\t", ";", "|"] as const;

/** The delimiter that a first line shows: the one that makes most cells of it; with the cells. */
export function headerOf(text: string): { readonly delimiter: string; readonly cells: readonly string[] } {
  const head = text.slice(0, 8_000);
  const shapes = DELIMITERS.map(delimiter => {
    const [cells = []] = Papa.parse<string[]>(head, { delimiter, preview: 1 }).data;
    return { delimiter, cells };
  });
  return shapes.reduce((best, shape) => (shape.cells.length > best.cells.length ? shape : best));
}

function newlines(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count += 1;
  return count;
}
