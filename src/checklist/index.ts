import type { Checklist, Problem } from "../model/index.js";
import type { Lexicon } from "../text/index.js";
import { type Base, writtenBase } from "./base.js";
import { closest } from "./closest.js";
import type { Language } from "./language.js";
import { type Loaded, readChecklist } from "./load.js";
import { locate, type Read } from "./locate.js";
import { SHIPPED } from "./shipped.js";

export { ACTS } from "./base.js";
export { SHIPPED } from "./shipped.js";

/** Everything judging needs: the scorecards, the phrases compiled, and what was wrong with them. */
export interface LoadedRules {
  readonly checklists: readonly Checklist[];
  readonly lexicon: Lexicon;
  /** Phrases and acts of the scorecards that change what ships. */
  readonly own: ReadonlyMap<Checklist, Language>;
  readonly problems: readonly Problem[];
}

/** Loads scorecards by shipped name, by path or by package; `read` gives a file's text or throws. */
export function loadChecklists(names: readonly string[], read: Read): LoadedRules {
  return loadOn(writtenBase(read), names, read);
}

/** The same, on what ships as it was read or compiled already. */
export function loadOn(base: Base, names: readonly string[], read: Read): LoadedRules {
  const own = new Map<Checklist, Language>();
  const problems: Problem[] = [];
  const checklists = names.flatMap(name => {
    const loaded = loadOne(name, base, read);
    problems.push(...loaded.problems);
    if (!loaded.checklist) return [];
    if (loaded.language) own.set(loaded.checklist, loaded.language);
    return [loaded.checklist];
  });
  return { checklists, lexicon: base.lexicon, own, problems: once([...base.problems, ...problems]) };
}

/** A list that several take from is wrong only once. */
const once = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map(problem => [JSON.stringify(problem), problem])).values(),
];

/** All scorecards that ship. */
export const shippedChecklists = (read: Read): readonly Checklist[] =>
  loadChecklists(SHIPPED, read).checklists;

function loadOne(name: string, base: Base, read: Read): Loaded {
  const checklist = base.shipped(name);
  if (checklist) return { checklist, problems: [] };
  const found = locate(name, "", read);
  return found ? readChecklist(found.path, found.text, { base, read }) : { problems: [unknown(name)] };
}

function unknown(name: string): Problem {
  const looksLikeFile = /[./\\]/.test(name);
  const expected = looksLikeFile ? "a file that can be read" : closest(name, SHIPPED);
  return {
    source: name,
    code: "unknown-checklist",
    effect: "unreadable",
    named: true,
    message: `Unexpected checklist \`${name}\`, expected ${expected}`,
  };
}
