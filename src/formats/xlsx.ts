import type { Document, Format } from "../model/index.js";
import { type Columns, columnsOf } from "./shared/columns.js";
import { areSentences } from "./shared/exchanges.js";
import { notes, refuse } from "./shared/notes.js";
import { no, yes } from "./shared/sniff.js";
import { tableOpinion } from "./shared/table-opinion.js";
import { turnRows } from "./shared/turn-rows.js";
import { wholeTranscripts } from "./shared/whole-transcripts.js";

/** A workbook with a turn in each row of a sheet. */
export const xlsx: Format = {
  name: "xlsx",
  title: "Excel workbook, a turn in each row",
  status: "documented",
  about: {
    recognised: "a row near the top of a sheet that names a column for the text, by the synonyms of tables",
    roles: "of a role column where there is one, else names",
    times: "clock, seconds, ms, dates, also dates that Excel keeps as numbers",
    overlap: "where there are starts and ends",
    traps:
      "titles above the header; shared and inline strings; dates as day numbers; hidden sheets; several sheets; sheets that are no transcript; many conversations by id; a whole transcript in one cell",
  },

  sniff({ sheet }) {
    const found = sheet === undefined ? undefined : headerIn(sheet.rows);
    if (found === undefined) return no;
    return yes(...tableOpinion(found.columns, `a sheet with columns for`));
  },

  read(document) {
    const { sheet } = document;
    const found = sheet === undefined ? undefined : headerIn(sheet.rows);
    if (sheet === undefined || found === undefined)
      return refuse(
        "no-text-column",
        "Unexpected sheet, expected a column named `text`, `message` or `utterance`",
      );
    const rows = sheet.rows.slice(found.at + 1);
    return wholeTranscripts(rows, found.columns) ?? turnRows(rows, found.columns, notes());
  },
};

/** Titles and dates may stand above the header, but not many. */
const MOST_ABOVE = 20;

function headerIn(
  rows: NonNullable<Document["sheet"]>["rows"],
): { readonly at: number; readonly columns: Columns } | undefined {
  for (const [at, { cells }] of rows.slice(0, MOST_ABOVE).entries()) {
    const columns = cells.length > 1 ? columnsOf(cells) : undefined;
    if (columns === undefined || rows.length <= at + 1) continue;
    const { exchange } = columns;
    const below = rows.slice(at + 1, at + 20);
    const spoken = exchange?.sides.flatMap(({ column }) => below.map(row => row.cells[column] ?? ""));
    if (spoken === undefined || areSentences(spoken)) return { at, columns };
  }
  return undefined;
}
