import type { Detector, Signal, Talk, Turn } from "../model/index.js";
import { hinted } from "./shared/hinted.js";
import { ITEMS, type Item } from "./shared/items.js";
import {
  agentTurns,
  customerTurns,
  isAgent,
  isCustomer,
  lastBefore,
  signal,
  whole,
  wordCount,
} from "./shared/turns.js";

/** Asks the customer for something they already gave; or the customer says so. */
export const askedAgain: Detector = {
  name: "asked-again",
  summary: "The customer says they already said it, or the same thing is asked for twice",

  detect(talk) {
    const seen = new Set<number>();
    const found = [
      ...customerTurns(talk).flatMap(turn => protested(talk, turn)),
      ...agentTurns(talk).flatMap(turn => repeated(talk, turn)),
    ];
    return found.filter(({ evidence }) => !seen.has(evidence[0]!.turn) && seen.add(evidence[0]!.turn));
  },
};

/** "I already told you": what the agent asked just before had been given. */
function protested(talk: Talk, turn: Turn): readonly Signal[] {
  if (!talk.in(turn.index, "told-already").length) return [];
  const asker = lastBefore(talk.turns, turn.index, isAgent);
  if (!asker) return [];
  if (/\banything else\b/iu.test(asker.text)) return [];
  const asks =
    asker.text.includes("?") ||
    ["identity-question", "probe"].some(list => talk.in(asker.index, list).length > 0);
  return asks ? [again(talk, asker)] : [];
}

const again = (talk: Talk, asker: Turn): Signal =>
  signal("asked-again", "agent", [whole(asker)], {
    detail: { repaired: mended(talk, asker) ? "yes" : "no" },
  });

/** With a reason in the same breath, or a real apology in it or in the next turn. */
function mended(talk: Talk, asker: Turn): boolean {
  const after = agentTurns(talk).find(next => next.index > asker.index);
  if (REASON.test(asker.text)) return true;
  const sorry = after && ["responsibility", "sorry-for"].some(list => talk.in(after.index, list).length > 0);
  return sorry === true || (after !== undefined && /\byou (?:did|told|already|said)\b/iu.test(after.text));
}

const REASON =
  /\b(?:because|since my|so (?:that )?i can|my (?:screen|system)|didn'?t (?:save|come through|carry)|for (?:security|data protection)|i'?ve lost|(?:has|have) lost|lost the)\b/iu;

/** The agent asks for a kind of thing that was given before. */
function repeated(talk: Talk, turn: Turn): readonly Signal[] {
  if (problemAgain(talk, turn)) return [again(talk, turn)];
  const item = ITEMS.find(each => asksFor(turn, each) && givenBefore(talk, turn, each));
  return item ? [again(talk, turn)] : [];
}

const ASKING =
  /\b(?:what|which|whats|when|can|could|may|might|do you|have you|give|tell|need|please|was|and|your|get|take|provide|send)\b/iu;
/** Checks what is known, or asks for more than the thing: no repeat. */
const CHECKING =
  /\b(?:(?:number|reference|code|id)(?:'?s| is| was)|confirm|verify|verification|spell|check|is (?:that|it) still|still|correct|right|yes|i have|i'?ve got|i see|to (?:that|this|your)|sent|send (?:you|it|that)|new|another|different|other|in front|before that|too|as well|on (?:that|your|the) (?:same )?)\b/iu;
/** Characters around the thing that belong to the question. */
const AROUND = 60;

function asksFor(turn: Turn, { named }: Item): boolean {
  const found = named.exec(turn);
  if (!found) return false;
  const { text } = turn;
  const clause = text.slice(Math.max(0, found.index - AROUND), found.index + found[0].length + AROUND / 2);
  const sentence = clause.split(/[.!]\s/u).find(part => named.pattern.test(part)) ?? clause;
  if (CHECKING.test(sentence) || /\d{3}/u.test(sentence)) return false;
  return sentence.includes("?") || ASKING.test(sentence);
}

const REFUSED =
  /\b(?:don'?t|do not|not|no|never|can'?t|cannot|haven'?t|hang on|hold on|one (?:second|moment|sec)|why|what|sorry|lost|forgot\w*|won'?t)\b/iu;
/** Most words of an answer that a "no" in it makes a refusal. */
const REFUSAL = 12;

const isRefusal = (answer: Turn): boolean =>
  wordCount(answer) <= REFUSAL && REFUSED.test(answer.text) && !/\d/u.test(answer.text);

/** Turns that are looked through for what was given; more than a call has, so that no call is without end. */
const FARTHEST = 1_000;

/** The customer gave it unasked, or answered when a bot or an agent asked for it. */
function givenBefore(talk: Talk, turn: Turn, item: Item): boolean {
  let answer: Turn | undefined;
  for (let i = turn.index - 1; i >= Math.max(0, turn.index - FARTHEST); i--) {
    const earlier = talk.turns[i] as Turn;
    if (isCustomer(earlier)) {
      if (item.given?.test(earlier)) return true;
      answer = earlier;
    } else if (answer && earlier.role !== "system" && !isRefusal(answer) && asksFor(earlier, item))
      return true;
  }
  return false;
}

const PROBLEM = hinted(
  /\b(?:what(?:'?s| is| was| seems to be) (?:the|your) (?:problem|issue|matter|trouble|complaint|query|nature)|what seems to be|nature of (?:your|the)|how (?:can|may) i help)\b/iu,
  "problem",
  "issue",
  "matter",
  "trouble",
  "complaint",
  "query",
  "nature",
  "seems to be",
  "i help",
);
/** Words in which a problem has been told. */
const TOLD = 9;

/** "What seems to be the problem?" to somebody who has told it. */
function problemAgain(talk: Talk, turn: Turn): boolean {
  if (!PROBLEM.test(turn)) return false;
  return talk.turns
    .slice(Math.max(0, turn.index - FARTHEST), turn.index)
    .some(
      told =>
        isCustomer(told) &&
        wordCount(told) >= TOLD &&
        ["cust-trouble", "cust-feeling", "cust-insist"].some(list => talk.in(told.index, list).length > 0),
    );
}
