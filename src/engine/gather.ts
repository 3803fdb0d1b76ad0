/** Turns of one conversation, gathered from the lines of a source. */
export interface Gathered {
  readonly turns: readonly unknown[];
  readonly lines: readonly number[];
}

/** Gathers turns by conversation, and lets go of those that have been quiet longest before they are too many to hold. */
export interface Gathering {
  /** Takes a turn of so many characters; gives the conversations that are let go. */
  add(id: string, turn: unknown, line: number, size: number): readonly Gathered[];
  /** Those that are left, in the order of their first lines. */
  rest(): readonly Gathered[];
  /** No conversation but one has been met. */
  alone(): boolean;
  /** Lines at which one came back that had been let go: there it begins anew. */
  readonly again: readonly number[];
}

interface Group {
  readonly turns: unknown[];
  readonly lines: number[];
  size: number;
}

/** Characters of turns to hold: some hundred thousand of them, a few times as much in memory. */
const HELD = 16 * 1024 * 1024;
const NONE: readonly Gathered[] = [];

/** A gathering that holds at most so many characters, one conversation aside: that is never cut. */
export function gathering(most = HELD): Gathering {
  const groups = new Map<string, Group>();
  const gone = new Set<string>();
  const again: number[] = [];
  let held = 0;
  function letGo(current: number): readonly Gathered[] {
    const quiet = [...groups].filter(([, { lines }]) => lines.at(-1) !== current);
    quiet.sort(([, a], [, b]) => (a.lines.at(-1) ?? 0) - (b.lines.at(-1) ?? 0));
    const going: Group[] = [];
    for (const [id, group] of quiet) {
      if (held <= most / 2) break;
      held -= group.size;
      groups.delete(id);
      gone.add(id);
      going.push(group);
    }
    return inOrder(going);
  }
  return {
    add(id, turn, line, size) {
      const group = groups.get(id) ?? { turns: [], lines: [], size: 0 };
      if (group.size === 0) {
        groups.set(id, group);
        if (gone.delete(id)) again.push(line);
      }
      group.turns.push(turn);
      group.lines.push(line);
      group.size += size;
      held += size;
      return held > most && groups.size > 1 ? letGo(line) : NONE;
    },
    rest: () => inOrder([...groups.values()]),
    alone: () => groups.size === 1 && gone.size === 0,
    again,
  };
}

function inOrder(groups: readonly Group[]): readonly Group[] {
  return [...groups].sort((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));
}
