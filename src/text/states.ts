import { bitOf } from "./ahead.js";
import { type Lexicon, SHOUT } from "./lexicon.js";
import { BOUNDARY, clear, endsAt, goOn, maskOf, newPlaces, type Places, setOut } from "./places.js";

/**
 * What words have led to so far: each set of places in the phrase tree is a state, a number. Where a word leads from a
 * state is worked out when a text first takes that way and looked up ever after, so that a word costs the same however
 * many phrases there are. State 0 leads nowhere. When there are too many, all are forgotten and learnt anew.
 */
export interface States {
  readonly places: Places;
  /** Number of states; there is room for as many as `mask` is long. */
  count: number;
  /** State → where its places begin in `held`; one longer. */
  from: Int32Array;
  held: Int32Array;
  /** State → bits of the words that lead on from it each in its own way; all others of a kind lead the same way. */
  mask: Int32Array;
  /** State and kind of other word → 1 + state; 0 where that was never asked. */
  other: Int32Array;
  /** State and boundary → where in `ends` the entries that end there begin, their number first; 0 for none. */
  endsAt: Int32Array;
  readonly ends: number[];
  /** State and word → 1 + state, by open addressing. */
  keys: Int32Array;
  next: Int32Array;
  known: number;
  /** What begins before a word, and the word → 1 + state. */
  readonly first: Int32Array;
  /** Hash of places → 1 + state, by open addressing. */
  same: Int32Array;
  /** States that are kept before all are forgotten. */
  readonly most: number;
  /** How often all was forgotten. */
  era: number;
}

/** No more states than this fit the keys of `next`, and none needs more. */
const MOST = 1 << 15;
/** Places of all states, and ways from state to state, that are kept before. */
const MOST_HELD = 1 << 20;
const MOST_WAYS = 1 << 17;
/** What there is room for at first: a few phrases need no more. */
const ROOM = 1 << 8;
const BOUNDARIES = Object.keys(BOUNDARY).length;
/** Bits of the kind of a word that leads on in no way of its own: it softens or not, negates or not. */
const KINDS = 2;

/** No state but the one that leads nowhere. */
export function newStates(lexicon: Lexicon, most = MOST): States {
  return {
    places: newPlaces(lexicon),
    count: 1,
    from: new Int32Array(ROOM + 1),
    held: new Int32Array(ROOM),
    mask: new Int32Array(ROOM),
    other: new Int32Array(ROOM << KINDS),
    endsAt: new Int32Array(ROOM * BOUNDARIES),
    ends: [0],
    keys: new Int32Array(ROOM * 2),
    next: new Int32Array(ROOM * 2),
    known: 0,
    first: new Int32Array(4 * 2 * lexicon.steering.length),
    same: new Int32Array(ROOM * 2),
    most,
    era: 0,
  };
}

/** Where a first word leads; `begin` says what begins before it (`BEGIN`). */
export function firstOf(states: States, begin: number, word: number, capitals: boolean): number {
  const words = states.places.lexicon.steering.length;
  const at = (begin * 2 + (capitals ? 1 : 0)) * words + word;
  const known = states.first[at] as number;
  if (known !== 0) return known - 1;
  clear(states.places);
  setOut(states.places, begin, word, capitals);
  const state = stateOf(states);
  states.first[at] = state + 1;
  return state;
}

/** Where a word leads from a state. */
export function nextOf(states: States, state: number, word: number, capitals: boolean): number {
  if (((states.mask[state] as number) & bitOf(word)) === 0) {
    const known = states.other[(state << KINDS) | kindOf(states, word)] as number;
    return known !== 0 ? known - 1 : learn(states, state, word, capitals);
  }
  const key = (state << 16) | (capitals ? word | SHOUT : word);
  const { keys, next } = states;
  for (let slot = slotOf(key, keys); ; slot = (slot + 1) & (keys.length - 1)) {
    const known = next[slot] as number;
    if (known === 0) return learn(states, state, word, capitals);
    if (keys[slot] === key) return known - 1;
  }
}

/** The bits of a softener and a negator stand side by side in `STEERING`. */
const kindOf = ({ places }: States, word: number): number =>
  ((places.lexicon.steering[word] as number) >> 1) & 3;

const slotOf = (hash: number, table: Int32Array): number =>
  (Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 8) & (table.length - 1);

/** Works out where a word leads from a state. */
function learn(states: States, state: number, word: number, capitals: boolean): number {
  const { places, held, from, era } = states;
  const own = ((states.mask[state] as number) & bitOf(word)) !== 0;
  clear(places);
  goOn(places, held.subarray(from[state], from[state + 1]), word, capitals);
  if (states.known >= MOST_WAYS) forget(states);
  const to = stateOf(states);
  if (era !== states.era) return to;
  if (own) keepWay(states, (state << 16) | (capitals ? word | SHOUT : word), to);
  else states.other[(state << KINDS) | kindOf(states, word)] = to + 1;
  return to;
}

function keepWay(states: States, key: number, to: number): void {
  if (states.known * 2 >= states.keys.length) {
    const { keys, next } = states;
    states.keys = new Int32Array(keys.length * 2);
    states.next = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++)
      if (next[i] !== 0) put(states.keys, states.next, keys[i] as number, next[i] as number);
  }
  put(states.keys, states.next, key, to + 1);
  states.known++;
}

function put(keys: Int32Array, values: Int32Array, key: number, value: number): void {
  let slot = slotOf(key, keys);
  while (values[slot] !== 0) slot = (slot + 1) & (keys.length - 1);
  keys[slot] = key;
  values[slot] = value;
}

/** The state of the places that were gathered. */
function stateOf(states: States): number {
  const { list } = states.places;
  if (list.length === 0) return 0;
  let hash = list.length;
  for (let i = 0; i < list.length; i++) hash = hashOn(hash, list[i] as number);
  const { same } = states;
  for (let slot = slotOf(hash, same); ; slot = (slot + 1) & (same.length - 1)) {
    const known = same[slot] as number;
    if (known === 0) return newState(states, hash);
    if (holds(states, known - 1, list)) return known - 1;
  }
}

const hashOn = (hash: number, place: number): number => Math.imul(hash ^ place, 0x01000193);

function holds({ from, held }: States, state: number, list: readonly number[]): boolean {
  const start = from[state] as number;
  if ((from[state + 1] as number) - start !== list.length) return false;
  for (let i = 0; i < list.length; i++) if (held[start + i] !== list[i]) return false;
  return true;
}

function newState(states: States, hash: number): number {
  const { list } = states.places;
  if (states.count >= states.most || (states.from[states.count] as number) + list.length > MOST_HELD)
    forget(states);
  if (states.count === states.mask.length) widen(states);
  const state = states.count++;
  const start = states.from[state] as number;
  if (start + list.length > states.held.length)
    states.held = wider(states.held, Math.max(2 * states.held.length, start + list.length));
  states.held.set(list, start);
  states.from[state + 1] = start + list.length;
  states.mask[state] = maskOf(states.places);
  for (const boundary of Object.values(BOUNDARY))
    states.endsAt[state * BOUNDARIES + boundary] = keepEnds(states.ends, endsAt(states.places, boundary));
  let slot = slotOf(hash, states.same);
  while (states.same[slot] !== 0) slot = (slot + 1) & (states.same.length - 1);
  states.same[slot] = state + 1;
  return state;
}

function keepEnds(ends: number[], entries: readonly number[]): number {
  if (entries.length === 0) return 0;
  ends.push(entries.length, ...entries);
  return ends.length - 1 - entries.length;
}

function wider(table: Int32Array, length: number): Int32Array {
  const made = new Int32Array(length);
  made.set(table);
  return made;
}

function widen(states: States): void {
  const room = states.mask.length * 2;
  states.from = wider(states.from, room + 1);
  states.mask = wider(states.mask, room);
  states.other = wider(states.other, room << KINDS);
  states.endsAt = wider(states.endsAt, room * BOUNDARIES);
  states.same = new Int32Array(room * 2);
  for (let state = 1; state < states.count; state++) {
    const places = states.held.subarray(states.from[state], states.from[state + 1]);
    const hash = places.reduce(hashOn, places.length);
    let slot = slotOf(hash, states.same);
    while (states.same[slot] !== 0) slot = (slot + 1) & (states.same.length - 1);
    states.same[slot] = state + 1;
  }
}

function forget(states: States): void {
  states.count = 1;
  states.known = 0;
  states.ends.length = 1;
  states.era++;
  for (const table of [states.other, states.next, states.first, states.same]) table.fill(0);
}
