import type { CheckKind } from "../model/index.js";
import { holds, inWords, pick, placesOf, type Selector, selectors } from "./shared/select.js";
import { onePerTurn } from "./shared/turns.js";

interface Options {
  readonly acts: readonly Selector[];
  readonly when: readonly Selector[];
  readonly atLeast: number;
  readonly what: string;
}

/** An act occurs in scope, often enough. */
export const include: CheckKind<Options> = {
  name: "include",
  summary: "An act occurs in scope at least so many times; fewer is partial",

  parse(fields) {
    const acts = selectors(fields, "acts");
    if (!fields.has("acts")) fields.wrong("acts", "Unexpected lack of `acts`, expected what must be heard");
    const when = selectors(fields, "when");
    return {
      acts,
      when,
      atLeast: fields.number("at-least", 1),
      what: fields.text("what", inWords(acts)),
    };
  },

  asks: ({ acts, atLeast, when }) =>
    `${inWords(acts)} occurs at least ${atLeast === 1 ? "once" : `${atLeast} times`}${when.length ? `, where there is ${inWords(when)}` : ""}`,

  judge({ acts, when, atLeast, what }, scene) {
    if (when.length && !when.some(selector => holds(scene, selector)))
      return { verdict: "na", message: `Nothing here called for ${what}`, evidence: [] };
    const found = acts.flatMap(selector => pick(scene, selector)).length;
    const verdict = found >= atLeast ? "pass" : found > 0 ? "partial" : "fail";
    const times = atLeast === 1 ? "" : ` at least ${atLeast} times`;
    const heard =
      found === 0 ? "none" : atLeast === 1 ? "it" : `it ${found === 1 ? "once" : `${found} times`}`;
    return {
      verdict,
      message: `Expected ${what}${times}, heard ${heard}`,
      evidence: onePerTurn(placesOf(scene, found === 0 ? when : acts)),
    };
  },
};
