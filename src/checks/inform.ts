import type { CheckKind } from "../model/index.js";
import { inWords, pick, type Selector, selectors } from "./shared/select.js";
import { onePerTurn } from "./shared/turns.js";

interface Options {
  readonly counts: readonly Selector[];
  /** From this many on, the remark says that care is due. */
  readonly above: number;
  readonly what: string;
}

/** Counts something and judges nobody: care for the agent, no check on them. */
export const inform: CheckKind<Options> = {
  name: "inform",
  summary: "Counts acts and gives no verdict; above a number it says that care is due",

  parse(fields) {
    const counts = selectors(fields, "counts");
    return { counts, above: fields.number("above", 3), what: fields.text("what", inWords(counts)) };
  },

  asks: ({ counts, above }) =>
    `How often ${inWords(counts)} occurs; from ${above} on, care is due. Judges nobody`,

  judge({ counts, above, what }, scene) {
    const evidence = onePerTurn(
      counts.flatMap(selector => pick(scene, selector).flatMap(signal => signal.evidence.slice(0, 1))),
    );
    const message = `${evidence.length} ${what}`;
    return {
      verdict: "na",
      message,
      evidence,
      ...(evidence.length >= above && {
        remark: "A break or a debrief is due; asking for support is a strength",
      }),
    };
  },
};
