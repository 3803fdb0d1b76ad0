import type { CheckKind, Place } from "../model/index.js";
import { inWords, pick, type Selector, selectors } from "./shared/select.js";
import { onePerTurn } from "./shared/turns.js";

interface Options {
  readonly more: readonly Selector[];
  readonly less: readonly Selector[];
  readonly what: string;
  readonly than: string;
}

/** More of this than of that. */
export const balance: CheckKind<Options> = {
  name: "balance",
  summary: "More of one act than of another; none of the other passes",

  parse(fields) {
    const [more, less] = [selectors(fields, "more"), selectors(fields, "less")];
    return {
      more,
      less,
      what: fields.text("what", inWords(more)),
      than: fields.text("than", inWords(less)),
    };
  },

  asks: ({ more, less }) => `More ${inWords(more)} than ${inWords(less)}`,

  judge({ more, less, what, than }, scene) {
    const good = places(more);
    const bad = places(less);
    if (!good.length && !bad.length)
      return { verdict: "na", message: `Nothing was asked, refused or offered`, evidence: [] };
    const verdict = !bad.length ? "pass" : good.length > bad.length ? "partial" : "fail";
    const message = `Expected more ${what} than ${than}, heard ${good.length} against ${bad.length}`;
    return { verdict, message, evidence: verdict === "pass" ? good : bad };

    function places(list: readonly Selector[]): readonly Place[] {
      return onePerTurn(list.flatMap(selector => pick(scene, selector).flatMap(signal => signal.evidence)));
    }
  },
};
