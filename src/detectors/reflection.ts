import type { Detector, Place, Talk, Turn } from "../model/index.js";
import { sentencesOf, splitsIn, startOf, wordsIn } from "../text/index.js";
import {
  ACTS,
  AGAINST,
  ASKS,
  CHECK,
  FRAME,
  OPENS,
  OWN,
  SO_YOU,
  STRONG,
  TAG,
  TELLS,
  THEIRS,
} from "./shared/frames.js";
import { hinted } from "./shared/hinted.js";
import { substance, substanceOf } from "./shared/substance.js";
import { agentTurns, customersBefore, isAgent, lastBefore, signal, wordCount } from "./shared/turns.js";

/** Gives back in their own words what the customer said or felt. */
export const reflection: Detector = {
  name: "reflection",
  summary:
    "Gives the customer's own substance back, in `own` words or as an `echo`; a read-back of numbers is no reflection",
  after: ["empathy"],

  detect(talk, earlier) {
    const felt = new Map(earlier("empathy").map(found => [found.evidence[0]!.turn, found.evidence[0]!]));
    return agentTurns(talk).flatMap(turn => {
      const told = toldBefore(talk, turn);
      const stretches = told.length ? openingOf(turn) : [];
      const found =
        stretches.find((each, n) => givesBack(talk, turn, each, told, stretches[n + 1])) ??
        bears(talk, stretches, felt.get(turn.index));
      if (!found) return [];
      const next = stretches[stretches.indexOf(found) + 1];
      const kind = !felt.has(turn.index) && echoes(turn, found, told, next) ? "echo" : "own";
      const place = { turn: turn.index, from: found.from, to: found.to };
      return [signal("reflection", turn.role, [place], { detail: { kind } })];
    });
  },
};

/** Customer turns that a reflection reaches back over, and turns of anybody. */
const REACH = 4;
const NEAR = 8;
/** Customer turns that a checking sentence may take up; longer than any call, so that no call is without end. */
const EARLIER = 400;
/** Most words of an answer to an identity question. */
const DATA = 12;

/** What the customer told of late, newest last; an answer to "and your name?" is data. */
function toldBefore(talk: Talk, turn: Turn): readonly Turn[] {
  const told = customersBefore(talk, turn.index, REACH).filter(({ index }) => index >= turn.index - NEAR);
  const last = told.at(-1);
  const asked = lastBefore(talk.turns, turn.index, isAgent);
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
const TURNS_TO = hinted(
  /\b(?:let me|let'?s|i'll|ill(?= \p{L})|i'?m (?:going|so|really|very|ever)|can (?:i|you)|could you|may i|what'?s|have you|did you|do you|is there|was it|does it|would you|sorry|please)\b/giu,
  "let",
  "i'll",
  "ill ",
  "i'm ",
  "im ",
  "can i",
  "can you",
  "could you",
  "may i",
  "what's",
  "whats",
  "have you",
  "did you",
  "do you",
  "is there",
  "was it",
  "does it",
  "would you",
  "sorry",
  "please",
);

function openingOf(turn: Turn): readonly Stretch[] {
  const all = turn.pieces.flatMap(({ from, to }) =>
    sentencesOf(turn.text.slice(from, to)).map(each => ({ from: from + each.from, to: from + each.to })),
  );
  return all.slice(0, EARLY).map(({ from, to }) => {
    const whole = turn.text.slice(from, to);
    const short = all.length > 1 && splitsIn(whole) <= ONE;
    const kept = short ? whole : startOf(beforeTurning(turn, whole), MOST);
    return { from, to: from + kept.length, text: kept.trim() };
  });
}

function beforeTurning(turn: Turn, text: string): string {
  if (!TURNS_TO.hints(turn)) return text;
  for (const match of text.matchAll(TURNS_TO.pattern))
    if (wordsIn(text.slice(0, match.index)) >= 3) return text.slice(0, match.index);
  return text;
}

/** Words of a telling. */
const LONG = 15;

/** Content words that a stretch must share with what was told, and the share of its own that they make. */
const PLAIN = { words: 3, share: 0.3 };
const FRAMED = { words: 2, share: 0.2 };
const OPENED = { words: 1, share: 0.1 };
/** The same of a few words without a doer, said first in answer to a telling: «three weeks for a battery». */
const FIRST = { words: 2, share: 0.4 };
const FIRST_WORDS = 16;
/** A statement of how things are; without one the words can only be theirs. */
const STATES = /(?:\b(?:is|are|was|were|has|have|had|does|did|will|can|says?|shows?)\b|['’]s\b)/iu;
const YOURS = /\byou(?:r|['’]?ve|['’]?re)?\b/iu;
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
  const words = wordsIn(text);
  if (words < 3) return false;
  const own = substance(text);
  if (own.size === 0) return false;
  if (AGAINST.inside(turn, text) || AGAINST.inside(turn, turn.text.slice(to, to + 6))) return false;
  const framed = !TELLS.inside(turn, text) && (FRAME.inside(turn, text) || OPENS.inside(turn, text));
  if (against(talk, turn, from, to, framed ? ["blame"] : TURNED)) return false;
  if (STRONG.inside(turn, text) && !TELLS.inside(turn, text)) return true;
  const yours = framed && OPENS.inside(turn, text) && YOURS.test(text);
  const earlier = (): boolean => shares(own, customersBefore(talk, turn.index, EARLIER), FRAMED);
  if (checked(turn, text, next) && (yours || (own.size >= 3 && earlier()))) return true;
  if (text.endsWith("?") && ASKS.test(text) && !TAG.test(text)) return false;
  if (OWN.test(text) && !framed) return false;
  const last = told.at(-1) as Turn;
  if (SO_YOU.inside(turn, text) && !TELLS.inside(turn, text) && wordCount(last) >= LONG) return true;
  const opened =
    framed && OPENS.inside(turn, text) && words >= 6 && (wordCount(last) >= TOLD || TAG.test(text));
  if (shares(own, told, opened ? OPENED : framed ? FRAMED : PLAIN)) return true;
  return words <= FIRST_WORDS && first(turn, from, text, last) && shares(own, told, FIRST);
}

/** The first thing said after a telling, short, and asking nothing. */
const first = (turn: Turn, from: number, text: string, last: Turn): boolean =>
  wordCount(last) >= LONG &&
  !text.endsWith("?") &&
  !STATES.test(text) &&
  !/[.!?]\s+\S+\s+\S/u.test(turn.text.slice(0, from));

const TURNED = ["refusal", "defensive", "blame", "passing-on"];

/** The stretch refuses, argues or blames; «so you still can't log in» gives the customer's own words back. */
function against(talk: Talk, turn: Turn, from: number, to: number, lists: readonly string[]): boolean {
  return lists.some(list =>
    talk
      .in(turn.index, list)
      .some(
        hit =>
          hit.from >= from &&
          hit.from < to &&
          !THEIRS.test(turn.text.slice(Math.max(0, hit.from - 4), hit.to)) &&
          !talk.in(turn.index, `${list}-not`).some(not => not.from < hit.to && hit.from < not.to),
      ),
  );
}

/** Words of the customer's that a sentence with empathy must hold. */
const FELT = 2;

/** The fact, named as something hard to bear, in the sentence of the feeling or beside it: one may be both (techniques.md, empathy). */
function bears(talk: Talk, stretches: readonly Stretch[], felt: Place | undefined): Stretch | undefined {
  if (!felt) return undefined;
  const at = stretches.findIndex(({ from, to }) => felt.from < to && felt.to > from);
  const theirs = new Set(
    customersBefore(talk, felt.turn, REACH).flatMap(each => [...substance(each.text, true)]),
  );
  return stretches.find(({ text }, n) => {
    if (Math.abs(n - at) > 1 || text.endsWith("?") || ACTS.test(text)) return false;
    const own = [...substance(text, true)];
    return own.filter(word => theirs.has(word)).length >= FELT;
  });
}

/** The customer's words as they said them, none of one's own and nothing asked: no understanding is added. */
function echoes(turn: Turn, { text }: Stretch, told: readonly Turn[], next: Stretch | undefined): boolean {
  if (
    FRAME.inside(turn, text) ||
    OPENS.inside(turn, text) ||
    STRONG.inside(turn, text) ||
    checked(turn, text, next)
  )
    return false;
  const theirs = new Set(told.flatMap(each => [...substanceOf(each)]));
  return [...substance(text)].every(word => theirs.has(word));
}

const checked = (turn: Turn, text: string, next: Stretch | undefined): boolean =>
  CHECK.inside(turn, text) ||
  (next !== undefined && splitsIn(next.text) < 9 && CHECK.inside(turn, next.text));

function shares(
  own: ReadonlySet<string>,
  told: readonly Turn[],
  least: { readonly words: number; readonly share: number },
): boolean {
  let shared = 0;
  for (const each of own) if (told.some(turn => substanceOf(turn).has(each))) shared++;
  return shared >= least.words && shared >= own.size * least.share && tell(told);
}

/** Content words, different ones, of those who told anything. */
const FEWEST = 3;

function tell(told: readonly Turn[]): boolean {
  const theirs = new Set<string>();
  for (const turn of told)
    for (const each of substanceOf(turn)) if (theirs.add(each).size >= FEWEST) return true;
  return false;
}
