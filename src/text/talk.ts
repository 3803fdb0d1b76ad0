import type { Hit, Talk, Transcript, Turn } from "../model/index.js";
import type { Lexicon } from "./lexicon.js";
import { findPhrases } from "./match.js";
import { type Sentence, sentencesOf } from "./sentences.js";
import { newTokens, type Tokens, tokenise } from "./tokens.js";

const NONE: readonly Hit[] = [];
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** Reads every turn once and finds all phrases of all lists in it. */
export function createTalk(
  transcript: Transcript,
  lexicon: Lexicon,
): Talk & { readonly all: readonly Hit[] } {
  const all: Hit[] = [];
  const tokens = newTokens();
  for (const turn of transcript.turns) {
    if (turn.kind === "event") continue;
    const from = all.length;
    findIn(turn, lexicon, tokens, all);
    if (lexicon.onTop) onTop(turn, lexicon.onTop, tokens, all, from);
  }
  return talkOf(transcript, all);
}

function findIn(turn: Turn, lexicon: Lexicon, tokens: Tokens, all: Hit[]): void {
  tokenise(turn.text, lexicon, tokens);
  for (const match of findPhrases(tokens, lexicon)) {
    const list = lexicon.lists[lexicon.entryList[match.entry] as number] as string;
    const phrase = lexicon.phrases[match.entry] as string;
    const span = { from: tokens.from[match.first] as number, to: tokens.to[match.last] as number };
    all.push({
      turn: turn.index,
      ...span,
      list,
      phrase,
      first: match.first,
      last: match.last,
      ...(match.kept && { kept: match.kept }),
    });
  }
}

/** Adds what phrases on top find in a turn, in order of place; of one list from one word the longest stays. */
function onTop(turn: Turn, lexicon: Lexicon, tokens: Tokens, all: Hit[], from: number): void {
  const more: Hit[] = [];
  findIn(turn, lexicon, tokens, more);
  if (more.length === 0) return;
  const best = new Map<string, Hit>();
  for (const hit of [...all.splice(from), ...more]) {
    const key = `${hit.from} ${hit.list}`;
    const known = best.get(key);
    if (!known || hit.to > known.to) best.set(key, hit);
  }
  all.push(...[...best.values()].sort((a, b) => a.from - b.from));
}

/** Hits by list, over the whole talk and turn by turn. */
interface Index {
  readonly all: Map<string, Hit[]>;
  readonly turns: (Map<string, Hit[]> | undefined)[];
}

function indexOf(hits: readonly Hit[]): Index {
  const index: Index = { all: new Map(), turns: [] };
  for (const hit of hits) {
    if (hit.kept) continue;
    put(index.all, hit.list, hit);
    let turn = index.turns[hit.turn];
    if (!turn) {
      turn = new Map();
      index.turns[hit.turn] = turn;
    }
    put(turn, hit.list, hit);
  }
  return index;
}

function talkOf(transcript: Transcript, all: readonly Hit[]): Talk & { readonly all: readonly Hit[] } {
  const index = indexOf(all);
  const words = new Map<number, readonly string[]>();
  const sentences = new Map<number, readonly Sentence[]>();
  return {
    transcript,
    turns: transcript.turns,
    all,
    hits: list => index.all.get(list) ?? NONE,
    in: (turn, list) => index.turns[turn]?.get(list) ?? NONE,
    sentence(turn, at) {
      let found = sentences.get(turn);
      if (!found) {
        found = sentencesOf(transcript.turns[turn]?.text ?? "");
        sentences.set(turn, found);
      }
      return found.find(sentence => at < sentence.to) ?? (found.at(-1) as Sentence);
    },
    words(turn) {
      let found = words.get(turn);
      if (!found) {
        found = wordsOf(transcript.turns[turn]);
        words.set(turn, found);
      }
      return found;
    },
  };
}

/** Words of a turn in lower case, apostrophes straight. */
function wordsOf(turn: Turn | undefined): readonly string[] {
  return (turn?.text.match(WORD) ?? []).map(word => word.toLowerCase().replaceAll("’", "'"));
}

function put(map: Map<string, Hit[]>, key: string, hit: Hit): void {
  const list = map.get(key);
  if (list) list.push(hit);
  else map.set(key, [hit]);
}
