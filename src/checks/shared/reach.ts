import type { Fields, Place, Scene } from "../../model/index.js";
import { runsBetween } from "./turns.js";

/** How far after a cue something may stand: so many turns of the agent, or so many milliseconds. */
export type Reach = { readonly turns: number } | { readonly ms: number };

const REACH = /^(\d{1,5})(s)?$/;

/** Reads `2` (turns of the agent) or `30s` (seconds); a mistake is reported at the field. */
export function reach(fields: Fields, name: string, otherwise: number): Reach {
  const text = fields.text(name, String(otherwise));
  const match = REACH.exec(text);
  if (!match)
    fields.wrong(name, `Unexpected \`${text}\`, expected turns such as \`2\` or seconds such as \`30s\``);
  const [, count = String(otherwise), seconds] = match ?? [];
  return seconds ? { ms: Number(count) * 1000 } : { turns: Number(count) };
}

/** Whether a place stands after a cue and near enough. */
export function reaches(scene: Scene, cue: Place, place: Place, how: Reach): boolean {
  const { turns } = scene.transcript;
  if (place.turn <= cue.turn) return false;
  if ("turns" in how) return runsBetween(turns, cue.turn, place.turn) <= how.turns;
  const [said, answered] = [turns[cue.turn], turns[place.turn]];
  const ended = said?.end ?? said?.start;
  return ended !== undefined && answered?.start !== undefined && answered.start - ended <= how.ms;
}

/** The first of the places, in order of turns, that a cue reaches; the nearest one decides, for none behind it is nearer. */
export function firstReached(
  scene: Scene,
  cue: Place,
  places: readonly Place[],
  how: Reach,
): Place | undefined {
  const { turns } = scene.transcript;
  const said = turns[cue.turn];
  if ("ms" in how && said?.end === undefined && said?.start === undefined) return undefined;
  let from = 0;
  let to = places.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((places[middle] as Place).turn <= cue.turn) from = middle + 1;
    else to = middle;
  }
  for (const place of places.slice(from, from + MOST_UNTIMED)) {
    if (reaches(scene, cue, place, how)) return place;
    if ("turns" in how || turns[place.turn]?.start !== undefined) return undefined;
  }
  return undefined;
}

/** Turns without a time that are passed over on the way to one that has it. */
const MOST_UNTIMED = 100;

/** Whether the export has the times that a reach in seconds needs. */
export const lacksTimes = (scene: Scene, how: Reach): boolean =>
  "ms" in how && scene.transcript.turns.every(turn => turn.start === undefined);

/** "2 turns of the agent", "30 s". */
export const reachInWords = (how: Reach): string =>
  "ms" in how ? `${how.ms / 1000} s` : `${how.turns} turn${how.turns === 1 ? "" : "s"} of the agent`;
