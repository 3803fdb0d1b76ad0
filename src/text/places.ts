import { bitOf, HAS } from "./ahead.js";
import { STEERING } from "./book.js";
import { EDGE, type Lexicon, SHOUT } from "./lexicon.js";

/**
 * Places in the phrase tree, as numbers in the order in which a walk would try them: `node << PLACE | how`. `how` is the
 * number of softeners just skipped at the node (0 to 3), or `GAP` and the words that a gap may still swallow before the
 * node's own words. What is first in the order wins where two phrases of a list end at one word.
 */
const PLACE = 5;
const HOW = (1 << PLACE) - 1;
/** Softeners that may stand inside a phrase: "i'm *so very* sorry". */
const MOST_SKIPPED = 3;
const GAP = MOST_SKIPPED + 1;

/** What a boundary between two words is: none, the end of a sentence, the end of the turn. */
export const BOUNDARY = { none: 0, sentence: 1, turn: 2 } as const;

/** Before the first word of a walk: a turn begins, a sentence ended, as bits. */
export const BEGIN = { turn: 1, stop: 2 } as const;

/** Places under construction, each once. */
export interface Places {
  readonly lexicon: Lexicon;
  list: number[];
  readonly known: Set<number>;
}

/** An empty set of places. */
export const newPlaces = (lexicon: Lexicon): Places => ({ lexicon, list: [], known: new Set() });

function add({ list, known }: Places, place: number): void {
  if (known.has(place)) return;
  known.add(place);
  list.push(place);
}

/** Forgets all places. */
export function clear(places: Places): void {
  places.list.length = 0;
  places.known.clear();
}

/** All children of a node that a word leads to: a binary search for the first, then on while it is the same. */
function follow(places: Places, node: number, word: number): void {
  const { childAt, childWord, childTo } = places.lexicon;
  const end = childAt[node + 1] as number;
  let low = childAt[node] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((childWord[middle] as number) < word) low = middle + 1;
    else high = middle;
  }
  for (; low < end && childWord[low] === word; low++) add(places, (childTo[low] as number) << PLACE);
}

/** Children by a word, and by the same word in capitals. */
function step(places: Places, node: number, word: number, capitals: boolean): void {
  if (((places.lexicon.mask[node] as number) & bitOf(word)) === 0) return;
  follow(places, node, word);
  if (capitals) follow(places, node, word | SHOUT);
}

/** The word read inside a gap: it may be the one that ends it; «i can ..2 send» must not find "I can not send". */
function leap(places: Places, to: number, left: number, word: number, capitals: boolean): void {
  step(places, to, word, capitals);
  const negates = ((places.lexicon.steering[word] as number) & STEERING.negator) !== 0;
  if (left > 0 && !negates) add(places, (to << PLACE) | (GAP + left - 1));
}

/** Adds all places that a word leads to from a node. */
function leave(places: Places, node: number, word: number, capitals: boolean, gaps: boolean): void {
  const { has, anyTo, gapAt, gapTo, gapUpTo } = places.lexicon;
  step(places, node, word, capitals);
  if (((has[node] as number) & HAS.any) !== 0) add(places, (anyTo[node] as number) << PLACE);
  if (!gaps) return;
  const end = gapAt[node + 1] as number;
  for (let g = gapAt[node] as number; g < end; g++)
    leap(places, gapTo[g] as number, gapUpTo[g] as number, word, capitals);
}

/** Adds all places that a first word leads to from the root, and from behind those edges that hold before it. */
export function setOut(places: Places, begin: number, word: number, capitals: boolean): void {
  const { rootAt, childTo, steering } = places.lexicon;
  const to = (key: number): void => {
    for (let child = rootAt[key] as number; child < (rootAt[key + 1] as number); child++)
      add(places, (childTo[child] as number) << PLACE);
  };
  if (word !== 0) {
    to(word);
    if (capitals) to(steering.length + word);
  }
  behindEdges(
    places,
    0,
    node => beginsAt(begin, node),
    edge => leave(places, edge, word, capitals, (begin & BEGIN.stop) === 0),
  );
}

const beginsAt = (begin: number, edge: number): boolean =>
  edge === EDGE["turn-start"]
    ? (begin & BEGIN.turn) !== 0
    : edge === EDGE["sentence-start"]
      ? begin !== 0
      : edge === EDGE["sentence-end"] && (begin & BEGIN.stop) !== 0;

/** Nodes behind those edges of a node that hold, and behind theirs. */
function behindEdges(
  places: Places,
  node: number,
  holds: (edge: number) => boolean,
  found: (node: number) => void,
): void {
  const { edgeAt, edgeCode, edgeTo } = places.lexicon;
  for (let e = edgeAt[node] as number; e < (edgeAt[node + 1] as number); e++) {
    if (!holds(edgeCode[e] as number)) continue;
    found(edgeTo[e] as number);
    behindEdges(places, edgeTo[e] as number, holds, found);
  }
}

/** Adds all places that a word leads to from others. */
export function goOn(places: Places, from: Int32Array, word: number, capitals: boolean): void {
  const { has, steering } = places.lexicon;
  const soft = ((steering[word] as number) & STEERING.softener) !== 0;
  for (let i = 0; i < from.length; i++) {
    const place = from[i] as number;
    const node = place >>> PLACE;
    const how = place & HOW;
    if (how >= GAP) leap(places, node, how - GAP, word, capitals);
    else if (((has[node] as number) & HAS.on) !== 0) {
      leave(places, node, word, capitals, true);
      if (soft && how < MOST_SKIPPED) add(places, place + 1);
    }
  }
}

/** Entries that end at the places, where such a boundary follows; of each list the first. */
export function endsAt({ lexicon, list }: Places, boundary: number): readonly number[] {
  const { has, endAt, ends, entryList } = lexicon;
  const lists = new Set<number>();
  const found: number[] = [];
  const take = (node: number): void => {
    for (let e = endAt[node] as number; e < (endAt[node + 1] as number); e++) {
      const entry = ends[e] as number;
      if (lists.has(entryList[entry] as number)) continue;
      lists.add(entryList[entry] as number);
      found.push(entry);
    }
  };
  const holds = (edge: number): boolean =>
    edge === EDGE["turn-end"]
      ? boundary === BOUNDARY.turn
      : edge !== EDGE["turn-start"] && boundary !== BOUNDARY.none;
  for (const place of list) {
    const node = place >>> PLACE;
    if ((place & HOW) !== 0 || ((has[node] as number) & HAS.here) === 0) continue;
    take(node);
    if (boundary !== BOUNDARY.none) behindEdges({ lexicon, list, known: lists }, node, holds, take);
  }
  return found;
}

/** Bits of the words that lead on from the places as no other word does. */
export function maskOf({ lexicon, list }: Places): number {
  const { has, mask, gapAt, gapTo } = lexicon;
  let bits = 0;
  for (const place of list) {
    const node = place >>> PLACE;
    bits |= mask[node] as number;
    if ((place & HOW) >= GAP || ((has[node] as number) & HAS.gaps) === 0) continue;
    for (let g = gapAt[node] as number; g < (gapAt[node + 1] as number); g++)
      bits |= mask[gapTo[g] as number] as number;
  }
  return bits;
}
