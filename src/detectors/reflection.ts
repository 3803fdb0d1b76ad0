import type { Detector, Hit, Talk, Turn } from "../model/index.js";
import { PorterStemmer } from "../text/index.js";
import { agentTurns, answered, placeOf, signal } from "./shared/turns.js";
import { STOP } from "./shared/stop-words.js";

/** Words of the customer's last turns that an agent's sentence must share to give something back. */
const LEAST_SHARED = 2;
/** With an explicit frame ("so you…", "you said…") fewer are enough. */
const LEAST_SHARED_FRAMED = 1;
/** How many of the customer's turns back it may reach. */
const REACH = 3;

/** Gives back in their own words what the customer said or felt. */
export const reflection: Detector = {
  name: "reflection",
  summary: "Gives the customer's own substance back; a read-back of numbers is no reflection",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const told = answered(talk, turn).slice(-REACH);
      if (!told.some(cue => talk.words(cue.index).length >= 6)) return [];
      const theirs = new Set(told.flatMap(cue => stems(talk.words(cue.index))));
      const frame = talk.in(turn.index, "reflect-frame").find(hit => shares(talk, turn, hit, theirs));
      return frame ? [signal("reflection", turn.role, [placeOf(frame)])] : [];
    });
  },
};

function shares(talk: Talk, turn: Turn, hit: Hit, theirs: ReadonlySet<string>): boolean {
  const sentence = talk.sentence(turn.index, hit.from);
  if (sentence.question && /^(?:do|does|did|is|are|was|were|have|has|can|could|would|what|when|where|which|who|why|how)\b/iu.test(turn.text.slice(sentence.from, sentence.to).trim())) return false;
  const words = turn.text.slice(hit.from, Math.min(sentence.to, hit.to + 60)).toLowerCase().match(/[\p{L}]+(?:['’]\p{L}+)?/gu) ?? [];
  const shared = new Set(stems(words).filter(stem => theirs.has(stem)));
  const explicit = /hear you|understood|back|recap|right|sounds|you said|you mention|you are saying/u.test(hit.phrase) || /^[^a-z]*(?:so|okay so|right so|and so)\b/iu.test(turn.text.slice(sentence.from));
  return shared.size >= (explicit ? LEAST_SHARED_FRAMED : LEAST_SHARED);
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
