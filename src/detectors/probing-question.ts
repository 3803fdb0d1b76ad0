import type { Detector, Hit, Talk, Turn } from "../model/index.js";
import { agentTurns, answered, placeOf, signal } from "./shared/turns.js";

/** What asks for something else than the problem. */
const OTHER_QUESTIONS = ["identity-question", "courtesy-question", "boundary"];

/** Explores the problem before a solution is given: once ways out lie on the table, questions are about these. */
export const probingQuestion: Detector = {
  name: "probing-question",
  summary: "Questions that explore the problem; `fault-seeking` where they look for the customer's mistake",
  after: ["alternative"],

  detect(talk, earlier) {
    const several = earlier("alternative").find(({ detail }) => detail?.ways === "several");
    const offered = several?.evidence[0]?.turn ?? Number.POSITIVE_INFINITY;
    return agentTurns(talk).flatMap(turn => {
      if (turn.index > offered) return [];
      const other = OTHER_QUESTIONS.flatMap(list => talk.in(turn.index, list));
      const [first] = talk
        .in(turn.index, "probe")
        .filter(
          hit =>
            asks(talk, turn, hit) &&
            !other.some(no => sameQuestion(talk, turn, hit, no)) &&
            !offers(talk, turn, hit),
        );
      if (!first || !answered(talk, turn).length) return [];
      const seeking = talk.in(turn.index, "fault-seeking").length > 0 ? "fault-seeking" : "open";
      return [signal("probing-question", turn.role, [placeOf(first)], { detail: { kind: seeking } })];
    });
  },
};

/** "Would you rather…": a choice of ways out, not of causes ("is it the whole house, or one room?"). */
function offers(talk: Talk, turn: Turn, hit: Hit): boolean {
  const causes = /^(?:is|was|are|were|does|did|has|had)\b/iu.test(turn.text.slice(hit.from, hit.to));
  return !causes && talk.in(turn.index, "alternative").some(no => sameQuestion(talk, turn, hit, no));
}

/** Characters within which two phrases of unmarked speech belong to one question. */
const ONE_QUESTION = 45;

/** The other phrase stands in the same sentence, and not in a clause before; in speech without marks, close by. */
function sameQuestion(talk: Talk, turn: Turn, a: Hit, b: Hit): boolean {
  if (a.from >= b.to && CLAUSE.test(wordsBefore(turn, a))) return false;
  if (marked(turn)) return talk.sentence(a.turn, a.from).from === talk.sentence(b.turn, b.from).from;
  return b.from < a.to + ONE_QUESTION;
}

const marked = (turn: Turn): boolean => /[.!?]/u.test(turn.text);

/** The sentence asks, by its mark; speech without marks asks where a clause begins as questions begin. */
function asks(talk: Talk, turn: Turn, hit: Hit): boolean {
  if (/^\^? ?\(?(?:tell|go on)/u.test(hit.phrase)) return true;
  const words = turn.text.slice(hit.from, hit.to);
  if (STATED.test(words)) return false;
  const before = wordsBefore(turn, hit);
  if (turn.text.includes("?"))
    return talk.sentence(turn.index, hit.from).question && !(VERB.test(words) && GOVERNED.test(before));
  if (marked(turn)) return false;
  const echoes = ECHO.test(turn.text.slice(hit.to));
  if (before === "" || CONNECTOR.test(before)) return OPENER.test(words) || (INVERTED.test(words) && !echoes);
  return UNDOUBTED.test(turn.text.slice(hit.from)) && !BLOCKER.test(before) && !echoes;
}

/** As many characters as hold the words that a question may follow. */
const BEFORE = 40;
const wordsBefore = (turn: Turn, { from }: Hit): string =>
  turn.text.slice(Math.max(0, from - BEFORE), from).trim();

/** "It's your meter, is that it?": subject before verb. */
const STATED = /^(?:it|that|there|this|he|she|they|i|you|we)['’]/iu;
/** A verb that does not ask: "can we do that?", "if you don't have the paper?", "which is…?". */
const VERB = /^(?:is|was|are|were|does|did|do|has|had|have)\b/iu;
const GOVERNED =
  /\b(?:can|could|shall|should|may|might|must|will|would|to|not|\p{L}+n['’]?t|we|i|you|they|he|she|it|that|this|there|who|which|what)$/iu;
/** A clause begins after these. */
const CLAUSE = /(?:^|[^\p{L}\d'’" ]|\b(?:and|but|so|or|then))$/iu;
/** Words that begin a question wherever a clause begins. */
const OPENER =
  /^(?:what(?:'?s)?|when(?:'?s)?|where(?:'?s)?|which|who(?:'?s)?|why|how(?:'?s|'?d)?|any|since|from|such|like|in|for|on|to|at)\b/iu;
/** Verb before subject, not "that is the…" or "and have that ready". */
const INVERTED =
  /^(?:(?:is|was|are|were) (?:it|you|he|she|they|there|that|this|the|your|any|every)|(?:do|have) (?:you|they|any)|(?:does|did|has|had) (?:it|you|he|she|they|the|that|this|your|any|some)|(?:can|could|would|will) you)/iu;
/** The same with a subject that leaves no doubt: a question in the middle of unmarked speech. */
const UNDOUBTED =
  /^(?:(?:is|was|are|were|do|does|did|have|has|had) (?:you|he|she|they|everybody|everyone|anybody|anyone)|(?:is|was|are|were) there|(?:does|did) it|(?:what|which|when|where|why|how) (?:\p{L}+ )?(?:is|was|are|were|do|does|did|have|has|had) (?:you|it|he|she|they|there|your))\b/iu;
/** "Oh does it, so…" only echoes. */
const ECHO = /^\W*(?:so|then|right|okay|ok|and|well|yeah|\W*$)\b|^\W*$/iu;
const BLOCKER =
  /\b(?:what|whats|when|where|who|which|why|how|if|whether|that|than|as|i|we|you|they|he|she|it|not|never|only|and|nor|the|a|to|all|don't|dont|people|thing|this|there)$/iu;
const CONNECTOR =
  /\b(?:and|so|okay|ok|right|but|yeah|oh|well|sorry|now|then|normally|pardon|side|like that|alright|sir|madam|all right|uh|um|please|no|yes|lovely|great|perfect|thanks|thank you|first)$/iu;
