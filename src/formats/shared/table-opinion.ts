import type { Columns } from "./columns.js";

/** How sure a header makes of a table of turns, and why. */
export function tableOpinion({ at }: Columns, seen: string): readonly [confidence: number, because: string] {
  const { speaker, role, start, turn, conversation } = at;
  const who = speaker ?? role;
  const because = `${seen} text${who === undefined ? "" : " and speaker"}`;
  if (who !== undefined) return [0.9, because];
  return [[start, turn, conversation].some(column => column !== undefined) ? 0.8 : 0.5, because];
}
