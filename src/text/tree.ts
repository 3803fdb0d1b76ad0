import type { Phrasebook, PhrasebookMistake, PhraseList } from "./book.js";
import { STEERING } from "./book.js";
import { BARE } from "./contractions.js";
import { type Edge, parsePhrase, type Step } from "./phrase.js";

/** A step of the phrase tree: any of these words leads to that node. */
export interface Branch {
  readonly words: readonly number[];
  readonly shout: boolean;
  readonly to: Node;
}

/** A node of the phrase tree. */
export interface Node {
  readonly branches: Map<string, Branch>;
  /** After any one word. */
  any: Node | undefined;
  readonly gaps: { readonly upTo: number; readonly to: Node }[];
  readonly edges: { readonly at: Edge; readonly to: Node }[];
  /** Phrases that end here. */
  readonly ends: number[];
}

/** A phrase with what its list says of it. */
export interface Entry {
  readonly list: PhraseList;
  readonly phrase: string;
}

const newNode = (): Node => ({ branches: new Map(), any: undefined, gaps: [], edges: [], ends: [] });

/** Phrases as a tree over word ids: what the flat lexicon is made from, and what a plain matcher can walk. */
export interface PhraseTree {
  readonly root: Node;
  readonly entries: Entry[];
  readonly mistakes: PhrasebookMistake[];
  /** Word → id; ids begin at 1, 0 is any word outside the vocabulary. */
  readonly words: Map<string, number>;
}

/** Reads all phrases of a book into one tree; those that cannot be read are its mistakes. */
export function buildTree(book: Phrasebook): PhraseTree {
  const tree: PhraseTree = { root: newNode(), entries: [], mistakes: [], words: new Map() };
  for (const name of Object.keys(STEERING)) for (const word of book.classes.get(name) ?? []) idOf(tree, word);
  for (const list of book.lists) for (const phrase of list.phrases) add(tree, book, list, phrase);
  return tree;
}

function add(tree: PhraseTree, book: Phrasebook, list: PhraseList, phrase: string): void {
  const sequences = parsePhrase(phrase);
  if (!Array.isArray(sequences)) {
    tree.mistakes.push({ list: list.name, phrase, ...sequences });
    return;
  }
  const unknown = sequences.flat().find(step => step.kind === "class" && !book.classes.has(step.name));
  if (unknown?.kind === "class") {
    const known = [...book.classes.keys()].map(each => `<${each}>`).join(", ");
    const message = `Unexpected class \`<${unknown.name}>\`, expected one of ${known}`;
    tree.mistakes.push({ list: list.name, phrase, at: phrase.indexOf("<"), message });
    return;
  }
  const entry = tree.entries.push({ list, phrase }) - 1;
  for (const steps of sequences)
    for (const variant of withBare(steps)) {
      const end = variant.reduce((node, step) => next(tree, book, node, step), tree.root);
      if (!end.ends.includes(entry)) end.ends.push(entry);
    }
}

function next(tree: PhraseTree, book: Phrasebook, node: Node, step: Step): Node {
  switch (step.kind) {
    case "any":
      node.any ??= newNode();
      return node.any;
    case "gap":
      return shared(node.gaps, { upTo: step.upTo, to: newNode() }, gap => gap.upTo === step.upTo);
    case "edge":
      return shared(node.edges, { at: step.at, to: newNode() }, edge => edge.at === step.at);
    case "class":
      return branch(tree, node, book.classes.get(step.name) ?? [], false);
    case "word":
      return branch(tree, node, step.words, step.shout ?? false);
  }
}

function branch(tree: PhraseTree, node: Node, words: readonly string[], shout: boolean): Node {
  const ids = [...new Set(words.map(word => idOf(tree, word)))].sort((a, b) => a - b);
  const key = `${shout ? "!" : ""}${ids.join(" ")}`;
  let found = node.branches.get(key);
  if (!found) {
    found = { words: ids, shout, to: newNode() };
    node.branches.set(key, found);
  }
  return found.to;
}

function idOf({ words }: PhraseTree, word: string): number {
  let id = words.get(word);
  if (id === undefined) {
    id = words.size + 1;
    words.set(word, id);
  }
  return id;
}

function shared<T extends { readonly to: Node }>(list: T[], made: T, same: (each: T) => boolean): Node {
  const found = list.find(same);
  if (found) return found.to;
  list.push(made);
  return made.to;
}

/** «i will call» is also written "ill call": the first such pair gives a second sequence. */
function withBare(steps: readonly Step[]): (readonly Step[])[] {
  for (let i = 0; i + 2 < steps.length; i++) {
    const [a, b] = [steps[i], steps[i + 1]];
    if (a?.kind !== "word" || b?.kind !== "word") continue;
    const bare = a.words.flatMap(x => b.words.flatMap(y => BARE.get(`${x} ${y}`) ?? []));
    if (bare.length)
      return [steps, [...steps.slice(0, i), { kind: "word", words: bare }, ...steps.slice(i + 2)]];
  }
  return [steps];
}
