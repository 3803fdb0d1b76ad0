import type { Reading, Written } from "../../model/index.js";
import { type About, calls, metadata } from "./call.js";
import { unitAmong } from "./cells.js";
import type { Columns } from "./columns.js";
import { said } from "./json.js";
import { mediumOf } from "./media.js";
import type { Notes } from "./notes.js";
import { rowsIn } from "./table-cells.js";
import { cellOf, grouped, inOrder, type TableRow } from "./turn-groups.js";

/** Rows of turns → conversations: grouped by id, in order of their turn numbers, else as they stand. */
export function turnRows(rows: readonly TableRow[], columns: Columns, found: Notes): Reading {
  const told = rows.filter(({ cells }) => cells.some(cell => cell.trim() !== ""));
  const unit =
    columns.unit ?? unitAmong(told.slice(0, 5_000).map(({ cells }) => cellOf(cells, columns, "start")));
  const groups = grouped(told, columns);
  if (columns.exchange !== undefined && columns.at.conversation === undefined) assumed(groups.size, found);
  const parts = [...groups].map(([id, group]) => {
    const written = rowsIn(inOrder(group, columns, found), columns, unit, found);
    return { rows: written, about: aboutOf(id, group, columns, written) };
  });
  return calls(parts, found);
}

/** Nothing says which exchanges belong together: what was made of that is told. */
function assumed(count: number, found: Notes): void {
  const taken = count === 1 ? "all rows were taken as one" : "each was taken as one of its own";
  found.add(
    "assumed-conversation",
    `Unexpected exchanges without the id of a conversation, expected a column \`conversation_id\`; ${taken}`,
    undefined,
    "note",
  );
}

function aboutOf(id: string, group: readonly TableRow[], columns: Columns, rows: readonly Written[]): About {
  const cells = group[0]?.cells ?? [];
  const { conversation, reply, own } = columns.at;
  const named = conversation !== undefined || (reply !== undefined && own !== undefined);
  // A message has a moment, an utterance has a length.
  const dated =
    rows.every(({ start, end }) => start === undefined && end === undefined) &&
    rows.some(({ at }) => at !== undefined);
  const medium =
    mediumOf(cellOf(cells, columns, "channel")) ?? (dated && !columns.called ? "chat" : undefined);
  return {
    id: named ? said(id) : undefined,
    channel: medium,
    language: said(cellOf(cells, columns, "language")),
    agent: said(cellOf(cells, columns, "agent")),
    metadata: metadata(
      Object.fromEntries(columns.kept.map(({ name, column }) => [name, said(cells[column])])),
    ),
  };
}
