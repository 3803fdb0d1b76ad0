import {
  LIMIT_KINDS,
  LIMITS,
  type LimitName,
  type Limits,
  limitValue,
  sizeText,
} from "../../engine/limits.js";
import { unexpectedName } from "../unexpected.js";
import { isMapping, type Key, type Mistake } from "./read.js";

const NAMES = Object.keys(LIMITS) as readonly LimitName[];

/** How much one input may ask: `limits:` in a config, `--limit NAME=VALUE` on the command line. */
export const limitsKey: Key<Partial<Limits>> = {
  summary:
    "How much one input may ask of attune, by name: expanded, ratio, entries, nesting, depth, line, document, turns, speakers",
  fallback: {},
  merged: true,
  show: value => NAMES.flatMap(name => shown(name, value[name])).join(", "),
  read(written) {
    const pairs = pairsIn(written);
    if (pairs === undefined) return { expected: "limits by name, such as `line: 64MB`" };
    const mistakes: Mistake[] = [];
    const value: { [K in LimitName]?: number } = {};
    for (const [name, raw] of pairs) {
      const known = NAMES.find(each => each === name);
      const number = known && limitValue(known, raw);
      if (known === undefined) mistakes.push({ at: [name], message: unexpectedName("limit", name, NAMES) });
      else if (number === undefined) mistakes.push({ at: [name], message: wrong(known, raw) });
      else value[known] = number;
    }
    return mistakes.length > 0 ? { mistakes } : { value };
  },
};

function pairsIn(written: unknown): readonly (readonly [string, unknown])[] | undefined {
  if (isMapping(written)) return Object.entries(written);
  const list: readonly unknown[] = Array.isArray(written) ? written : [written];
  const pairs = list.map(item => (typeof item === "string" ? /^([^=]*)=(.*)$/s.exec(item) : null));
  return pairs.every(pair => pair !== null)
    ? pairs.map(pair => [pair[1] ?? "", pair[2]] as const)
    : undefined;
}

function wrong(name: LimitName, raw: unknown): string {
  const { what, size, most } = LIMIT_KINDS[name];
  const kind = size ? "a size such as 64MB" : "a whole number";
  const top = most < Number.MAX_SAFE_INTEGER ? ` up to ${size ? sizeText(most) : most}` : "";
  return `Unexpected \`${String(raw).slice(0, 40)}\` for the limit \`${name}\` (${what}), expected ${kind}${top}`;
}

function shown(name: LimitName, value: number | undefined): readonly string[] {
  return value === undefined ? [] : [`${name}=${LIMIT_KINDS[name].size ? sizeText(value) : value}`];
}
