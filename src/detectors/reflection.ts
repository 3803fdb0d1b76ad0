import type { Detector, Talk, Turn } from "../model/index.js";
import { PorterStemmer, sentencesOf } from "../text/index.js";
import { agentTurns, answered, signal } from "./shared/turns.js";
import { STOP } from "./shared/stop-words.js";

/** Content words that a statement must share with the customer's last turns to give something back. */
const LEAST_SHARED = 2;
/** Share of its own content words that they must make. */
const LEAST_SHARE = 0.34;
/** How many of the customer's turns back it may reach. */
const REACH = 3;
/** An answer that gives something back does so at its beginning: among its first so many sentences. */
const EARLY = 3;
/** Most words of an unpunctuated stretch that count as one sentence. */
const STRETCH = 26;

/** Gives back in their own words what the customer said or felt. */
export const reflection: Detector = {
  name: "reflection",
  summary: "Gives the customer's own substance back; a read-back of numbers is no reflection",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const told = answered(talk, turn).slice(-REACH);
      if (!told.some(cue => talk.words(cue.index).length >= 5)) return [];
      const theirs = new Set(told.flatMap(cue => stems(talk.words(cue.index))));
      const place = sentences(turn).find(each => givesBack(talk, turn, each, theirs));
      return place ? [signal("reflection", turn.role, [{ turn: turn.index, ...place }])] : [];
    });
  },
};

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function sentences(turn: Turn): readonly Stretch[] {
  return sentencesOf(turn.text)
    .slice(0, EARLY)
    .map(({ from, to }) => ({ from, to: Math.min(to, stretchEnd(turn.text, from)) }));
}

/** Where the word past the longest stretch begins. */
function stretchEnd(text: string, from: number): number {
  let at = from;
  for (let words = 0; words < STRETCH && at < text.length; words++) {
    const space = text.indexOf(" ", at + 1);
    at = space < 0 ? text.length : space;
  }
  return at;
}

const FRAME = /\b(?:so (?:you|your|he|she|they|it|the|what|that|basically|if|there|am i)|i hear (?:you|that)|you(?:'?re| are) (?:saying|telling)|you (?:said|mentioned|told)|if i(?:'?ve)? (?:understood|got|understand)|have i got|sounds like|what you want|what you need|say (?:it|that) (?:all )?back|in other words|to (?:recap|summarise|summarize))\b/iu;
const OWN = /\b(?:i(?:'?ll|'?ve|'?m|'?d)?|we(?:'?ll|'?ve|'?re)?|let (?:me|us|'?s)|let'?s|please|kindly|can you|could you|sorry|apolog\w+|our|policy|unfortunately)\b/iu;
const ASKS = /^(?:(?:and|so|okay|ok|but) )*(?:what|when|where|which|who|why|how|do|does|did|is|are|was|were|have|has|can|could|would|will)\b/iu;

/** A statement about the customer's matter that shares their words; with a frame such as "so you…", one is enough. */
function givesBack(talk: Talk, turn: Turn, { from, to }: Stretch, theirs: ReadonlySet<string>): boolean {
  const text = turn.text.slice(from, to).trim();
  const framed = FRAME.test(text);
  if (ASKS.test(text) && !framed) return false;
  if (OWN.test(text) && !framed) return false;
  if (["refusal", "defensive", "passing-on"].some(list => talk.in(turn.index, list).some(hit => hit.from >= from && hit.from < to))) return false;
  const own = stems(text.toLowerCase().match(/[\p{L}]+(?:['’]\p{L}+)?/gu) ?? []);
  const shared = new Set(own.filter(stem => theirs.has(stem)));
  if (framed) return shared.size >= 1 && own.length >= 2;
  return shared.size >= LEAST_SHARED && shared.size >= own.length * LEAST_SHARE && own.length >= 3;
}

const cache = new Map<string, string>();

/** Content words by Porter stem; function words and numbers left out. */
function stems(words: readonly string[]): string[] {
  return words.flatMap(word => {
    if (word.length < 3 || STOP.has(word) || /\d/u.test(word)) return [];
    let stem = cache.get(word);
    if (stem === undefined) {
      stem = PorterStemmer.stem(word);
      if (cache.size < 20_000) cache.set(word, stem);
    }
    return [stem];
  });
}
