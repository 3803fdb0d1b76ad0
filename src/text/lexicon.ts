import { aheadOf } from "./ahead.js";
import { GUARDS, type Guard, type Phrasebook, type PhrasebookMistake, STEERING } from "./book.js";
import { CONTRACTIONS } from "./contractions.js";
import { compileLetters, type Letters } from "./letters.js";
import { buildTree, type Node, type PhraseTree } from "./tree.js";

/** Words that must stand in capitals are marked so in the tables. */
export const SHOUT = 0x8000;

/** Codes of the edges a phrase may be tied to. */
export const EDGE = { "sentence-start": 1, "sentence-end": 2, "turn-start": 3, "turn-end": 4 } as const;

/**
 * Phrases and words compiled for one pass. Everything is a flat table, so that it can be written at build time and read
 * back without making objects. Node 0 is the root; the children of node `n` are `childTo[i]` for `childAt[n] <= i <
 * childAt[n + 1]`, sorted by the word that leads there.
 */
export interface Lexicon {
  readonly letters: Letters;
  /** Word id → bits of `STEERING`. */
  readonly steering: Uint8Array;
  readonly childAt: Uint32Array;
  readonly childWord: Uint16Array;
  readonly childTo: Uint32Array;
  /** Word → where the root's children for it begin, so that setting out needs no search; one longer than the words, twice over for capitals. */
  readonly rootAt: Uint32Array;
  /** Node → node after any one word, 0 for none. */
  readonly anyTo: Uint32Array;
  readonly gapAt: Uint32Array;
  readonly gapUpTo: Uint8Array;
  readonly gapTo: Uint32Array;
  readonly edgeAt: Uint32Array;
  readonly edgeCode: Uint8Array;
  readonly edgeTo: Uint32Array;
  readonly endAt: Uint32Array;
  readonly ends: Uint16Array;
  /** Node → bits of `HAS`, and of the words that lead on from it. */
  readonly has: Uint8Array;
  readonly mask: Uint32Array;
  /** Entry → list, guards as bits in the order of `GUARDS`, and the phrase as written. */
  readonly entryList: Uint16Array;
  readonly entryGuards: Uint8Array;
  readonly phrases: readonly string[];
  readonly lists: readonly string[];
  /** Phrases that somebody added to those that ship, compiled apart and looked for besides. */
  readonly onTop?: Lexicon;
}

/** Every phrase with its list and the guards that hold for it, those on top behind the others. */
export const entriesOf = (
  lexicon: Lexicon,
): readonly { readonly list: string; readonly phrase: string; readonly guards: readonly Guard[] }[] => [
  ...lexicon.phrases.map((phrase, entry) => ({
    list: lexicon.lists[lexicon.entryList[entry] as number] as string,
    phrase,
    guards: guardsOf(lexicon, entry),
  })),
  ...(lexicon.onTop ? entriesOf(lexicon.onTop) : []),
];

/** Compiles a phrasebook; mistakes come back beside what could be compiled. */
export function compileLexicon(book: Phrasebook): {
  readonly lexicon: Lexicon;
  readonly mistakes: readonly PhrasebookMistake[];
} {
  const tree = buildTree(book);
  return { lexicon: flatten(tree, book), mistakes: tree.mistakes };
}

/** Guards of an entry by name. */
export const guardsOf = (lexicon: Lexicon, entry: number): readonly Guard[] =>
  GUARDS.filter((_, bit) => ((lexicon.entryGuards[entry] as number) >> bit) & 1);

function flatten(tree: PhraseTree, book: Phrasebook): Lexicon {
  const nodes = numbered(tree.root);
  const ways = waysOf(nodes);
  const lists = book.lists.map(list => list.name);
  const listId = new Map(lists.map((name, i) => [name, i] as const));
  return {
    letters: lettersOf(tree),
    steering: steeringOf(tree, book),
    rootAt: rootIndex(ways, tree.words.size + 1),
    ...ways,
    ...aheadOf(ways, SHOUT - 1),
    entryList: Uint16Array.from(tree.entries, entry => listId.get(entry.list.name) as number),
    entryGuards: Uint8Array.from(tree.entries, entry =>
      GUARDS.reduce((bits, guard, bit) => bits | (entry.list.guards.includes(guard) ? 1 << bit : 0), 0),
    ),
    phrases: tree.entries.map(entry => entry.phrase),
    lists,
  };
}

/** All that leads on from each node, and what ends there. */
function waysOf(nodes: readonly Node[]) {
  const id = new Map(nodes.map((node, i) => [node, i] as const));
  const children = rows(nodes, node => childrenOf(node, id));
  const gaps = rows(nodes, node => node.gaps.map(gap => [gap.upTo, id.get(gap.to) as number]));
  const edges = rows(nodes, node => node.edges.map(edge => [EDGE[edge.at], id.get(edge.to) as number]));
  const ends = rows(nodes, node => node.ends.map(entry => [entry, 0]));
  return {
    childAt: children.at,
    childWord: Uint16Array.from(children.first),
    childTo: Uint32Array.from(children.second),
    anyTo: Uint32Array.from(nodes, node => (node.any ? (id.get(node.any) as number) : 0)),
    gapAt: gaps.at,
    gapUpTo: Uint8Array.from(gaps.first),
    gapTo: Uint32Array.from(gaps.second),
    edgeAt: edges.at,
    edgeCode: Uint8Array.from(edges.first),
    edgeTo: Uint32Array.from(edges.second),
    endAt: ends.at,
    ends: Uint16Array.from(ends.first),
  };
}

function numbered(root: Node): readonly Node[] {
  const nodes = [root];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as Node;
    for (const branch of node.branches.values()) nodes.push(branch.to);
    if (node.any) nodes.push(node.any);
    for (const gap of node.gaps) nodes.push(gap.to);
    for (const edge of node.edges) nodes.push(edge.to);
  }
  return nodes;
}

const childrenOf = (node: Node, id: ReadonlyMap<Node, number>): (readonly [number, number])[] =>
  [...node.branches.values()]
    .flatMap(({ words, shout, to }) =>
      words.map(word => [shout ? word | SHOUT : word, id.get(to) as number] as const),
    )
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);

/** Where the root's children of each word begin: words first, then the same words in capitals. */
function rootIndex(
  { childAt, childWord }: Pick<Lexicon, "childAt" | "childWord">,
  words: number,
): Uint32Array {
  const index = new Uint32Array(2 * words + 1);
  const end = childAt[1] as number;
  let child = 0;
  for (let key = 0; key <= 2 * words; key++) {
    const word = key < words ? key : (key - words) | SHOUT;
    while (child < end && (childWord[child] as number) < word) child++;
    index[key] = child;
  }
  index[2 * words] = end;
  return index;
}

interface Table {
  readonly at: Uint32Array;
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Rows of pairs, node by node, with where each node's rows begin. */
function rows(
  nodes: readonly Node[],
  of: (node: Node) => readonly (readonly (number | undefined)[])[],
): Table {
  const at = new Uint32Array(nodes.length + 1);
  const first: number[] = [];
  const second: number[] = [];
  nodes.forEach((node, i) => {
    for (const [a = 0, b = 0] of of(node)) {
      first.push(a);
      second.push(b);
    }
    at[i + 1] = first.length;
  });
  return { at, first, second };
}

const lettersOf = (tree: PhraseTree): Letters =>
  compileLetters([
    ...[...tree.words].map(([word, id]) => [word, [id]] as const),
    ...[...CONTRACTIONS].map(
      ([short, opened]) => [short, opened.map(word => tree.words.get(word) ?? 0)] as const,
    ),
  ]);

function steeringOf(tree: PhraseTree, book: Phrasebook): Uint8Array {
  const steering = new Uint8Array(tree.words.size + 1);
  for (const [name, bit] of Object.entries(STEERING))
    for (const word of book.classes.get(name) ?? []) {
      const id = tree.words.get(word);
      if (id !== undefined) steering[id] = (steering[id] as number) | bit;
    }
  return steering;
}
