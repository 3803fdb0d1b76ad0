import type { Entry } from "./entries.js";
import { isSentence, paragraphsIn, WORDING } from "./wording-cells.js";

/** A text of a file of keys and values: what leads to it, and where each of its characters stands. */
export interface WrittenText {
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** 0-based offset in the file of the character at `index`. */
  at(index: number): number;
}

/** Keys whose text is what an entry is called, best first. */
const NAMES: readonly string[] = ["title", "name", "shortcut", "label", "key", "slug", "id"];

/**
 * Canned replies of a JSON or YAML file as entries: of each item of the outermost list, and of each mapping outside it,
 * the keys asked for, or those named for wording, or all texts that are sentences. What stands in one item is one entry,
 * so that what softens a refusal there counts.
 */
export function entriesOfTexts(texts: readonly WrittenText[], keys: readonly string[]): readonly Entry[] {
  const asked = new Set(keys.map(name => name.toLowerCase()));
  const isNamed = ({ path }: WrittenText): boolean =>
    asked.size > 0 ? asked.has(keyOf(path).toLowerCase()) : WORDING.test(keyOf(path));
  const names = namesOf(texts);
  return grouped(texts).flatMap(({ home, item, inside }): readonly Entry[] => {
    const named = inside.filter(isNamed);
    if (named.length > 0) return entryOf(named, names.get(home));
    const sentences = asked.size > 0 ? [] : inside.filter(({ text }) => isSentence(text));
    return item ? entryOf(sentences, names.get(home)) : sentences.flatMap(one => entryOf([one], undefined));
  });
}

interface Group {
  readonly home: string;
  /** An item of a list, not a mapping of separate texts. */
  readonly item: boolean;
  readonly inside: WrittenText[];
}

function grouped(texts: readonly WrittenText[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const one of texts) {
    const { path } = one;
    const list = path.findIndex(step => typeof step === "number");
    const item = list >= 0 && list < path.length - 1;
    const home = JSON.stringify(path.slice(0, item ? list + 1 : -1));
    const group = groups.get(home);
    if (group) group.inside.push(one);
    else groups.set(home, { home, item, inside: [one] });
  }
  return [...groups.values()];
}

function entryOf(texts: readonly WrittenText[], name = keyOf(texts[0]?.path ?? [])): readonly Entry[] {
  const paragraphs = texts.flatMap(({ text, at }) => paragraphsIn(text, at));
  return paragraphs.length === 0 ? [] : [{ paragraphs, ...(name !== "" && { name }) }];
}

/** Keys that are asked for and nowhere there. */
export function missingKeys(texts: readonly WrittenText[], keys: readonly string[]): readonly string[] {
  const there = new Set(texts.map(({ path }) => keyOf(path).toLowerCase()));
  return keys.filter(name => !there.has(name.toLowerCase()));
}

/** The last key that is a name: of a text in a list, the key of the list. */
const keyOf = (path: readonly (string | number)[]): string =>
  String(path.findLast(one => typeof one === "string") ?? "");

function namesOf(texts: readonly WrittenText[]): ReadonlyMap<string, string> {
  const names = new Map<string, { readonly rank: number; readonly text: string }>();
  for (const { path, text } of texts) {
    const rank = NAMES.indexOf(String(path.at(-1)).toLowerCase());
    if (rank < 0) continue;
    const home = JSON.stringify(path.slice(0, -1));
    const known = names.get(home);
    if (known === undefined || rank < known.rank) names.set(home, { rank, text });
  }
  return new Map([...names].map(([home, { text }]) => [home, text]));
}
