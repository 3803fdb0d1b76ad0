import type { Complaint, Document, Reading } from "../../model/index.js";
import { aboutOf, mediumAround } from "./turn-about.js";
import { conversationOf } from "./turn-keys.js";
import type { TurnsFound } from "./turn-lists.js";
import { peopleAround } from "./turn-people.js";
import { SECONDS, unitOf } from "./turn-unit.js";
import { rowsIn } from "./turn-values.js";

/** Lists of turns → conversations, one for each list, or for each conversation that its turns name. */
export function readTurns(lists: readonly TurnsFound[], document: Document): Reading {
  const readings = lists
    .flatMap(list => conversationsIn(list, document.lines))
    .map(list => readList(list, document));
  return {
    conversations: readings.flatMap(({ conversations }) => conversations),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

interface Numbered extends TurnsFound {
  readonly lines: readonly number[] | undefined;
}

/** A list whose turns name several conversations is those. */
function conversationsIn(list: TurnsFound, lines: readonly number[] | undefined): readonly Numbered[] {
  const groups = new Map<string, number[]>();
  for (const [index, turn] of list.turns.entries()) {
    const id = conversationOf(turn);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [index]);
    else group.push(index);
  }
  if (groups.size < 2 || groups.has("")) return [{ ...list, lines }];
  return [...groups.values()].map(group => ({
    ...list,
    turns: group.map(index => list.turns[index]),
    lines: lines && group.map(index => lines[index] ?? 0),
  }));
}

function readList({ id, turns, around, lines }: Numbered, { line }: Document): Reading {
  if (turns.length === 0) {
    const message = "Unexpected conversation without turns, expected a list of `{speaker, text}`";
    return { conversations: [], problems: [{ line, code: "no-turns", message, effect: "unreadable" }] };
  }
  const problems: Complaint[] = [];
  const medium = mediumAround(around);
  // People answer letters after hours.
  const { unit, note } = medium === undefined || medium === "voice" ? unitOf(turns) : SECONDS;
  if (note !== undefined) problems.push({ line, ...note });
  const written = rowsIn(turns, peopleAround(around), unit, (code, met, index) => {
    const message = `Unexpected ${met} in turn ${index}, expected ${EXPECTED[code]}`;
    problems.push({ line: lines?.[index] ?? line, code, message, effect: "partial" });
  });
  const rows =
    lines === undefined ? written : written.map((row, index) => ({ ...row, line: lines[index] ?? line }));
  const own = id ?? conversationOf(turns[0]);
  return { conversations: [{ ...(own !== "" && { id: own }), ...aboutOf(around, rows), rows }], problems };
}

const EXPECTED = {
  "lost-turn": "`speaker` and `text`",
  "lost-speaker": "the name or role of who speaks",
  "lost-time": "seconds from the start, or ISO 8601 in `at`",
} as const;
