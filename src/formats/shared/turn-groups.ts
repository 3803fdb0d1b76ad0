import { amountIn } from "./cells.js";
import type { Columns, Meaning } from "./columns.js";
import type { Notes } from "./notes.js";

/** One row of a table, and the line of the source it begins at. */
export interface TableRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/** The cell of a row that holds this; "" where no column does. */
export function cellOf(cells: readonly string[], { at }: Columns, meaning: Meaning): string {
  const column = at[meaning];
  return column === undefined ? "" : (cells[column] ?? "");
}

/** Rows by conversation: by id, by what answers what, by turn numbers that start over, else all of them as one. */
export function grouped(
  rows: readonly TableRow[],
  columns: Columns,
): ReadonlyMap<string, readonly TableRow[]> {
  const { conversation, reply, own } = columns.at;
  const groups = new Map<string, TableRow[]>();
  const idOf =
    conversation !== undefined
      ? byId(columns)
      : reply !== undefined && own !== undefined
        ? byAnswers(rows, columns)
        : columns.exchange !== undefined
          ? byExchange(rows, columns)
          : byTurns(columns);
  for (const each of rows) {
    const id = idOf(each, groups.size);
    const group = groups.get(id);
    if (group) group.push(each);
    else groups.set(id, [each]);
  }
  return groups;
}

type IdOf = (row: TableRow, groups: number) => string;

/** An empty id belongs to the one above. */
function byId(columns: Columns): IdOf {
  let id = "";
  return ({ cells }) => {
    id = cellOf(cells, columns, "conversation").trim() || id;
    return id;
  };
}

/** Turn numbers that start over begin another conversation. */
function byTurns(columns: Columns): IdOf {
  let id = "#1";
  let first: number | undefined;
  let last: number | undefined;
  return ({ cells }, groups) => {
    const turn = amountIn(cellOf(cells, columns, "turn"));
    if (turn !== undefined && turn === first && last !== undefined && turn < last) id = `#${groups + 1}`;
    first ??= turn;
    last = turn;
    return id;
  };
}

/** Longer chains of answers are a loop. */
const LONGEST_CHAIN = 500;

/** Messages that name the one they answer, as those of social networks do: a conversation is what goes back to one message. */
function byAnswers(rows: readonly TableRow[], columns: Columns): IdOf {
  const own = ({ cells }: TableRow) => cellOf(cells, columns, "own").trim();
  const before = new Map(rows.map(each => [own(each), cellOf(each.cells, columns, "reply").trim()] as const));
  const roots = new Map<string, string>();
  return each => {
    let root = own(each);
    const passed: string[] = [];
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const known = roots.get(root);
      const earlier = known ?? before.get(root);
      if (earlier === undefined || earlier === "" || earlier === root) break;
      passed.push(root);
      root = earlier;
    }
    for (const id of passed) roots.set(id, root);
    return root;
  };
}

/** Exchanges of one conversation share an id; where every row has another, or the data set is one for models, each stands alone. */
function byExchange(rows: readonly TableRow[], columns: Columns): IdOf {
  const ids = rows.map(({ cells }) => cellOf(cells, columns, "own").trim());
  const shared = columns.at.own !== undefined && new Set(ids).size < ids.length && ids.every(id => id !== "");
  if (shared) return ({ cells }) => cellOf(cells, columns, "own").trim();
  const alone = columns.exchange?.alone === true || columns.at.own !== undefined;
  return alone ? (_, groups) => `#${groups + 1}` : () => "#1";
}

/** Rows in the order of their turn numbers, where each has one; that most of these are missing is told. */
export function inOrder(rows: readonly TableRow[], columns: Columns, found: Notes): readonly TableRow[] {
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
