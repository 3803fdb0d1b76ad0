import type { Turn } from "../model/index.js";
import type { Lexicon } from "./lexicon.js";
import { MATCH, newWalk, type Walk, walkTurn } from "./match.js";
import { newTokens, type Tokens, tokenise } from "./tokens.js";

/** Numbers that one hit takes: list, entry, characters [from, to), tokens first and last, and 1 + the guard that keeps it. */
export const HIT = 7;
/** Where each of them stands. */
export const AT = { list: 0, entry: 1, from: 2, to: 3, first: 4, last: 5, kept: 6 } as const;

/** Phrases found in a transcript as numbers: most of them nobody asks for, and those never become objects. */
export interface Heard {
  /** Turn → where its hits begin in `hits`, in hits; one longer than the turns. */
  readonly turnAt: Int32Array;
  readonly hits: Int32Array;
  /** Lists by number; those on top that the others have not come behind. */
  readonly lists: readonly string[];
  readonly phrases: readonly string[];
}

/** Hears transcript after transcript by the same phrases. */
export type Ear = (turns: readonly Turn[]) => Heard;

/** Room for the hits of one transcript, to be used again for the next. */
interface Room {
  hits: Int32Array;
  count: number;
}

const ears = new WeakMap<Lexicon, Ear>();

/** The ear for a lexicon; it is made once. */
export function earFor(lexicon: Lexicon): Ear {
  let ear = ears.get(lexicon);
  if (ear === undefined) {
    ear = newEar(lexicon);
    ears.set(lexicon, ear);
  }
  return ear;
}

function newEar(lexicon: Lexicon): Ear {
  const layers = layersOf(lexicon);
  const lists = [...new Set(layers.flatMap(layer => layer.names))];
  const phrases = layers.flatMap(({ walk }) => [...walk.lexicon.phrases]);
  const room: Room = { hits: new Int32Array(1024 * HIT), count: 0 };
  const [base, ...top] = layers as [Layer, ...Layer[]];
  return turns => {
    const turnAt = new Int32Array(turns.length + 1);
    room.count = 0;
    for (let i = 0; i < turns.length; i++) {
      const { kind, text } = turns[i] as Turn;
      const from = room.count;
      if (kind !== "event") {
        hear(base, text, room);
        for (const layer of top) onTop(layer, text, room, from);
      }
      turnAt[i + 1] = room.count;
    }
    return { turnAt, hits: room.hits.slice(0, room.count * HIT), lists, phrases };
  };
}

/** A lexicon ready to be walked, and its lists by their common numbers. */
interface Layer {
  readonly walk: Walk;
  readonly tokens: Tokens;
  readonly names: readonly string[];
  readonly listOf: Int32Array;
  /** Its first phrase among all. */
  readonly phraseAt: number;
}

/** The lexicon and those on top of it. */
function layersOf(lexicon: Lexicon): readonly Layer[] {
  const layers: Layer[] = [];
  const numbers = new Map<string, number>();
  let phraseAt = 0;
  for (let each: Lexicon | undefined = lexicon; each !== undefined; each = each.onTop) {
    const tokens = newTokens();
    for (const name of each.lists) if (!numbers.has(name)) numbers.set(name, numbers.size);
    const listOf = Int32Array.from(each.lists, name => numbers.get(name) as number);
    layers.push({ walk: newWalk(tokens, each), tokens, names: each.lists, listOf, phraseAt });
    phraseAt += each.phrases.length;
  }
  return layers;
}

/** Adds what one lexicon finds in a turn. */
function hear({ walk, tokens, listOf, phraseAt }: Layer, text: string, room: Room): void {
  tokenise(text, walk.lexicon, tokens);
  walkTurn(walk);
  const { found, count, lexicon } = walk;
  if ((room.count + count) * HIT > room.hits.length) widen(room, (room.count + count) * HIT);
  const { hits } = room;
  let at = room.count * HIT;
  for (let m = 0; m < count * MATCH; m += MATCH, at += HIT) {
    const entry = found[m] as number;
    const first = found[m + 1] as number;
    const last = found[m + 2] as number;
    hits[at + AT.list] = listOf[lexicon.entryList[entry] as number] as number;
    hits[at + AT.entry] = phraseAt + entry;
    hits[at + AT.from] = tokens.from[first] as number;
    hits[at + AT.to] = tokens.to[last] as number;
    hits[at + AT.first] = first;
    hits[at + AT.last] = last;
    hits[at + AT.kept] = found[m + 3] as number;
  }
  room.count += count;
}

function widen(room: Room, least: number): void {
  const wider = new Int32Array(Math.max(least, room.hits.length * 2));
  wider.set(room.hits);
  room.hits = wider;
}

/** Adds what phrases on top find in a turn, in order of place; of one list from one character the longest stays. */
function onTop(layer: Layer, text: string, room: Room, from: number): void {
  const before = room.count;
  hear(layer, text, room);
  if (room.count === before) return;
  const best = new Map<string, Int32Array>();
  for (let hit = from; hit < room.count; hit++) {
    const row = room.hits.slice(hit * HIT, (hit + 1) * HIT);
    const key = `${row[AT.from]} ${row[AT.list]}`;
    const known = best.get(key);
    if (!known || (row[AT.to] as number) > (known[AT.to] as number)) best.set(key, row);
  }
  const kept = [...best.values()].sort((a, b) => (a[AT.from] as number) - (b[AT.from] as number));
  kept.forEach((row, i) => {
    room.hits.set(row, (from + i) * HIT);
  });
  room.count = from + kept.length;
}
