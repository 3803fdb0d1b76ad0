import type { Rate } from "../../gate/bar.js";
import { isMapping, type Key, type Mistake } from "./read.js";

/** A value as it may be written: `80%`, `80 %`, or 0.8. */
function rateOf(written: unknown): number | undefined {
  const [, figure, percent] = /^\s*(\d{1,3}(?:\.\d{1,6})?)\s*(%?)\s*$/.exec(String(written)) ?? [];
  if (figure === undefined) return undefined;
  const rate = Number(figure) / (percent === "%" ? 100 : 1);
  return rate <= 1 ? rate : undefined;
}

const EXPECTED = "a rate from 0 to 1, or a percentage such as 80%";

function pairsOf(
  value: unknown,
): readonly (readonly [at: string | number, check: string, rate: unknown])[] | undefined {
  if (isMapping(value)) return Object.entries(value).map(([check, rate]) => [check, check, rate]);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const pairs = list.map((one, at) => {
    const [, check, rate] = typeof one === "string" ? (/^\s*([^=\s]+)\s*=(.*)$/s.exec(one) ?? []) : [];
    return check === undefined ? undefined : ([at, check, rate] as const);
  });
  return pairs.every(pair => pair !== undefined) ? pairs : undefined;
}

/** `per-check`: `empathy=0.8` by flag, a mapping or a list of such in a file. */
export const perCheckKey: Key<readonly Rate[]> = {
  summary: "Least share of conversations in which a check must pass, of those in which it applied",
  fallback: [],
  show: rates => rates.map(({ check, rate }) => `${check}=${rate}`).join(", "),
  read(value) {
    const pairs = pairsOf(value);
    if (pairs === undefined || pairs.length === 0)
      return { expected: "name=rate, such as empathy=0.8 or empathy=80%" };
    const mistakes: Mistake[] = [];
    const rates = new Map<string, number>();
    for (const [at, check, written] of pairs) {
      const rate = rateOf(written);
      if (rate === undefined)
        mistakes.push({
          at: [at],
          message: `Unexpected rate \`${String(written)}\` of ${check}, expected ${EXPECTED}`,
        });
      else rates.set(check, rate);
    }
    return mistakes.length > 0
      ? { mistakes }
      : { value: [...rates].map(([check, rate]) => ({ check, rate })) };
  },
};
