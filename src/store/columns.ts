import type { Row } from "./row.js";
import { dayOf } from "./version.js";

/** What a cell can hold; undefined is an empty one. */
export type Cell = string | number | boolean | undefined;

/** One column of an export: its name, its type, and where its cells come from. */
export interface Column<T> {
  readonly name: string;
  readonly type: "STRING" | "INT32" | "DOUBLE" | "BOOLEAN";
  of(item: T): Cell;
}

/** A row of the store, and whether it is the last word on its conversation. */
export interface Kept {
  readonly row: Row;
  readonly last: boolean;
}

/** A table that can be exported: a name, what becomes a line of it, and its columns. */
export interface Table {
  readonly name: "audits" | "findings" | "signals";
  readonly columns: readonly Pick<Column<never>, "name" | "type">[];
  lines(kept: Kept): readonly (readonly Cell[])[];
}

const text = <T>(name: string, of: (item: T) => string | undefined): Column<T> => ({
  name,
  type: "STRING",
  of,
});
const whole = <T>(name: string, of: (item: T) => number | undefined): Column<T> => ({
  name,
  type: "INT32",
  of,
});
const number = <T>(name: string, of: (item: T) => number | null | undefined): Column<T> => ({
  name,
  type: "DOUBLE",
  of: item => of(item) ?? undefined,
});
const flag = <T>(name: string, of: (item: T) => boolean): Column<T> => ({ name, type: "BOOLEAN", of });

/** Who, when and by what: the same in every table, so that each can be read alone. */
const WHOSE: readonly Column<Kept>[] = [
  text("transcript", ({ row }) => row.transcript),
  text("id", ({ row }) => row.id),
  text("agent", ({ row }) => row.agent),
  text("team", ({ row }) => row.team),
  text("queue", ({ row }) => row.queue),
  text("channel", ({ row }) => row.channel),
  text("day", ({ row }) => dayOf(row)),
  text("lists", ({ row }) => row.checklists.map(({ name }) => name).join("+")),
  text("versions", ({ row }) => row.checklists.map(({ version }) => version).join("+")),
  text("sha256", ({ row }) => row.checklists.map(({ sha256 }) => sha256).join("+")),
  text("attune", ({ row }) => row.attune),
  flag("current", ({ last }) => last),
];

const AUDIT: readonly Column<Kept>[] = [
  text("recorded", ({ row }) => row.recorded),
  text("contact", ({ row }) => row.contact),
  text("source", ({ row }) => row.source),
  text("format", ({ row }) => row.format),
  text("language", ({ row }) => row.language),
  text("started", ({ row }) => row.started),
  text("outcome", ({ row }) => row.outcome),
  number("score", ({ row }) => row.score),
  number("pass_mark", ({ row }) => row.passMark),
  text("band", ({ row }) => row.band),
  whole("hostile_turns", ({ row }) => row.load.hostile),
  whole("abusive_turns", ({ row }) => row.load.abusive),
  whole("turns", ({ row }) => row.facts.turns),
  whole("words", ({ row }) => row.facts.words),
  number("duration_ms", ({ row }) => row.facts.duration),
  number("talk_share", ({ row }) => row.facts.talkShare),
];

const FINDING: readonly Column<Row["findings"][number]>[] = [
  text("checklist", finding => finding.checklist),
  text("check", finding => finding.check),
  text("verdict", finding => finding.verdict),
  number("weight", finding => finding.weight),
  flag("auto_fail", finding => finding.autoFail === true),
  flag("accepted", finding => finding.accepted === true),
  whole("called", finding => finding.called),
  whole("answered", finding => finding.answered),
  whole("evidence", finding => finding.places.length),
  whole("turn", finding => finding.places[0]?.[0]),
];

const SIGNAL: readonly Column<Row["signals"][number]>[] = [
  text("detector", signal => signal.detector),
  text("role", signal => signal.role),
  whole("count", signal => signal.count),
];

/** The tables that there are. */
export const TABLES: readonly Table[] = [
  {
    name: "audits",
    columns: [...WHOSE, ...AUDIT],
    lines: kept => [[...WHOSE, ...AUDIT].map(column => column.of(kept))],
  },
  table("findings", FINDING, ({ findings }) => findings),
  table("signals", SIGNAL, ({ signals }) => signals),
];

function table<T>(name: Table["name"], own: readonly Column<T>[], items: (row: Row) => readonly T[]): Table {
  return {
    name,
    columns: [...WHOSE, ...own],
    lines(kept) {
      const whose = WHOSE.map(column => column.of(kept));
      return items(kept.row).map(item => [...whose, ...own.map(column => column.of(item))]);
    },
  };
}
