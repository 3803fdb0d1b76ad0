import Papa from "papaparse";
import type { Document, Format } from "../model/index.js";
import { type Columns, columnsOf } from "./shared/columns.js";
import { DELIMITERS, delimitedRows } from "./shared/delimited.js";
import { areSentences } from "./shared/exchanges.js";
import { notes, refuse } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { tableOpinion } from "./shared/table-opinion.js";
import { turnRows } from "./shared/turn-rows.js";
import { wholeTranscripts } from "./shared/whole-transcripts.js";

/** A table with a turn in each row: CSV, TSV, or any of `,` `;` tab `|` between the columns. */
export const table: Format = {
  name: "table",
  title: "CSV or TSV, a turn in each row",
  status: "real",
  surest: 0.9,
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
    if (columns.exchange !== undefined && !saysSomething(document.text, delimiter, columns)) return no;
    const [confidence, because] = tableOpinion(columns, "columns for");
    return yes(confidence, `${because}, parted by ${JSON.stringify(delimiter)}`);
  },

  read(document) {
    const { columns, delimiter, skipped } = shapeOf(document);
    if (!columns)
      return refuse(
        "no-text-column",
        "Unexpected table, expected a column named `text`, `message` or `utterance`",
      );
    const found = notes();
    const rows = delimitedRows(
      document.text.slice(skipped),
      delimiter,
      document.line + (skipped > 0 ? 1 : 0),
      found,
    );
    return wholeTranscripts(rows.slice(1), columns) ?? turnRows(rows.slice(1), columns, found);
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

/** «agent,customer» may be the names of two people: their columns must hold sentences. */
function saysSomething(text: string, delimiter: string, { exchange }: Columns): boolean {
  const rows = Papa.parse<string[]>(headOf(text), { delimiter, preview: 20 }).data.slice(1);
  return areSentences(
    rows.flatMap(cells => (exchange?.sides ?? []).map(({ column }) => cells[column] ?? "")),
  );
}

function headOf(text: string): string {
  return text.slice(0, 8_000);
}

/** The cells of the first row; only quotes need a parser. */
function headerCells(head: string, delimiter: string): readonly string[] {
  const end = head.search(/[\r\n]/);
  const line = end < 0 ? head : head.slice(0, end);
  if (!line.includes(delimiter)) return [];
  if (!line.includes('"')) return line.split(delimiter);
  return Papa.parse<string[]>(head, { delimiter, preview: 1 }).data[0] ?? [];
}

/** Delimiter and columns: of those that give a text column, the delimiter that names most. */
function shapeOf({ text }: Document): Shape {
  const [lead = "", told] = /^\uFEFF?(?:sep=(.)\r?\n)?/i.exec(text.slice(0, 20)) ?? [];
  const head = headOf(text.slice(lead.length));
  const shapes = (told ? [told] : [...DELIMITERS]).map(delimiter => {
    const header = headerCells(head, delimiter);
    const columns = header.length > 1 && header.length < 500 ? columnsOf(header) : undefined;
    return { columns, delimiter, skipped: lead.length, named: columns ? Object.keys(columns.at).length : 0 };
  });
  return shapes.reduce((best, shape) => (shape.named > best.named ? shape : best));
}
