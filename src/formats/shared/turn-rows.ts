import type { Kind, Reading, Written } from "../../model/index.js";
import { type About, calls, metadata, row } from "./call.js";
import { amountIn, timeIn, unitAmong } from "./cells.js";
import type { Columns, Meaning } from "./columns.js";
import { said } from "./json.js";
import { roleOf, speakerLabel } from "./labels.js";
import { mediumOf } from "./media.js";
import type { Notes } from "./notes.js";
import { endAfter } from "./times.js";

/** One row of a table, and the line of the source it begins at. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Rows of turns → conversations: grouped by id, in order of their turn numbers, else as they stand. */
export function turnRows(rows: readonly TableRow[], columns: Columns, found: Notes): Reading {
  const told = rows.filter(({ cells }) => cells.some(cell => cell.trim() !== ""));
  const unit =
    columns.unit ?? unitAmong(told.slice(0, 5_000).map(({ cells }) => cellOf(cells, columns, "start")));
  const parts = [...grouped(told, columns)].map(([id, group]) => {
    const ordered = inOrder(group, columns, found);
    const written = ordered.flatMap(each => writtenOf(each, columns, unit, found));
    return { rows: written, about: aboutOf(id, group, columns) };
  });
  return calls(parts, found);
}

function cellOf(cells: readonly string[], { at }: Columns, meaning: Meaning): string {
  const column = at[meaning];
  return column === undefined ? "" : (cells[column] ?? "");
}

/** Rows by conversation. An empty id belongs to the one above; without ids, turn numbers that start over begin another. */
function grouped(rows: readonly TableRow[], columns: Columns): ReadonlyMap<string, readonly TableRow[]> {
  const groups = new Map<string, TableRow[]>();
  const byId = columns.at.conversation !== undefined;
  let id = byId ? "" : "#1";
  let first: number | undefined;
  let last: number | undefined;
  for (const each of rows) {
    if (byId) id = cellOf(each.cells, columns, "conversation").trim() || id;
    else {
      const turn = amountIn(cellOf(each.cells, columns, "turn"));
      if (turn !== undefined && turn === first && last !== undefined && turn < last)
        id = `#${groups.size + 1}`;
      first ??= turn;
      last = turn;
    }
    const group = groups.get(id);
    if (group) group.push(each);
    else groups.set(id, [each]);
  }
  return groups;
}

function inOrder(rows: readonly TableRow[], columns: Columns, found: Notes): readonly TableRow[] {
  const numbered = rows.map(each => ({ each, turn: amountIn(cellOf(each.cells, columns, "turn")) }));
  if (!numbered.every(({ turn }) => turn !== undefined)) return rows;
  numbered.sort((a, b) => (a.turn ?? 0) - (b.turn ?? 0));
  const steps = numbered.slice(1).map(({ turn = 0 }, index) => turn - (numbered[index]?.turn ?? 0));
  if (steps.length >= 3 && steps.filter(step => step > 1).length > steps.length / 2) {
    const line = numbered[0]?.each.line;
    found.add(
      "turn-gaps",
      "Unexpected gaps between most turn numbers, expected every turn: somebody's are not here",
      line,
      "note",
    );
  }
  return numbered.map(({ each }) => each);
}

function writtenOf(
  { cells, line }: TableRow,
  columns: Columns,
  unit: "ms" | "s",
  found: Notes,
): readonly Written[] {
  const text = cellOf(cells, columns, "text").trim();
  if (text === "") {
    found.add("lost-rows", "Unexpected row without a text, expected what was said", line);
    return [];
  }
  const written = cellOf(cells, columns, "role");
  const named = cellOf(cells, columns, "speaker") || (columns.at.speaker === undefined ? written : "");
  const channel =
    columns.at.speaker === undefined && columns.at.role === undefined ? audioChannel(cells, columns) : "";
  const { start, at } = timeIn(cellOf(cells, columns, "start"), unit);
  const speaker = speakerLabel(named) || channel;
  const end = endOf(cells, columns, unit, start);
  return [row({ speaker, role: roleOf(written), kind: kindOf(cells, columns), text, start, end, at, line })];
}

function endOf(
  cells: readonly string[],
  columns: Columns,
  unit: "ms" | "s",
  start: number | undefined,
): number | undefined {
  const end = timeIn(cellOf(cells, columns, "end"), unit).start;
  if (end !== undefined) return end;
  return endAfter(start, timeIn(cellOf(cells, columns, "duration"), unit).start);
}

const NOTES = /^(?:note|internal|internal note|private|whisper|agents)$/i;
const EVENTS =
  /^(?:event|system|join|joined|leave|left|hold|attachment|file|tool|action|status|notification)$/i;

function kindOf(cells: readonly string[], columns: Columns): Kind | undefined {
  const word = cellOf(cells, columns, "kind").trim();
  if (NOTES.test(word)) return "note";
  return EVENTS.test(word) ? "event" : undefined;
}

/** A `channel` of bare numbers is the audio channel: the only thing that tells the speakers apart. */
function audioChannel(cells: readonly string[], columns: Columns): string {
  const channel = cellOf(cells, columns, "channel").trim();
  return /^\d$/.test(channel) ? `Channel ${channel}` : "";
}

function aboutOf(id: string, group: readonly TableRow[], columns: Columns): About {
  const cells = group[0]?.cells ?? [];
  const medium = cellOf(cells, columns, "channel");
  return {
    id: columns.at.conversation === undefined ? undefined : said(id),
    channel: mediumOf(medium),
    language: said(cellOf(cells, columns, "language")),
    agent: said(cellOf(cells, columns, "agent")),
    metadata: metadata(
      Object.fromEntries(columns.kept.map(({ name, column }) => [name, said(cells[column])])),
    ),
  };
}
