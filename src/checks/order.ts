import type { CheckKind, Place, Scene } from "../model/index.js";
import { inWords, placesOf, type Selector, selectors } from "./shared/select.js";
import { onePerTurn } from "./shared/turns.js";

interface Options {
  readonly earlier: readonly Selector[];
  readonly later: readonly Selector[];
  /** What the first of them counts where it came too late. */
  readonly late: "fail" | "partial";
  readonly what: string;
  readonly than: string;
}

/** This before that. */
export const order: CheckKind<Options> = {
  name: "order",
  summary: "One act comes before another; where the other never comes, nothing called for it",

  parse(fields) {
    const earlier = selectors(fields, "earlier");
    const later = selectors(fields, "later");
    for (const name of ["earlier", "later"])
      if (!fields.has(name)) fields.wrong(name, `Unexpected lack of \`${name}\`, expected acts`);
    return {
      earlier,
      later,
      late: fields.choice("late", ["fail", "partial"], "fail"),
      what: fields.text("what", inWords(earlier)),
      than: fields.text("than", inWords(later)),
    };
  },

  asks: ({ earlier, later }) => `${inWords(earlier)} comes before ${inWords(later)}`,

  judge({ earlier, later, late, what, than }, scene) {
    const [second] = inPlace(scene, later);
    if (!second)
      return { verdict: "na", message: `Nothing here called for ${what} before ${than}`, evidence: [] };
    const [first] = inPlace(scene, earlier);
    const opportunities = [{ cue: second }];
    if (!first)
      return {
        verdict: "fail",
        message: `Expected ${what} before ${than}, heard none`,
        evidence: [second],
        opportunities,
      };
    if (comesBefore(first, second))
      return {
        verdict: "pass",
        message: `Expected ${what} before ${than}, heard it`,
        evidence: [first, second],
      };
    return {
      verdict: late,
      message: `Expected ${what} before ${than}, heard it only after`,
      evidence: [second, first],
      opportunities,
    };
  },
};

const inPlace = (scene: Scene, all: readonly Selector[]): readonly Place[] =>
  onePerTurn(placesOf(scene, all));

const comesBefore = (a: Place, b: Place): boolean =>
  a.turn < b.turn || (a.turn === b.turn && a.from < b.from);
