import type { Hit, Talk, Transcript } from "../model/index.js";
import { GUARDS } from "./book.js";
import { lowerWords } from "./count.js";
import { AT, earFor, type Heard, HIT } from "./heard.js";
import type { Lexicon } from "./lexicon.js";
import { type Sentence, sentencesOf } from "./sentences.js";

const NONE: readonly Hit[] = [];

/** Reads every turn once and finds all phrases of all lists in it. */
export function createTalk(
  transcript: Transcript,
  lexicon: Lexicon,
): Talk & { readonly all: readonly Hit[] } {
  const { turns } = transcript;
  const heard = earFor(lexicon)(turns);
  const index = indexOf(heard);
  const words = new Map<number, readonly string[]>();
  const sentences = new Map<number, readonly Sentence[]>();
  return {
    transcript,
    turns,
    get all() {
      return turns.flatMap((_, turn) => allIn(heard, turn));
    },
    hits: list => turns.flatMap((_, turn) => index.in(turn, list)),
    in: index.in,
    sentence(turn, at) {
      let found = sentences.get(turn);
      if (!found) {
        found = sentencesOf(turns[turn]?.text ?? "");
        sentences.set(turn, found);
      }
      return found.find(sentence => at < sentence.to) ?? (found.at(-1) as Sentence);
    },
    words(turn) {
      let found = words.get(turn);
      if (!found) {
        found = lowerWords(turns[turn]?.text ?? "");
        words.set(turn, found);
      }
      return found;
    },
  };
}

const numbers = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Number of each list; the lists of an ear stay the same. */
function numbersOf(lists: readonly string[]): ReadonlyMap<string, number> {
  let found = numbers.get(lists);
  if (found === undefined) {
    found = new Map(lists.map((name, i) => [name, i]));
    numbers.set(lists, found);
  }
  return found;
}

/**
 * Hits that count, by turn and list. Which lists a turn has is known as bits: most questions are about a list that a
 * turn does not have. Hits become objects when they are asked for.
 */
function indexOf(heard: Heard): { in(turn: number, list: string): readonly Hit[] } {
  const lists = numbersOf(heard.lists);
  const width = (heard.lists.length + 31) >>> 5;
  const has = listsByTurn(heard, width);
  const made = new Map<number, readonly Hit[]>();
  return {
    in(turn, name) {
      const list = lists.get(name);
      if (list === undefined) return NONE;
      const bits = has[turn * width + (list >>> 5)];
      if (bits === undefined || ((bits >>> (list & 31)) & 1) === 0) return NONE;
      const key = turn * heard.lists.length + list;
      let found = made.get(key);
      if (found === undefined) {
        found = hitsOf(heard, turn, list);
        made.set(key, found);
      }
      return found;
    },
  };
}

function listsByTurn({ turnAt, hits }: Heard, width: number): Uint32Array {
  const turns = turnAt.length - 1;
  const has = new Uint32Array(turns * width);
  for (let turn = 0; turn < turns; turn++) {
    const end = (turnAt[turn + 1] as number) * HIT;
    for (let at = (turnAt[turn] as number) * HIT; at < end; at += HIT) {
      if (hits[at + AT.kept] !== 0) continue;
      const list = hits[at + AT.list] as number;
      const word = turn * width + (list >>> 5);
      has[word] = (has[word] as number) | (1 << (list & 31));
    }
  }
  return has;
}

function hitsOf(heard: Heard, turn: number, list: number): readonly Hit[] {
  const { turnAt, hits } = heard;
  const found: Hit[] = [];
  const end = (turnAt[turn + 1] as number) * HIT;
  for (let at = (turnAt[turn] as number) * HIT; at < end; at += HIT)
    if (hits[at + AT.list] === list && hits[at + AT.kept] === 0) found.push(hitAt(heard, turn, at));
  return found;
}

function hitAt({ hits, lists, phrases }: Heard, turn: number, at: number): Hit {
  return {
    turn,
    from: hits[at + AT.from] as number,
    to: hits[at + AT.to] as number,
    list: lists[hits[at + AT.list] as number] as string,
    phrase: phrases[hits[at + AT.entry] as number] as string,
    first: hits[at + AT.first] as number,
    last: hits[at + AT.last] as number,
  };
}

/** Every hit of a turn, those that a guard keeps from counting too. */
function allIn(heard: Heard, turn: number): readonly Hit[] {
  const { turnAt, hits } = heard;
  const found: Hit[] = [];
  for (let hit = turnAt[turn] as number; hit < (turnAt[turn + 1] as number); hit++) {
    const kept = GUARDS[(hits[hit * HIT + AT.kept] as number) - 1];
    const made = hitAt(heard, turn, hit * HIT);
    found.push(kept === undefined ? made : { ...made, kept });
  }
  return found;
}
