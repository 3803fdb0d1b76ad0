import type { Detector, Hit, Place, Talk, Turn } from "../model/index.js";
import { sentencesOf } from "../text/index.js";
import { acknowledges } from "./shared/nods.js";
import { substance } from "./shared/substance.js";
import { agentTurns, answered, placeOf, signal, wordCount } from "./shared/turns.js";

/** Short signs of listening while the customer explains. */
export const verbalCue: Detector = {
  name: "verbal-cue",
  summary: "Short signs of listening; `bare` where lone «ok»s are most of what is said",

  after: ["customer-feeling"],

  detect(talk, earlier) {
    const upset = new Set(earlier("customer-negative").map(found => found.evidence[0]!.turn));
    const agents = agentTurns(talk);
    const detail = { bare: mostlyBare(talk, agents) ? "yes" : "no" };
    return agents.flatMap(turn => {
      const told = answered(talk, turn).filter(
        cue => upset.has(cue.index) || wordCount(cue) > THANKS || !talk.in(cue.index, "cust-positive").length,
      );
      if (!told.some(cue => wordCount(cue) >= TOLD)) return [];
      return cuesIn(talk, turn, told, upset).map(place =>
        signal("verbal-cue", turn.role, [place], { detail }),
      );
    });
  },
};

/** Most words of a turn that only thanks. */
const THANKS = 8;
/** Words of a customer's turn that tell anything. */
const TOLD = 5;
/** Words of a customer's turn after which even a mere "okay" says that it was heard; fewer where they were upset. */
const LONG = 18;
const LONG_ENOUGH = 12;
/** Lone «ok»s that are a habit. */
const HABIT = 2;

/** «Ok» as the whole of a reply, again and again: at least half of what the agent says. */
function mostlyBare(talk: Talk, agents: readonly Turn[]): boolean {
  const bare = agents.filter(turn => talk.in(turn.index, "bare-ok").length > 0).length;
  return bare >= HABIT && bare * 2 >= agents.length;
}

/** Words of a list, an opener, and nods that are the whole turn or utterance. */
function cuesIn(talk: Talk, turn: Turn, told: readonly Turn[], upset: ReadonlySet<number>): readonly Place[] {
  const strong = talk.in(turn.index, "verbal-cue").filter(hit => !turned(turn, hit));
  const [hit] = strong.length || !explained(talk, told, upset) ? strong : openers(talk, turn, told);
  const nods = turn.pieces
    .filter(({ from, to }) => nodded(talk, turn, turn.text.slice(from, to)))
    .map(({ from, to }) => ({ turn: turn.index, from, to }));
  return hit ? [placeOf(hit), ...nods.filter(({ from }) => from > hit.from)] : nods;
}

/** Nothing but a nod, where nothing was asked that it would answer. */
const nodded = (talk: Talk, turn: Turn, text: string): boolean => acknowledges(talk.turns, turn.index, text);

/** There was something to listen to, and no question that the "okay" would answer. */
function explained(talk: Talk, told: readonly Turn[], upset: ReadonlySet<number>): boolean {
  const last = told.at(-1);
  if (!last || talk.sentence(last.index, last.text.length - 1).question) return false;
  return told.some(cue => wordCount(cue) >= (upset.has(cue.index) ? LONG_ENOUGH : LONG));
}

/** What an opener such as "right" may not lead up to: then it only takes the floor. */
const TAKES_OVER = ["sorry", "refusal", "passing-on", "defensive", "boundary"];

/** Openers such as "right", where another follows or the customer's own matter is taken up; else they only take the floor. */
function openers(talk: Talk, turn: Turn, told: readonly Turn[]): readonly Hit[] {
  const takes = (list: string): boolean => talk.in(turn.index, list).some(({ from }) => from < OPENING);
  if (TAKES_OVER.some(takes)) return [];
  const asksData = takes("identity-question");
  return talk.in(turn.index, "verbal-cue-weak").filter(hit => {
    if (turned(turn, hit) || talk.sentence(turn.index, hit.from).question) return false;
    const after = turn.text.slice(hit.to);
    return AGAIN.test(after) || (!asksData && takesUp(after, told));
  });
}

/** A second opener: "right, okay". */
const AGAIN = /^\W*(?:right|okay|ok|yeah|yes|alright|i see|of course)\b/iu;
/** Words after an opener in which the matter is taken up, and how many of the customer's. */
const SOON = 18;
const TAKEN = 2;

/** «Okay, you've got a baby there»: what they told, of them. */
const OF_YOU = /^(?:so )?you(?:['’]?ve| have| did| were|['’]?re| are)\b(?! (?:to|going|able|gonna))/iu;

/** «Right, nine hundred pounds for beds no one was in»: a statement in the customer's words, no question. */
function takesUp(after: string, told: readonly Turn[]): boolean {
  const [first] = sentencesOf(after.replace(/^\W+/u, ""));
  if (!first) return false;
  const text = after.replace(/^\W+/u, "").slice(first.from, first.to).split(/\s+/u).slice(0, SOON).join(" ");
  if (text.endsWith("?")) return false;
  if (OF_YOU.test(text)) return true;
  const theirs = told.map(turn => substance(turn.text, true));
  return [...substance(text, true)].filter(word => theirs.some(each => each.has(word))).length >= TAKEN;
}

/** Characters of a turn that an opener leads up to. */
const OPENING = 70;

/** "I see how you feel, but…" is no cue, nor "I understand. Unfortunately…". */
const turned = (turn: Turn, hit: Hit): boolean =>
  /^[^.!?]{0,60}?(?:\b(?:but|however)\b|[.!?]\s*(?:unfortunately|but|however|well,? at least)\b)/iu.test(
    turn.text.slice(hit.to),
  );

/** What asks for something else than the problem. */
const OTHER_QUESTIONS = ["identity-question", "courtesy-question", "boundary"];

/** Explores the problem before a solution is given. */
export const probingQuestion: Detector = {
  name: "probing-question",
  summary: "Questions that explore the problem; `fault-seeking` where they look for the customer's mistake",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
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
  if (a.from >= b.to && CLAUSE.test(turn.text.slice(0, a.from).trim())) return false;
  if (marked(turn)) return talk.sentence(a.turn, a.from).from === talk.sentence(b.turn, b.from).from;
  return b.from < a.to + ONE_QUESTION;
}

const marked = (turn: Turn): boolean => /[.!?]/u.test(turn.text);

/** The sentence asks, by its mark; speech without marks asks where a clause begins as questions begin. */
function asks(talk: Talk, turn: Turn, hit: Hit): boolean {
  if (/^\^? ?\(?(?:tell|go on)/u.test(hit.phrase)) return true;
  const words = turn.text.slice(hit.from, hit.to);
  if (STATED.test(words)) return false;
  const before = turn.text.slice(0, hit.from).trim();
  if (turn.text.includes("?"))
    return talk.sentence(turn.index, hit.from).question && !(VERB.test(words) && GOVERNED.test(before));
  if (marked(turn)) return false;
  const echoes = ECHO.test(turn.text.slice(hit.to));
  if (before === "" || CONNECTOR.test(before)) return OPENER.test(words) || (INVERTED.test(words) && !echoes);
  return UNDOUBTED.test(words) && !BLOCKER.test(before) && !echoes;
}

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
