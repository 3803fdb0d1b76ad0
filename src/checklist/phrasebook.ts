import type { Problem } from "../model/index.js";
import {
  compileLexicon,
  entriesOf,
  GUARDS,
  type Guard,
  type Lexicon,
  type PhrasebookMistake,
  type PhraseList,
} from "../text/index.js";
import { isMap, isScalar, isSeq, readYaml, type YamlFile } from "./yaml.js";

/** Phrases and word classes of one language, as files name them. */
export interface Book {
  readonly classes: Map<string, readonly string[]>;
  readonly lists: Map<string, PhraseList>;
  readonly problems: Problem[];
  /** Reports a mistake in a phrase where it is written. */
  readonly places: ReadonlyMap<string, (message: string) => void>;
}

/** A book that is being read. */
type Open = Book & { readonly places: Map<string, (message: string) => void> };

/** Reads a language's files into one book; a list or class named twice is a mistake. */
export function readBook(files: readonly { readonly path: string; readonly text: string }[]): Book {
  const book: Open = { classes: new Map(), lists: new Map(), problems: [], places: new Map() };
  for (const { path, text } of files) {
    const file = readYaml(path, text);
    readFile(file, book);
    book.problems.push(...file.problems.splice(0));
  }
  return book;
}

/** A book compiled, and its phrases that could not be. */
export interface Compiled {
  readonly lexicon: Lexicon;
  readonly mistakes: readonly PhrasebookMistake[];
}

/** Compiles a book. */
export const compileBook = ({ classes, lists }: Book): Compiled =>
  compileLexicon({ classes, lists: [...lists.values()] });

/** The book that a lexicon was compiled from, given its classes. */
export function bookOf(lexicon: Lexicon, classes: Readonly<Record<string, readonly string[]>>): Book {
  const lists = new Map<string, PhraseList>(
    lexicon.lists.map(name => [name, { name, guards: [], phrases: [] }]),
  );
  for (const { list: name, phrase, guards } of entriesOf(lexicon)) {
    const { phrases } = lists.get(name) as PhraseList;
    lists.set(name, { name, guards, phrases: [...phrases, phrase] });
  }
  return { classes: new Map(Object.entries(classes)), lists, problems: [], places: new Map() };
}

/** Reports phrases that could not be compiled where they are written. */
export function reportPhrases({ places }: Book, { mistakes }: Compiled): void {
  for (const { list, phrase, message } of mistakes)
    places.get(placeKey(list, phrase))?.(`Unexpected phrase «${phrase}»: ${message}`);
}

/** Key of a phrase among the places where phrases are written. */
export const placeKey = (list: string, phrase: string): string => `${list}\0${phrase}`;

function readFile(file: YamlFile, book: Open): void {
  if (!isMap(file.root)) return;
  for (const { key, value } of file.root.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (name === "classes") for (const [each, node] of entries(file, value)) addClass(file, book, each, node);
    else if (name === "lists")
      for (const [each, node] of entries(file, value)) addList(file, book, each, node);
    else file.wrong(key, `Unexpected \`${name}\`, expected \`classes\` or \`lists\``);
  }
}

function entries(file: YamlFile, node: unknown): readonly (readonly [string, unknown])[] {
  if (!isMap(node)) {
    file.wrong(node, "Unexpected entry, expected names with lists below them");
    return [];
  }
  return node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : "", value]);
}

function addClass(file: YamlFile, book: Book, name: string, node: unknown): void {
  if (book.classes.has(name))
    file.wrong(node, `Unexpected second class \`${name}\`, expected one of that name`);
  book.classes.set(name, texts(file, node));
}

function addList(file: YamlFile, book: Open, name: string, node: unknown): void {
  if (book.lists.has(name)) file.wrong(node, `Unexpected second list \`${name}\`, expected one of that name`);
  if (!isMap(node)) {
    file.wrong(node, `Unexpected list \`${name}\`, expected \`guards\` and \`phrases\``);
    return;
  }
  const guards = texts(file, node.get("guards", true)).filter((guard): guard is Guard => {
    const known = GUARDS.some(each => each === guard);
    if (!known)
      file.wrong(node.get("guards", true), `Unexpected guard \`${guard}\`, expected ${GUARDS.join(", ")}`);
    return known;
  });
  const phrases = node.get("phrases", true);
  if (isSeq(phrases))
    for (const item of phrases.items)
      if (isScalar(item)) book.places.set(placeKey(name, String(item.value)), wrongAt(file, item, book));
  book.lists.set(name, {
    name,
    guards: GUARDS.filter(guard => guards.includes(guard)),
    phrases: texts(file, phrases),
  });
}

const wrongAt =
  (file: YamlFile, node: unknown, book: Book) =>
  (message: string): void => {
    file.wrong(node, message, "bad-phrase");
    book.problems.push(...file.problems.splice(0));
  };

function texts(file: YamlFile, node: unknown): readonly string[] {
  if (!isSeq(node)) {
    file.wrong(node, "Unexpected value, expected a list of texts");
    return [];
  }
  return node.items.flatMap(item => {
    if (isScalar(item) && item.value !== null && typeof item.value !== "object") return [String(item.value)];
    file.wrong(item, "Unexpected entry, expected a text (quote it if it begins with a mark)");
    return [];
  });
}
