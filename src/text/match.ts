import type { Guard, Lexicon, Node } from "./lexicon.js";
import { STEERING } from "./lexicon.js";
import { BREAK, FLAG, type Tokens } from "./tokens.js";

/** A phrase found among the tokens of one turn. */
export interface Match {
  /** Index into the lexicon's entries. */
  readonly entry: number;
  /** Tokens [first, last]. */
  readonly first: number;
  readonly last: number;
  readonly kept?: Guard;
}

/** Softeners that may stand inside a phrase: "i'm *so very* sorry". */
const MOST_SKIPPED = 3;
/** How far before a phrase a "not", an "if" or a "he said" still governs it, in tokens. */
const REACH = { negated: 4, conditional: 6, quoted: 6 } as const;

/** Finds every phrase in a turn; longest wins among those of one list that begin at one word. */
export function findPhrases(tokens: Tokens, lexicon: Lexicon): readonly Match[] {
  const matcher = new Matcher(tokens, lexicon);
  for (let i = 0; i < tokens.count; i++) matcher.from(i);
  return matcher.found;
}

class Matcher {
  readonly found: Match[] = [];
  private first = 0;

  constructor(
    private readonly tokens: Tokens,
    private readonly lexicon: Lexicon,
  ) {}

  from(i: number): void {
    this.first = i;
    const before = this.found.length;
    this.visit(this.lexicon.root, i, i - 1, 0);
    if (this.found.length > before) this.keepLongest(before);
  }

  /** At `node`, about to read token `at`; `last` is the last token that belongs to the phrase. */
  private visit(node: Node, at: number, last: number, skipped: number): void {
    for (const entry of node.ends) this.found.push({ entry, first: this.first, last });
    for (const edge of node.edges) if (this.holds(edge.at, at)) this.visit(edge.node, at, last, skipped);
    const started = last >= this.first;
    if (at >= this.tokens.count || (started && (this.tokens.brk[at] as number) >= BREAK.stop)) return;
    this.step(node, at);
    for (const gap of node.gaps) this.leap(gap.node, at, gap.upTo);
    const soft = (this.lexicon.steering[this.tokens.word[at] as number] as number) & STEERING.softener;
    if (started && soft && skipped < MOST_SKIPPED) this.visit(withoutEnds(node), at + 1, last, skipped + 1);
  }

  private step(node: Node, at: number): void {
    if (node.any) this.visit(node.any, at + 1, at, 0);
    if (node.next.size === 0) return;
    const word = this.tokens.word[at] as number;
    for (const symbol of this.lexicon.symbols[word] as readonly number[]) {
      const next = node.next.get(symbol);
      if (next) this.visit(next, at + 1, at, 0);
    }
    if ((this.tokens.flags[at] as number) & FLAG.capitals) {
      const next = node.next.get(this.lexicon.shouts[word] as number);
      if (next) this.visit(next, at + 1, at, 0);
    }
  }

  private leap(node: Node, at: number, upTo: number): void {
    for (let k = 0; k <= upTo && at + k < this.tokens.count; k++) {
      if ((this.tokens.brk[at + k] as number) >= BREAK.stop) return;
      this.step(node, at + k);
      // «i can ..2 send» must not find "I can not send".
      if ((this.lexicon.steering[this.tokens.word[at + k] as number] as number) & STEERING.negator) return;
    }
  }

  private holds(edge: string, at: number): boolean {
    const { brk, count } = this.tokens;
    switch (edge) {
      case "turn-start":
        return at === 0;
      case "turn-end":
        return at >= count;
      case "sentence-start":
        return at === 0 || (brk[at] as number) >= BREAK.stop;
      default:
        return at >= count || (brk[at] as number) >= BREAK.stop;
    }
  }

  /** Of several matches of one list from one word, the longest; then the guards are asked. */
  private keepLongest(from: number): void {
    const best = new Map<string, Match>();
    for (const match of this.found.splice(from)) {
      const { list } = this.lexicon.entries[match.entry]!;
      const known = best.get(list);
      if (!known || match.last > known.last) best.set(list, match);
    }
    for (const match of best.values()) {
      const kept = this.guard(match);
      this.found.push(kept ? { ...match, kept } : match);
    }
  }

  private guard(match: Match): Guard | undefined {
    return this.lexicon.entries[match.entry]!.guards.find(guard => {
      switch (guard) {
        case "negated":
          return this.before(match.first, REACH.negated, STEERING.negator, BREAK.comma) || this.before(match.first, 1, STEERING["negator-near"], BREAK.comma);
        case "conditional":
          return this.before(match.first, REACH.conditional, STEERING.condition, BREAK.stop);
        case "quoted":
          return ((this.tokens.flags[match.first] as number) & FLAG.quoted) !== 0 || this.reported(match.first);
        case "question":
          return this.sentenceEnd(match.last) === BREAK.question;
      }
    });
  }

  /** A steering word stands within reach before a token, with no break of that strength between. */
  private before(first: number, reach: number, bit: number, stop: number): boolean {
    for (let i = first; i > 0 && first - i < reach; i--) {
      if ((this.tokens.brk[i] as number) >= stop) return false;
      if ((this.lexicon.steering[this.tokens.word[i - 1] as number] as number) & bit) return true;
    }
    return false;
  }

  /** «he said», «your colleague told me»: somebody else's words follow. «I said» and «as I say» report nobody. */
  private reported(first: number): boolean {
    for (let i = first; i > 0 && first - i < REACH.quoted; i--) {
      if ((this.tokens.brk[i] as number) >= BREAK.stop) return false;
      if (!((this.lexicon.steering[this.tokens.word[i - 1] as number] as number) & STEERING.reporter)) continue;
      const whose = i >= 2 ? (this.lexicon.steering[this.tokens.word[i - 2] as number] as number) : STEERING.self;
      return (whose & STEERING.self) === 0;
    }
    return false;
  }

  private sentenceEnd(last: number): number {
    for (let i = last + 1; i <= this.tokens.count; i++) {
      const brk = this.tokens.brk[i] as number;
      if (brk >= BREAK.stop) return brk;
    }
    return BREAK.stop;
  }
}

const bare = new WeakMap<Node, Node>();

/** The same node for a walk that skipped a word: a phrase cannot end on a skipped word. */
function withoutEnds(node: Node): Node {
  let twin = bare.get(node);
  if (!twin) {
    twin = { next: node.next, any: node.any, gaps: node.gaps, edges: [], ends: [] };
    bare.set(node, twin);
  }
  return twin;
}
