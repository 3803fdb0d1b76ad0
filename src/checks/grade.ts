import type { CheckKind, Fields, Place, Scene, Verdict } from "../model/index.js";
import { holds, inWords, pick, placesOf, type Selector, selectors, selectorText } from "./shared/select.js";
import { onePerTurn, runsBetween } from "./shared/turns.js";

interface Clause {
  readonly all: readonly Selector[];
  readonly any: readonly Selector[];
  readonly none: readonly Selector[];
  /** The first of `all` must stand within so many agent turns after the first cue; 0 is anywhere. */
  readonly within: number;
  /** It must stand after the first cue, or before it. */
  readonly place: "anywhere" | "after" | "before";
}

interface Options {
  readonly when: readonly Selector[];
  readonly pass: readonly Clause[];
  readonly partial: readonly Clause[];
  readonly na: readonly Clause[];
  readonly otherwise: Verdict;
  readonly what: string;
}

/** Pass, partial or not at all, by what was done where it was called for. */
export const grade: CheckKind<Options> = {
  name: "grade",
  summary: "Passes or half passes by which acts were done, where a cue called for them",

  parse(fields) {
    const pass = fields.each("pass").map(clause);
    return {
      when: selectors(fields, "when"),
      pass,
      partial: fields.each("partial").map(clause),
      na: fields.each("na").map(clause),
      otherwise: fields.choice("otherwise", ["fail", "na", "pass", "partial"], "fail"),
      what: fields.text("what", inWords(pass.flatMap(({ all, any }) => [...all, ...any]))),
    };
  },

  asks: ({ when, pass, partial }) =>
    `${when.length ? `Where there is ${inWords(when)}: ` : ""}${clausesInWords(pass)} passes${partial.length ? `, ${clausesInWords(partial)} counts half` : ""}`,

  judge({ when, pass, partial, na, otherwise, what }, scene) {
    const cues = onePerTurn(placesOf(scene, when));
    const [cue] = cues;
    if (when.length && !cue)
      return { verdict: "na", message: `Nothing here called for ${what}`, evidence: [] };
    const opportunities = cues.slice(0, 1).map(place => ({ cue: place }));
    for (const [verdict, clauses] of [
      ["na", na],
      ["pass", pass],
      ["partial", partial],
    ] as const) {
      const met = clauses.find(each => meets(scene, each, cue));
      if (!met) continue;
      const evidence = onePerTurn(placesOf(scene, [...met.all, ...met.any]));
      if (verdict === "na") return { verdict, message: `Nothing here called for ${what}`, evidence: [] };
      const message =
        verdict === "pass" ? `Expected ${what}, heard it` : `Expected ${what}, heard it only in part`;
      const [answer] = evidence.filter(({ turn }) => cue !== undefined && turn > cue.turn);
      return {
        verdict,
        message,
        evidence,
        ...(cue && { opportunities: [{ cue, ...(answer && { answer }) }] }),
      };
    }
    return {
      verdict: otherwise,
      message: otherwise === "na" ? `Nothing here called for ${what}` : `Expected ${what}, heard none`,
      evidence: otherwise === "na" ? [] : cues.slice(0, 4),
      opportunities,
    };
  },
};

const clausesInWords = (clauses: readonly Clause[]): string =>
  clauses
    .map(({ all, any, none }) => {
      const asked = [
        ...all.map(each => selectorText(each)),
        ...(any.length ? [any.map(selectorText).join(" or ")] : []),
      ];
      const spoilt = none.length ? ` without ${none.map(selectorText).join(" or ")}` : "";
      return `${asked.join(" and ") || "anything"}${spoilt}`;
    })
    .join("; or ");

const clause = (fields: Fields): Clause => ({
  all: selectors(fields, "all"),
  any: selectors(fields, "any"),
  none: selectors(fields, "none"),
  within: fields.number("within", 0),
  place: fields.choice("place", ["anywhere", "after", "before"], "anywhere"),
});

function meets(scene: Scene, { all, any, none, within, place }: Clause, cue: Place | undefined): boolean {
  if (none.some(selector => holds(scene, selector))) return false;
  if (any.length && !any.some(selector => placed(selector))) return false;
  return all.every(placed);

  function placed(selector: Selector): boolean {
    const found = pick(scene, selector).filter(signal => fits(signal.evidence[0]));
    return found.length >= selector.atLeast;
  }
  function fits(at: Place | undefined): boolean {
    if (!cue || !at) return true;
    if (place === "after" && at.turn <= cue.turn) return false;
    if (place === "before" && at.turn >= cue.turn) return false;
    return (
      within === 0 ||
      (at.turn >= cue.turn && runsBetween(scene.transcript.turns, cue.turn, at.turn) <= within)
    );
  }
}
