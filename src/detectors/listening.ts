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
