import * as detectors from "../detectors/index.js";
import type { Check, Checklist, Problem } from "../model/index.js";
import type { Lexicon } from "../text/index.js";
import { hashBook } from "./language.js";
import { readChecklist } from "./load.js";
import type { Read } from "./locate.js";
import { type Book, bookOf, compileBook, readBook, reportPhrases } from "./phrasebook.js";
import { isShipped, LANGUAGE, languagePath, SHIPPED, shippedPath } from "./shipped.js";

/** Ids of all acts that detectors may give. */
export const ACTS: ReadonlySet<string> = new Set(
  Object.values(detectors).flatMap(({ name, acts }) => acts ?? [name]),
);

/** What ships: what a list of somebody's own is built on. */
export interface Base {
  readonly acts: ReadonlySet<string>;
  readonly lexicon: Lexicon;
  /** Hash of the phrases that ship. */
  readonly hash: string;
  readonly names: readonly string[];
  /** Checks that any list may take by id. */
  known(): ReadonlyMap<string, Check>;
  /** A scorecard that ships, by name; those that bring phrases of their own are read like anybody's (`shippedPath`). */
  shipped(name: string): Checklist | undefined;
  /** Phrases and classes that ship, as written. */
  book(): Book;
  readonly problems: readonly Problem[];
}

/** What ships, as it was compiled when attune was built. */
export interface CompiledRules {
  readonly lexicon: Lexicon;
  readonly hash: string;
  readonly lists: Readonly<Record<string, Checklist>>;
  readonly classes: Readonly<Record<string, readonly string[]>>;
}

/** The same as a base; no YAML is read for it. */
export function compiledBase({ lexicon, hash, lists, classes }: CompiledRules): Base {
  return {
    acts: ACTS,
    lexicon,
    hash,
    names: SHIPPED,
    known: once(() => knownOf(lists.complete)),
    shipped: name => (isShipped(name) ? lists[name] : undefined),
    book: once(() => bookOf(lexicon, classes)),
    problems: [],
  };
}

/** What ships, from its YAML. */
export function writtenBase(read: Read): Base {
  const book = readBook(languageFiles(read));
  const compiled = compileBook(book);
  reportPhrases(book, compiled);
  const problems: Problem[] = [...book.problems];
  const lists = new Map<string, Checklist | undefined>();
  const base: Base = {
    acts: ACTS,
    lexicon: compiled.lexicon,
    hash: hashBook(book),
    names: SHIPPED,
    // `complete` is what the others take from; it takes from nobody.
    known: () => (lists.has("complete") ? knownOf(lists.get("complete")) : new Map()),
    shipped(name) {
      if (isShipped(name) && !lists.has(name)) lists.set(name, readShipped(name));
      return lists.get(name);
    },
    book: () => book,
    problems,
  };
  const readShipped = (name: string): Checklist | undefined => {
    const loaded = readChecklist(shippedPath(name), read(shippedPath(name)), { base, read });
    problems.push(...loaded.problems);
    return loaded.language ? undefined : loaded.checklist;
  };
  base.shipped("complete");
  return base;
}

const knownOf = (complete: Checklist | undefined): ReadonlyMap<string, Check> =>
  new Map((complete?.checks ?? []).map(check => [check.id, check]));

const languageFiles = (read: Read): readonly { readonly path: string; readonly text: string }[] =>
  LANGUAGE.map(file => ({ path: languagePath("en", file), text: read(languagePath("en", file)) }));

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
