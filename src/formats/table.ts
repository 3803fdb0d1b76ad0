import Papa from "papaparse";
import type { Document, Embedded, Format, Reading } from "../model/index.js";
import { type Columns, columnsOf } from "./shared/columns.js";
import { said } from "./shared/json.js";
import { type Notes, notes, refuse } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { type TableRow, turnRows } from "./shared/turn-rows.js";

/** A table with a turn in each row: CSV, TSV, or any of `,` `;` tab `|` between the columns. */
export const table: Format = {
  name: "table",
  title: "CSV or TSV, a turn in each row",
  status: "real",
  about: {
    recognised: "a first row that names a column for the text, by synonym",
    roles: "of a role column where there is one, else names",
    times: "clock, seconds, ms, dates; start alone is enough",
    overlap: "where there are starts and ends",
    traps:
      "delimiter and `sep=` line; quoted newlines; many conversations by id, in order of turn numbers; rows without text; a whole transcript in one cell",
  },

  sniff(document) {
    if (document.json !== undefined) return no;
    const { columns, delimiter } = shapeOf({ ...document, text: headOf(document.text) });
    if (!columns || !hasRows(document.text)) return no;
    const { speaker, role, start, turn, conversation } = columns.at;
    const who = speaker ?? role;
    const because = `columns for text${who === undefined ? "" : " and speaker"}, parted by ${JSON.stringify(delimiter)}`;
    if (who !== undefined) return yes(0.9, because);
    return yes([start, turn, conversation].some(column => column !== undefined) ? 0.8 : 0.5, because);
  },

  read(document) {
    const { columns, delimiter, skipped } = shapeOf(document);
    if (!columns)
      return refuse(
        "no-text-column",
        "Unexpected table, expected a column named `text`, `message` or `utterance`",
      );
    const found = notes();
    const rows = rowsOf(
      document.text.slice(skipped),
      delimiter,
      document.line + (skipped > 0 ? 1 : 0),
      found,
    );
    return embeddedIn(rows.slice(1), columns) ?? turnRows(rows.slice(1), columns, found);
  },
};

interface Shape {
  readonly columns: Columns | undefined;
  readonly delimiter: string;
  /** Characters of a `sep=;` line and a BOM before the header. */
  readonly skipped: number;
}

/** Whether anything follows the header. */
function hasRows(text: string): boolean {
  const end = text.search(/[\r\n]/);
  return end >= 0 && text.slice(end, end + 64_000).trim() !== "";
}

function headOf(text: string): string {
  return text.slice(0, 8_000);
}

/** Delimiter and columns: of those that give a text column, the delimiter that names most. */
function shapeOf({ text }: Document): Shape {
  const [lead = "", told] = /^\uFEFF?(?:sep=(.)\r?\n)?/i.exec(text.slice(0, 20)) ?? [];
  const head = headOf(text.slice(lead.length));
  const shapes = (told ? [told] : [",", "\t", ";", "|"]).map(delimiter => {
    const [header = []] = Papa.parse<string[]>(head, { delimiter, preview: 1 }).data;
    const columns = header.length > 1 && header.length < 500 ? columnsOf(header) : undefined;
    return { columns, delimiter, skipped: lead.length, named: columns ? Object.keys(columns.at).length : 0 };
  });
  return shapes.reduce((best, shape) => (shape.named > best.named ? shape : best));
}

/** Every row, with the line it begins at; a quote that never closes swallows the rest, and is told. */
function rowsOf(text: string, delimiter: string, first: number, found: Notes): readonly TableRow[] {
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

function newlines(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** A row for each conversation, the whole transcript in one cell: handed back as texts, to be recognised by themselves. */
function embeddedIn(rows: readonly TableRow[], { at, kept }: Columns): Reading | undefined {
  if (at.speaker !== undefined || at.role !== undefined || at.text === undefined) return undefined;
  const column = at.text;
  const told = rows.filter(({ cells }) => cells[column]?.trim());
  const whole = told.filter(({ cells }) => /\n|<br|<p[ >]/i.test(cells[column] ?? ""));
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
