import { GUARDS, type Guard } from "./book.js";
import { keep } from "./keep.js";
import type { Lexicon } from "./lexicon.js";
import { BEGIN, BOUNDARY } from "./places.js";
import { firstOf, newStates, nextOf, type States } from "./states.js";
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

/** Numbers that one match takes in `Walk.found`: entry, first token, last token, and 1 + the guard that keeps it (0 for none). */
export const MATCH = 4;

/** A walk through the phrases from each word of a turn; one serves turn after turn, so that nothing is made a word. */
export interface Walk {
  readonly tokens: Tokens;
  readonly lexicon: Lexicon;
  readonly states: States;
  /** Matches of the turn, `MATCH` numbers each. */
  found: Int32Array;
  count: number;
  /** Entries met from the current word, each with the token it ends on. */
  readonly met: number[];
  /** The word the walk set out from. */
  first: number;
  /** List → where its match from the current word stands in `found`, plus one; only true where that match is of this word. */
  readonly best: Int32Array;
}

/** A walk that looks for the phrases of a lexicon among tokens written again for each turn; `most` states are kept at a time. */
export const newWalk = (tokens: Tokens, lexicon: Lexicon, most?: number): Walk => ({
  tokens,
  lexicon,
  states: newStates(lexicon, most),
  found: new Int32Array(64 * MATCH),
  count: 0,
  met: [],
  first: 0,
  best: new Int32Array(lexicon.lists.length),
});

/** Finds every phrase in a turn; longest wins among those of one list that begin at one word. A walk may be used again. */
export function findPhrases(
  tokens: Tokens,
  lexicon: Lexicon,
  walk = newWalk(tokens, lexicon),
): readonly Match[] {
  walkTurn(walk);
  return Array.from({ length: walk.count }, (_, i): Match => {
    const [entry = 0, first = 0, last = 0, kept = 0] = walk.found.subarray(i * MATCH, (i + 1) * MATCH);
    return kept === 0 ? { entry, first, last } : { entry, first, last, kept: GUARDS[kept - 1] as Guard };
  });
}

/** The same into `walk.found`, as numbers. */
export function walkTurn(walk: Walk): void {
  const { tokens, states } = walk;
  walk.count = 0;
  for (let i = 0; i < tokens.count; i++) {
    const begin = (i === 0 ? BEGIN.turn : 0) | ((tokens.brk[i] as number) >= BREAK.stop ? BEGIN.stop : 0);
    const state = firstOf(states, begin, tokens.word[i] as number, shouted(tokens, i));
    if (state !== 0) walkFrom(walk, state, i);
  }
}

const shouted = ({ flags }: Tokens, at: number): boolean => ((flags[at] as number) & FLAG.capitals) !== 0;

/** Goes on from the word at `first` for as long as any phrase does. */
function walkFrom(walk: Walk, begun: number, first: number): void {
  const { tokens, states } = walk;
  const { word, brk, count } = tokens;
  let state = begun;
  for (let at = first + 1; state !== 0; at++) {
    const boundary =
      at >= count ? BOUNDARY.turn : (brk[at] as number) >= BREAK.stop ? BOUNDARY.sentence : BOUNDARY.none;
    const ends = states.endsAt[state * 3 + boundary] as number;
    if (ends !== 0) meet(walk, ends, at - 1);
    if (boundary !== BOUNDARY.none) break;
    state = nextOf(states, state, word[at] as number, shouted(tokens, at));
  }
  if (walk.met.length === 0) return;
  walk.first = first;
  keep(walk);
}

/** Entries that end on a word. */
function meet({ met, states: { ends } }: Walk, from: number, last: number): void {
  const until = from + (ends[from] as number);
  for (let i = from + 1; i <= until; i++) met.push(ends[i] as number, last);
}
