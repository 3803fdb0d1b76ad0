import type { Kind, Role, Written } from "../../model/index.js";
import { row } from "./call.js";
import { timeIn } from "./cells.js";
import type { Columns } from "./columns.js";
import { roleOf, speakerLabel } from "./labels.js";
import type { Notes } from "./notes.js";
import { endAfter } from "./times.js";
import { cellOf, type TableRow } from "./turn-groups.js";
import { rolesAmong, roleWord } from "./turn-roles.js";
import { type Side, sideInWord } from "./turn-sides.js";

/** The rows of one conversation as written; what their role words and directions mean, all of them tell together. */
export function rowsIn(
  rows: readonly TableRow[],
  columns: Columns,
  unit: "ms" | "s",
  found: Notes,
): readonly Written[] {
  if (columns.exchange !== undefined) return rows.flatMap(each => spokenIn(each, columns, unit));
  const roleIn = rolesBy(rows, columns);
  return rows.flatMap(each => writtenOf(each, columns, unit, roleIn, found));
}

/** One row is one side's words, then the other's; a time is that of the first. */
function spokenIn({ cells, line }: TableRow, columns: Columns, unit: "ms" | "s"): readonly Written[] {
  const said = (columns.exchange?.sides ?? []).flatMap(({ column, role }) => {
    const text = cells[column]?.trim() ?? "";
    return text === "" ? [] : [{ role, text }];
  });
  const { start, at } = timeIn(cellOf(cells, columns, "start"), unit);
  const end = said.length === 1 ? endOf(cells, columns, unit, start) : undefined;
  return said.map(({ role, text }, index) =>
    row({ speaker: role, role, text, line, ...(index === 0 && { start, at, end }) }),
  );
}

/** The role of a row: of its role column, else of a direction that is not the same in all of them. */
function rolesBy(
  rows: readonly TableRow[],
  columns: Columns,
): (cells: readonly string[]) => Role | undefined {
  const words = rows.map(({ cells }) => roleWord(cellOf(cells, columns, "role")));
  const counts = new Map<string, number>();
  for (const word of words) if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  const among = rolesAmong(counts);
  const name = columns.at.side === undefined ? "" : columns.side;
  const sides = new Set(
    columns.at.side === undefined
      ? []
      : rows.map(({ cells }) => sideInWord(cellOf(cells, columns, "side"), name)),
  );
  const told = sides.has("in") && sides.has("out");
  return cells => {
    const written = cellOf(cells, columns, "role");
    const word = roleWord(written);
    const role = word === undefined ? roleOf(written) : among(word);
    return role ?? (told ? roleOfSide(sideInWord(cellOf(cells, columns, "side"), name)) : undefined);
  };
}

function roleOfSide(side: Side | undefined): Role | undefined {
  return side === undefined ? undefined : side === "in" ? "customer" : "agent";
}

function writtenOf(
  { cells, line }: TableRow,
  columns: Columns,
  unit: "ms" | "s",
  roleIn: (cells: readonly string[]) => Role | undefined,
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
  const role = roleIn(cells);
  const speaker = speakerLabel(named) || channel || (role ?? "");
  const end = endOf(cells, columns, unit, start);
  return [row({ speaker, role, kind: kindOf(cells, columns), text, start, end, at, line })];
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
const YES = /^(?:true|yes|y|1)$/i;
const NO = /^(?:false|no|n|0)$/i;

function kindOf(cells: readonly string[], columns: Columns): Kind | undefined {
  const word = cellOf(cells, columns, "kind").trim();
  if (NOTES.test(word) || YES.test(cellOf(cells, columns, "private").trim())) return "note";
  if (NO.test(cellOf(cells, columns, "public").trim())) return "note";
  return EVENTS.test(word) ? "event" : undefined;
}

/** A `channel` of bare numbers, sides or roles is the audio channel: the only thing that tells the speakers apart. */
function audioChannel(cells: readonly string[], columns: Columns): string {
  const channel = cellOf(cells, columns, "channel").trim();
  if (/^\d$/.test(channel)) return `Channel ${channel}`;
  return /^(?:left|right|ch[_ ]?\d)$/i.test(channel) || roleWord(channel) !== undefined ? channel : "";
}
