import type { Detector, Talk, Turn } from "../model/index.js";
import { sentencesOf } from "../text/index.js";
import { substance } from "./shared/substance.js";
import { agentTurns, isAgent, isCustomer, signal, wordCount } from "./shared/turns.js";

/** Gives back in their own words what the customer said or felt. */
export const reflection: Detector = {
  name: "reflection",
  summary: "Gives the customer's own substance back; a read-back of numbers is no reflection",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const told = toldBefore(talk, turn);
      const stretches = told.length ? openingOf(turn.text) : [];
      const found = stretches.find((each, n) => givesBack(talk, turn, each, told, stretches[n + 1]));
      return found
        ? [signal("reflection", turn.role, [{ turn: turn.index, from: found.from, to: found.to }])]
        : [];
    });
  },
};

/** Customer turns that a reflection reaches back over, and turns of anybody. */
const REACH = 4;
const NEAR = 8;
/** Most words of an answer to an identity question. */
const DATA = 12;

/** What the customer told of late, newest last; an answer to "and your name?" is data. */
function toldBefore(talk: Talk, turn: Turn): readonly Turn[] {
  const before = talk.turns.slice(0, turn.index);
  const told = before.slice(-NEAR).filter(isCustomer).slice(-REACH);
  const last = told.at(-1);
  const asked = before.reverse().find(isAgent);
  const data =
    last && asked && talk.in(asked.index, "identity-question").length > 0 && wordCount(last) < DATA;
  return data ? told.slice(0, -1) : told;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** An answer that gives something back does so at its beginning: among its first so many sentences. */
const EARLY = 5;
/** Longest sentence that is one, and how much of a longer or unpunctuated one is looked at, in words. */
const ONE = 28;
const MOST = 32;
/** Where the agent turns from what was said to what they do or ask. */
const TURNS_TO =
  /\b(?:let me|let'?s|i'?ll|i'?m (?:going|so|really|very|ever)|can (?:i|you)|could you|may i|what'?s|have you|did you|do you|is there|was it|does it|would you|sorry|please)\b/giu;

function openingOf(text: string): readonly Stretch[] {
  const all = sentencesOf(text);
  return all.slice(0, EARLY).map(({ from, to }) => {
    const whole = text.slice(from, to);
    const short = all.length > 1 && whole.split(/\s+/u).length <= ONE;
    const kept = short ? whole : firstWords(beforeTurning(whole));
    return { from, to: from + kept.length, text: kept.trim() };
  });
}

function beforeTurning(text: string): string {
  for (const match of text.matchAll(TURNS_TO))
    if (text.slice(0, match.index).trim().split(/\s+/u).length >= 3) return text.slice(0, match.index);
  return text;
}

const firstWords = (text: string): string =>
  text
    .split(/(?<=\s)(?=\S)/u)
    .slice(0, MOST)
    .join("");

/** Frames that hand the customer's words back: whatever follows is theirs. */
const STRONG =
  /\b(?:what i'?m hearing|if i(?:'?ve| have)? (?:understood|got|understand)|you(?:'?re| are) (?:saying|telling me)|(?:it |that )?sounds? (?:like|as if|as though) you|you sound|say (?:it|that) (?:all )?back|in other words|(?:just )?to recap|to summari[sz]e)\b/iu;
/** Frames that often do, where words are shared. */
const FRAME =
  /\b(?:so,? (?:you(?:r|'?re|'?ve|'?d)?|he'?s?|she'?s?|they|its?|it's|the|what|that'?s?|basically|from|if|there|am i|we)|i hear (?:you|that)|you (?:said|mentioned|told)|sounds like|what you want|what you need|just to (?:check|confirm|be clear|make sure))\b/iu;
/** "So you'd need to…" and "so what you do is…" give nothing back, they tell what to do. */
const TELLS =
  /\bso,? (?:what you (?:do|need|can)|if you|you(?:'?ll|'?d| will| would| can| could| need| should| have to| may))\b/iu;
const OPENS =
  /^(?:(?:oh|okay|ok|right|yeah|and|just|lovely|alright|well|no|mm),? )*so,? (?!(?:i|i'?m|i'?ll|i'?ve|let|lets|can|could|to|please|do|did|when|where|how|why|which|is|are|have|now|that'?s (?:the|why|all)|we'?ll)\b)\p{L}/iu;
const OWN =
  /\b(?:i(?:'?ll|'?ve|'?m| can| could| will| have| am)|let (?:me|us)|let'?s|we(?:'?ll| can| could| will)|please|kindly|can (?:you|i)|(?:could|may) (?:you|i)|our|policy|unfortunately|sorry|apolog\w+|thank\w*)\b/iu;
const ASKS =
  /^(?:(?:and|so|okay|ok|but|right|oh) )*(?:what|when|where|which|who|why|how|do|does|did|is|are|was|were|have|has|can|could|would|will)\b/iu;
const TAG = /\b(?:right|correct|it|that|this|yes|yeah|fair)\?$/iu;
const CHECK =
  /\b(?:(?:have|did) i (?:got |get )?(?:that|it|this|all)|is that (?:right|correct|it|fair|about right)|am i (?:right|following)|that right|do i have that|got that right|understood (?:that|you|it|correctly)|correct me)\b/iu;

/** Content words that a stretch must share with what was told, and the share of its own that they make. */
const PLAIN = { words: 3, share: 0.3 };
const FRAMED = { words: 2, share: 0.2 };
const OPENED = { words: 1, share: 0.1 };
/** Words of the customer's last turn after which "so you…" gives it back. */
const TOLD = 6;

/** A statement about the customer's matter in their words; framed as "so you…" or checked, fewer are enough. */
function givesBack(
  talk: Talk,
  turn: Turn,
  { from, to, text }: Stretch,
  told: readonly Turn[],
  next: Stretch | undefined,
): boolean {
  const own = substance(text);
  if (text.split(/\s+/u).length < 3 || !own.size) return false;
  if (
    ["refusal", "defensive", "blame", "passing-on"].some(list =>
      talk.in(turn.index, list).some(hit => hit.from >= from && hit.from < to),
    )
  )
    return false;
  if (STRONG.test(text) && !TELLS.test(text) && own.size >= 3) return true;
  if (
    checked(text, next) &&
    own.size >= 3 &&
    shares(own, talk.turns.slice(0, turn.index).filter(isCustomer), FRAMED)
  )
    return true;
  const framed = (FRAME.test(text) || OPENS.test(text)) && !TELLS.test(text);
  if (text.endsWith("?") && ASKS.test(text) && !TAG.test(text)) return false;
  if (OWN.test(text) && !framed) return false;
  const last = told.at(-1) as Turn;
  const opened =
    framed &&
    OPENS.test(text) &&
    text.split(/\s+/u).length >= 6 &&
    (wordCount(last) >= TOLD || TAG.test(text));
  return shares(own, told, opened ? OPENED : framed ? FRAMED : PLAIN);
}

const checked = (text: string, next: Stretch | undefined): boolean =>
  CHECK.test(text) || (next !== undefined && next.text.split(/\s+/u).length < 9 && CHECK.test(next.text));

function shares(
  own: ReadonlySet<string>,
  told: readonly Turn[],
  least: { readonly words: number; readonly share: number },
): boolean {
  const theirs = new Set(told.flatMap(turn => [...substance(turn.text)]));
  const shared = [...own].filter(word => theirs.has(word)).length;
  return theirs.size >= 3 && shared >= least.words && shared >= own.size * least.share;
}
