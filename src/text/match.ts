import { type Guard, STEERING } from "./book.js";
import { guardOf } from "./guards.js";
import { EDGE, guardsOf, type Lexicon, SHOUT } from "./lexicon.js";
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

/** A walk through the phrases from each word of a turn. */
interface Walk {
  readonly tokens: Tokens;
  readonly lexicon: Lexicon;
  readonly found: Match[];
  /** Entries met from the current word, each with the token it ends on. */
  readonly met: number[];
  /** The word the walk set out from. */
  first: number;
}

/** Finds every phrase in a turn; longest wins among those of one list that begin at one word. */
export function findPhrases(tokens: Tokens, lexicon: Lexicon): readonly Match[] {
  const walk: Walk = { tokens, lexicon, found: [], met: [], first: 0 };
  const words = lexicon.steering.length;
  for (let i = 0; i < tokens.count; i++) {
    walk.first = i;
    const word = tokens.word[i] as number;
    if (word !== 0) {
      setOut(walk, word, i);
      if ((tokens.flags[i] as number) & FLAG.capitals) setOut(walk, words + word, i);
    }
    arrive(walk, 0, i, i - 1, 0);
    if (walk.met.length) keep(walk);
  }
  return walk.found;
}

/** All children of the root for a word, by index. */
function setOut(walk: Walk, key: number, at: number): void {
  const { rootAt, childTo } = walk.lexicon;
  const end = rootAt[key + 1] as number;
  for (let child = rootAt[key] as number; child < end; child++)
    visit(walk, childTo[child] as number, at + 1, at, 0, true);
}

/**
 * At `node`, about to read token `at`; `last` is the last token that belongs to the phrase; `fresh` unless a softener
 * was just skipped, for a phrase cannot end on one.
 */
function visit(walk: Walk, node: number, at: number, last: number, skipped: number, fresh: boolean): void {
  const { tokens, lexicon } = walk;
  if (fresh) arrive(walk, node, at, last, skipped);
  const started = last >= walk.first;
  if (at >= tokens.count || (started && (tokens.brk[at] as number) >= BREAK.stop)) return;
  step(walk, node, at);
  const any = lexicon.anyTo[node] as number;
  if (any !== 0) visit(walk, any, at + 1, at, 0, true);
  const gapEnd = lexicon.gapAt[node + 1] as number;
  for (let g = lexicon.gapAt[node] as number; g < gapEnd; g++)
    leap(walk, lexicon.gapTo[g] as number, at, lexicon.gapUpTo[g] as number);
  const soft = (lexicon.steering[tokens.word[at] as number] as number) & STEERING.softener;
  if (started && soft && skipped < MOST_SKIPPED) visit(walk, node, at + 1, last, skipped + 1, false);
}

/** Phrases that end here, and ways on that are tied to an edge. */
function arrive(walk: Walk, node: number, at: number, last: number, skipped: number): void {
  const { endAt, ends, edgeAt, edgeCode, edgeTo } = walk.lexicon;
  for (let e = endAt[node] as number; e < (endAt[node + 1] as number); e++)
    walk.met.push(ends[e] as number, last);
  for (let e = edgeAt[node] as number; e < (edgeAt[node + 1] as number); e++)
    if (holds(walk.tokens, edgeCode[e] as number, at))
      visit(walk, edgeTo[e] as number, at, last, skipped, true);
}

function step(walk: Walk, node: number, at: number): void {
  const word = walk.tokens.word[at] as number;
  if (word === 0) return;
  follow(walk, node, word, at);
  if ((walk.tokens.flags[at] as number) & FLAG.capitals) follow(walk, node, word | SHOUT, at);
}

/** All children of a node that this word leads to: a binary search for the first, then on while it is the same. */
function follow(walk: Walk, node: number, word: number, at: number): void {
  const { childAt, childWord, childTo } = walk.lexicon;
  const end = childAt[node + 1] as number;
  let low = childAt[node] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((childWord[middle] as number) < word) low = middle + 1;
    else high = middle;
  }
  for (; low < end && childWord[low] === word; low++)
    visit(walk, childTo[low] as number, at + 1, at, 0, true);
}

function leap(walk: Walk, node: number, at: number, upTo: number): void {
  const { tokens, lexicon } = walk;
  for (let k = at; k <= at + upTo && k < tokens.count; k++) {
    if ((tokens.brk[k] as number) >= BREAK.stop) return;
    step(walk, node, k);
    // «i can ..2 send» must not find "I can not send".
    if ((lexicon.steering[tokens.word[k] as number] as number) & STEERING.negator) return;
  }
}

function holds({ brk, count }: Tokens, edge: number, at: number): boolean {
  if (edge === EDGE["turn-start"]) return at === 0;
  if (edge === EDGE["turn-end"]) return at >= count;
  if (edge === EDGE["sentence-start"]) return at === 0 || (brk[at] as number) >= BREAK.stop;
  return at >= count || (brk[at] as number) >= BREAK.stop;
}

/** Of several matches of one list from one word, the longest; then the guards are asked. */
function keep({ met, lexicon, tokens, found, first }: Walk): void {
  const best = new Map<number, Match>();
  for (let i = 0; i < met.length; i += 2) {
    const entry = met[i] as number;
    const last = met[i + 1] as number;
    const list = lexicon.entryList[entry] as number;
    const known = best.get(list);
    if (!known || last > known.last) best.set(list, { entry, first, last });
  }
  met.length = 0;
  for (const match of best.values()) {
    const kept = guardsOf(lexicon, match.entry).find(guard => guardOf(guard, match, tokens, lexicon));
    found.push(kept ? { ...match, kept } : match);
  }
}
