import type { Columns } from "./columns.js";

/** How sure a header makes of a table of turns, and why. */
export function tableOpinion(
  { at, exchange }: Columns,
  seen: string,
): readonly [confidence: number, because: string] {
  if (exchange !== undefined)
    return [exchange.alone ? 0.6 : 0.8, `${seen} what is said and what is answered`];
  const { speaker, role, start, turn, conversation } = at;
  const who = speaker ?? role ?? at.side;
  const because = `${seen} text${who === undefined ? "" : " and speaker"}`;
  if (who !== undefined) return [0.9, because];
  return [[start, turn, conversation].some(column => column !== undefined) ? 0.8 : 0.5, because];
}
