import type { Fields, Heard, Place, Scene, Signal } from "../../model/index.js";

/** An act asked for, with particulars and a least number: `gratitude`, `alternative[ways=several]`, `positive*2`. */
export type Selector = Heard;

const SELECTOR = /^([a-z][a-z-]*)(?:\[([a-z-]+)=([a-z-]+)\])?(?:\*(\d{1,3}))?$/;

/** Reads selectors from a field; a mistake is reported at the field. */
export function selectors(fields: Fields, name: string): readonly Selector[] {
  return fields.texts(name).flatMap(text => {
    const match = SELECTOR.exec(text);
    if (!match) {
      fields.wrong(
        name,
        `Unexpected \`${text}\`, expected an act such as \`empathy\`, \`hold[announced=yes]\` or \`positive*2\``,
      );
      return [];
    }
    const [, act = "", key, value, times] = match;
    if (!fields.known(name, act)) return [];
    return [
      { act, ...(key && value && { where: [key, value] as const }), atLeast: times ? Number(times) : 1 },
    ];
  });
}

/** Signals that a selector picks, the customer's and the agent's alike. */
export const pick = (scene: Scene, { act, where }: Selector): readonly Signal[] =>
  scene.of(act).filter(signal => fits(signal, where));

/** Whether a signal has the particular that is asked for, if one is. */
export const fits = ({ detail }: Signal, where: Selector["where"]): boolean =>
  !where || detail?.[where[0]] === where[1];

const byTurn = new WeakMap<Scene, Map<string, ReadonlyMap<number, readonly Signal[]>>>();
const NONE: readonly Signal[] = [];

/** Signals of an act in one turn, by their first place: put in order once a scene, so that to ask of every turn costs no more. */
export function signalsIn(scene: Scene, act: string, turn: number): readonly Signal[] {
  const known = byTurn.get(scene) ?? new Map<string, ReadonlyMap<number, readonly Signal[]>>();
  byTurn.set(scene, known);
  const turns = known.get(act) ?? placed(scene.of(act));
  known.set(act, turns);
  return turns.get(turn) ?? NONE;
}

function placed(signals: readonly Signal[]): ReadonlyMap<number, readonly Signal[]> {
  const turns = new Map<number, Signal[]>();
  for (const signal of signals) {
    const turn = signal.evidence[0]?.turn;
    if (turn === undefined) continue;
    const others = turns.get(turn);
    if (others === undefined) turns.set(turn, [signal]);
    else others.push(signal);
  }
  return turns;
}

/** Whether there are enough of them, and where. */
export function holds(scene: Scene, selector: Selector): boolean {
  return pick(scene, selector).length >= selector.atLeast;
}

/** Places of the first signals of each selector. */
export const placesOf = (scene: Scene, all: readonly Selector[]): readonly Place[] =>
  all.flatMap(selector => pick(scene, selector).flatMap(signal => signal.evidence.slice(0, 1)));

/** Acts in plain words: "empathy or apology". */
export const inWords = (all: readonly Selector[]): string =>
  [...new Set(all.map(({ act }) => act.replaceAll("-", " ")))].join(" or ");

/** A selector as it is written: `hold[kept=yes]*2`. */
export const selectorText = ({ act, where, atLeast }: Selector): string =>
  `${act}${where ? `[${where.join("=")}]` : ""}${atLeast > 1 ? `*${atLeast}` : ""}`;
