import { createHash } from "node:crypto";
import type { OwnAct } from "../model/index.js";
import type { Lexicon, PhraseList } from "../text/index.js";
import { type Book, type Compiled, compileBook, placeKey } from "./phrasebook.js";

/** Phrases compiled, and the acts that a checklist brings along. */
export interface Language {
  readonly lexicon: Lexicon;
  readonly acts: readonly OwnAct[];
  /** Phrases that the checklist wrote itself, as `list: phrase`; left out where it wrote none. */
  readonly written?: ReadonlySet<string>;
}

/** Phrases or words to add to and take away from something that ships, with a way to report at its name. */
export interface Edit {
  readonly name: string;
  readonly add: readonly string[];
  readonly remove: readonly string[];
  wrong(message: string): void;
}

/** What a checklist changes in the language it is judged with. */
export interface Changes {
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly classEdits: readonly Edit[];
  readonly lists: ReadonlyMap<string, PhraseList>;
  readonly edits: readonly Edit[];
  readonly acts: readonly OwnAct[];
  /** Reports a mistake in a phrase where it is written. */
  readonly places: ReadonlyMap<string, (message: string) => void>;
}

/** A checklist that changes nothing. */
export const NO_CHANGES: Changes = {
  classes: new Map(),
  classEdits: [],
  lists: new Map(),
  edits: [],
  acts: [],
  places: new Map(),
};

/** Whether the phrases must be compiled anew. */
export const changes = ({ classes, classEdits, lists, edits, acts }: Changes): boolean =>
  classes.size + classEdits.length + lists.size + edits.length + acts.length > 0;

/** Changes one after the other: what a list extends, then its own. */
export function joined(all: readonly Changes[]): Changes {
  return {
    classes: new Map(all.flatMap(each => [...each.classes])),
    classEdits: all.flatMap(each => each.classEdits),
    lists: new Map(all.flatMap(each => [...each.lists])),
    edits: all.flatMap(each => each.edits),
    acts: [...new Map(all.flatMap(each => each.acts.map(act => [act.name, act] as const))).values()],
    places: new Map(all.flatMap(each => [...each.places])),
  };
}

/** Phrases that one checklist may hold in all; the tables number them in 16 bits. */
const MOST_PHRASES = 30_000;

/** A language with the changes of a checklist in it, compiled; mistakes are reported where they are written. */
export function changed(
  book: Book,
  shipped: Lexicon,
  own: Changes,
): { readonly language: Language; readonly hash: string } {
  const classes = new Map([...book.classes, ...own.classes]);
  for (const edit of own.classEdits) classes.set(edit.name, edited(classes.get(edit.name) ?? [], edit));
  const lists = new Map([...book.lists, ...own.lists]);
  for (const edit of own.edits) {
    const list = lists.get(edit.name);
    if (list) lists.set(edit.name, { ...list, phrases: edited(list.phrases, edit) });
  }
  const count = [...lists.values()].reduce((sum, { phrases }) => sum + phrases.length, 0);
  if (count > MOST_PHRASES) {
    [...own.places.values()].at(-1)?.(`Unexpected ${count} phrases, expected at most ${MOST_PHRASES}`);
    lists.clear();
  }
  const mine: Book = { ...book, classes, lists };
  const { lexicon, mistakes } = compiled(mine, shipped, own);
  const written = new Set([...own.places.keys()].map(key => key.replace("\0", ": ")));
  for (const { list, phrase, message } of mistakes)
    own.places.get(placeKey(list, phrase))?.(`Unexpected phrase «${phrase}»: ${message}`);
  return { language: { lexicon, acts: own.acts, written }, hash: hashBook(mine, own.acts) };
}

/** What is only added is compiled apart, on top of what ships; what is taken away, or a class changed, needs it all anew. */
function compiled(mine: Book, shipped: Lexicon, { classEdits, edits, lists }: Changes): Compiled {
  if (classEdits.length > 0 || edits.some(({ remove }) => remove.length > 0)) return compileBook(mine);
  const added = new Map<string, PhraseList>();
  for (const name of [...lists.keys(), ...edits.map(edit => edit.name)]) {
    const list = mine.lists.get(name);
    const phrases = lists.has(name)
      ? list?.phrases
      : edits.filter(edit => edit.name === name).flatMap(({ add }) => add);
    if (list && phrases) added.set(name, { ...list, phrases });
  }
  const { lexicon, mistakes } = compileBook({ ...mine, lists: added });
  return { lexicon: { ...shipped, onTop: lexicon }, mistakes };
}

function edited(texts: readonly string[], { name, add, remove, wrong }: Edit): readonly string[] {
  for (const each of remove)
    if (!texts.includes(each))
      wrong(`Unexpected «${each}» to take away, expected a text as it stands in \`${name}\``);
  return [...texts.filter(each => !remove.includes(each)), ...add.filter(each => !texts.includes(each))];
}

/** Hash of everything in a language that can change a verdict: classes, phrases, guards and acts, comments aside. */
export function hashBook({ classes, lists }: Book, acts: readonly OwnAct[] = []): string {
  const sorted = <T>(map: ReadonlyMap<string, T>): readonly (readonly [string, T])[] =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([sorted(classes), sorted(lists), acts]))
    .digest("hex");
}
