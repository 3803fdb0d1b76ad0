import { listsOf } from "../checklist/act-lists.js";
import type { Language } from "../checklist/language.js";
import type { Check, Checklist, Verdict } from "../model/index.js";
import { entriesOf } from "../text/index.js";
import { checksIn } from "./examples.js";

/** Examples a check should have: of each verdict that its kind decides, and one that looks like another and is not. */
const ENOUGH = 3;

/** A check and what its examples lack, in words. */
export interface Wanting {
  readonly check: string;
  readonly wants: readonly string[];
}

/** Checks of a list that have too few examples. Items made of others are tried by their parts. */
export function wanting(list: Checklist): readonly Wanting[] {
  return checksIn(list.checks)
    .filter(({ parts }) => parts === undefined)
    .map(check => ({ check: check.id, wants: wantsOf(check) }))
    .filter(({ wants }) => wants.length > 0);
}

function wantsOf(check: Check): readonly string[] {
  const has = (verdicts: readonly Verdict[]): number =>
    check.examples.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const sides: readonly (readonly Verdict[])[] = [
    canPass(check) ? ["pass"] : ["na"],
    canFail(check) ? ["fail"] : ["partial", "na"],
  ];
  const short = [...new Map(sides.map(side => [side.join(" or "), side])).entries()].flatMap(
    ([name, side]) => (has(side) >= ENOUGH ? [] : [`${name} ${has(side)} of ${ENOUGH}`]),
  );
  return check.examples.some(({ near }) => near) ? short : [...short, "a near miss"];
}

const canPass = ({ kind }: Check): boolean => kind !== "inform";

/** Where nothing was done, some checks say that nothing was called for. */
function canFail({ kind, options }: Check): boolean {
  if (kind === "inform") return false;
  const { otherwise } = (options ?? {}) as { readonly otherwise?: Verdict };
  return otherwise === undefined || otherwise === "fail";
}

/** Phrases of the acts a list asks about (of a list with phrases of its own: those alone) that counted in no example. */
export function neverFired(
  list: Checklist,
  { lexicon, acts, written }: Language,
  fired: ReadonlySet<string>,
): { readonly phrases: readonly { readonly list: string; readonly phrase: string }[]; readonly of: number } {
  const entries = entriesOf(lexicon);
  const names = new Set(entries.map(entry => entry.list));
  const asked = new Set(actsIn(list).flatMap(act => listsOf(act, names)));
  for (const act of acts) asked.add(act.list);
  const all = entries.filter(({ list: name, phrase }) =>
    written ? written.has(`${name}: ${phrase}`) : asked.has(name),
  );
  return {
    phrases: all.filter(({ list: name, phrase }) => !fired.has(`${name}: ${phrase}`)),
    of: all.length,
  };
}

/** Acts that the checks of a list ask about, wherever their options name them. */
export function actsIn(list: Checklist): readonly string[] {
  const found = new Set<string>();
  const waiting: unknown[] = checksIn(list.checks).map(({ options }) => options);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== "object" || next === null) continue;
    const { act } = next as { readonly act?: unknown };
    if (typeof act === "string") found.add(act);
    waiting.push(...Object.values(next).filter(value => value !== undefined));
  }
  return [...found].sort();
}
