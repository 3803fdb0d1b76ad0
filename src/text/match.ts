import { bitOf, HAS } from "./ahead.js";
import { GUARDS, type Guard, STEERING } from "./book.js";
import { keep } from "./keep.js";
import { EDGE, type Lexicon, SHOUT } from "./lexicon.js";
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
/** Gaps up to this wide look through the near window of a token, wider ones through the far. */
const NEAR = 3;
/** Words of the near window, and of the far: the widest gap and the word behind it. */
const NEAR_WORDS = 4;

/** Numbers that one match takes in `Walk.found`: entry, first token, last token, and 1 + the guard that keeps it (0 for none). */
export const MATCH = 4;

/** A walk through the phrases from each word of a turn; one serves turn after turn, so that nothing is made a word. */
export interface Walk {
  readonly tokens: Tokens;
  readonly lexicon: Lexicon;
  /** Matches of the turn, `MATCH` numbers each. */
  found: Int32Array;
  count: number;
  /** Entries met from the current word, each with the token it ends on. */
  readonly met: number[];
  /** The word the walk set out from. */
  first: number;
  /** Bits of the words of a token, and of those that a gap from it can reach. */
  bit: Uint32Array;
  near: Uint32Array;
  far: Uint32Array;
  /** List → where its match from the current word stands in `found`, plus one; only true where that match is of this word. */
  readonly best: Int32Array;
}

/** A walk that looks for the phrases of a lexicon among tokens written again for each turn. */
export const newWalk = (tokens: Tokens, lexicon: Lexicon): Walk => ({
  tokens,
  lexicon,
  found: new Int32Array(64 * MATCH),
  count: 0,
  met: [],
  first: 0,
  bit: new Uint32Array(0),
  near: new Uint32Array(0),
  far: new Uint32Array(0),
  best: new Int32Array(lexicon.lists.length),
});

/** Finds every phrase in a turn; longest wins among those of one list that begin at one word. */
export function findPhrases(tokens: Tokens, lexicon: Lexicon): readonly Match[] {
  const walk = newWalk(tokens, lexicon);
  walkTurn(walk);
  return Array.from({ length: walk.count }, (_, i): Match => {
    const [entry = 0, first = 0, last = 0, kept = 0] = walk.found.subarray(i * MATCH, (i + 1) * MATCH);
    return kept === 0 ? { entry, first, last } : { entry, first, last, kept: GUARDS[kept - 1] as Guard };
  });
}

/** The same into `walk.found`, as numbers. */
export function walkTurn(walk: Walk): void {
  const { tokens, lexicon } = walk;
  const words = lexicon.steering.length;
  walk.count = 0;
  look(walk);
  for (let i = 0; i < tokens.count; i++) {
    walk.first = i;
    const word = tokens.word[i] as number;
    if (word !== 0) {
      setOut(walk, word, i);
      if ((tokens.flags[i] as number) & FLAG.capitals) setOut(walk, words + word, i);
    }
    arrive(walk, 0, i, i - 1, 0);
    if (walk.met.length > 0) keep(walk);
  }
}

/** Looks ahead once: which words stand at a token and within a gap's reach of it, as bits that may coincide. */
function look(walk: Walk): void {
  const { count, word } = walk.tokens;
  if (walk.bit.length < count + 13) {
    const room = count + 64;
    walk.bit = new Uint32Array(room);
    walk.near = new Uint32Array(room);
    walk.far = new Uint32Array(room);
  }
  const { bit, near, far } = walk;
  bit.fill(0, count, count + 13);
  near.fill(0, count, count + 13);
  for (let i = count - 1; i >= 0; i--) {
    bit[i] = bitOf(word[i] as number);
    near[i] = (bit[i] as number) | (bit[i + 1] as number) | (bit[i + 2] as number) | (bit[i + 3] as number);
    far[i] =
      (near[i] as number) |
      (near[i + NEAR_WORDS] as number) |
      (near[i + 2 * NEAR_WORDS] as number) |
      (bit[i + 3 * NEAR_WORDS] as number);
  }
}

/** All children of the root for a word, by index; those that the next word cannot lead on from are passed over. */
function setOut(walk: Walk, key: number, at: number): void {
  const { rootAt, childTo, has, mask, steering } = walk.lexicon;
  const end = rootAt[key + 1] as number;
  const next = at + 1;
  const ahead = walk.bit[next] as number;
  const soft =
    next < walk.tokens.count &&
    ((steering[walk.tokens.word[next] as number] as number) & STEERING.softener) !== 0;
  for (let child = rootAt[key] as number; child < end; child++) {
    const node = childTo[child] as number;
    if (soft || has[node] !== HAS.children || ((mask[node] as number) & ahead) !== 0)
      visit(walk, node, next, at, 0, true);
  }
}

/**
 * At `node`, about to read token `at`; `last` is the last token that belongs to the phrase; `fresh` unless a softener
 * was just skipped, for a phrase cannot end on one.
 */
function visit(walk: Walk, node: number, at: number, last: number, skipped: number, fresh: boolean): void {
  const { tokens, lexicon } = walk;
  const has = lexicon.has[node] as number;
  if (fresh && (has & HAS.here) !== 0) arrive(walk, node, at, last, skipped);
  const started = last >= walk.first;
  if (at >= tokens.count || (started && (tokens.brk[at] as number) >= BREAK.stop)) return;
  if ((has & HAS.children) !== 0 && ((lexicon.mask[node] as number) & (walk.bit[at] as number)) !== 0)
    step(walk, node, at);
  if ((has & HAS.any) !== 0) visit(walk, lexicon.anyTo[node] as number, at + 1, at, 0, true);
  if ((has & HAS.gaps) !== 0) leaps(walk, node, at);
  if (!started || skipped >= MOST_SKIPPED || (has & HAS.on) === 0) return;
  if (((lexicon.steering[tokens.word[at] as number] as number) & STEERING.softener) !== 0)
    visit(walk, node, at + 1, last, skipped + 1, false);
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

function leaps(walk: Walk, node: number, at: number): void {
  const { gapAt, gapTo, gapUpTo, mask } = walk.lexicon;
  const end = gapAt[node + 1] as number;
  for (let g = gapAt[node] as number; g < end; g++) {
    const upTo = gapUpTo[g] as number;
    const to = gapTo[g] as number;
    const ahead = (upTo <= NEAR ? walk.near[at] : walk.far[at]) as number;
    if (((mask[to] as number) & ahead) !== 0) leap(walk, to, at, upTo);
  }
}

function leap(walk: Walk, node: number, at: number, upTo: number): void {
  const { tokens, lexicon, bit } = walk;
  const mask = lexicon.mask[node] as number;
  for (let k = at; k <= at + upTo && k < tokens.count; k++) {
    if ((tokens.brk[k] as number) >= BREAK.stop) return;
    if ((mask & (bit[k] as number)) !== 0) step(walk, node, k);
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
