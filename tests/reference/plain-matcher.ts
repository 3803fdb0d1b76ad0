import { STEERING } from "../../src/text/book.js";
import { guardOf } from "../../src/text/guards.js";
import type { Phrasebook } from "../../src/text/index.js";
import { guardsOf, type Lexicon } from "../../src/text/lexicon.js";
import { BREAK, FLAG, type Tokens } from "../../src/text/tokens.js";
import { buildTree, type Node, type PhraseTree } from "../../src/text/tree.js";

/** A phrase found by the plain matcher. */
export interface Plain {
  readonly entry: number;
  readonly first: number;
  readonly last: number;
  readonly kept?: string;
}

const trees = new WeakMap<Phrasebook, PhraseTree>();

/** The tree of a book, grown once: it is the walking that is plain. */
function treeOf(book: Phrasebook): PhraseTree {
  const tree = trees.get(book) ?? buildTree(book);
  trees.set(book, tree);
  return tree;
}

/**
 * The slow, plain matcher: walks the phrase tree itself from every word, trying each branch in turn. What the flat
 * tables find must be exactly this.
 */
export function plainMatches(book: Phrasebook, lexicon: Lexicon, tokens: Tokens): readonly Plain[] {
  const tree = treeOf(book);
  const found: Plain[] = [];
  for (let first = 0; first < tokens.count; first++) {
    const met: Plain[] = [];
    visit(tree.root, first, first - 1, 0, true);
    const best = new Map<string, Plain>();
    for (const match of met) {
      const { list } = tree.entries[match.entry] as (typeof tree.entries)[number];
      const known = best.get(list.name);
      if (!known || match.last > known.last) best.set(list.name, match);
    }
    for (const match of best.values()) {
      const kept = guardsOf(lexicon, match.entry).find(guard => guardOf(guard, match, tokens, lexicon));
      found.push(kept ? { ...match, kept } : match);
    }

    function visit(node: Node, at: number, last: number, skipped: number, fresh: boolean): void {
      if (fresh) {
        for (const entry of node.ends) met.push({ entry, first, last });
        for (const edge of node.edges) if (holds(edge.at, at)) visit(edge.to, at, last, skipped, true);
      }
      if (at >= tokens.count || (last >= first && (tokens.brk[at] as number) >= BREAK.stop)) return;
      read(node, at);
      if (node.any) visit(node.any, at + 1, at, 0, true);
      for (const gap of node.gaps) leap(gap.to, at, gap.upTo);
      const soft = steering(at) & STEERING.softener;
      if (last >= first && soft && skipped < 3) visit(node, at + 1, last, skipped + 1, false);
    }
    function read(node: Node, at: number): void {
      const word = tokens.word[at] as number;
      for (const branch of node.branches.values()) {
        if (branch.shout && !((tokens.flags[at] as number) & FLAG.capitals)) continue;
        if (branch.words.includes(word)) visit(branch.to, at + 1, at, 0, true);
      }
    }
    function leap(node: Node, at: number, upTo: number): void {
      for (let k = at; k <= at + upTo && k < tokens.count && (tokens.brk[k] as number) < BREAK.stop; k++) {
        read(node, k);
        if (steering(k) & STEERING.negator) return;
      }
    }
  }
  return found;

  function steering(at: number): number {
    return lexicon.steering[tokens.word[at] as number] as number;
  }
  function holds(edge: string, at: number): boolean {
    if (edge === "turn-start") return at === 0;
    if (edge === "turn-end") return at >= tokens.count;
    if (edge === "sentence-start") return at === 0 || (tokens.brk[at] as number) >= BREAK.stop;
    return at >= tokens.count || (tokens.brk[at] as number) >= BREAK.stop;
  }
}
