import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { agentTurns, answered, perTurn, placeOf, signal, wordCount } from "./shared/turns.js";

/** Short signs of listening while the customer explains. */
export const verbalCue: Detector = {
  name: "verbal-cue",
  summary: "Short signs of listening; `bare` where a lone «ok» is the whole reply",

  after: ["customer-feeling"],

  detect(talk, earlier) {
    const upset = new Set(earlier("customer-negative").map(found => found.evidence[0]!.turn));
    return agentTurns(talk).flatMap(turn => {
      const told = answered(talk, turn).filter(
        cue => upset.has(cue.index) || wordCount(cue) > THANKS || !talk.in(cue.index, "cust-positive").length,
      );
      if (!told.some(cue => wordCount(cue) >= TOLD)) return [];
      const strong = talk.in(turn.index, "verbal-cue").filter(hit => !turned(turn, hit));
      const hits = strong.length || !explained(talk, told, upset) ? strong : openers(talk, turn);
      return perTurn("verbal-cue", turn, hits, {
        detail: { bare: talk.in(turn.index, "bare-ok").length ? "yes" : "no" },
      });
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

/** There was something to listen to, and no question that the "okay" would answer. */
function explained(talk: Talk, told: readonly Turn[], upset: ReadonlySet<number>): boolean {
  const last = told.at(-1);
  if (!last || talk.sentence(last.index, last.text.length - 1).question) return false;
  return told.some(cue => wordCount(cue) >= (upset.has(cue.index) ? LONG_ENOUGH : LONG));
}

/** What an opener such as "right" may not lead up to: then it only takes the floor. */
const TAKES_OVER = [
  "sorry",
  "identity-question",
  "courtesy-question",
  "refusal",
  "passing-on",
  "defensive",
  "boundary",
];

/** Openers such as "right", unless the turn goes on to regret, to refuse or to ask for data. */
const openers = (talk: Talk, turn: Turn): readonly Hit[] =>
  TAKES_OVER.some(list => talk.in(turn.index, list).some(other => other.from < OPENING))
    ? []
    : talk.in(turn.index, "verbal-cue-weak").filter(hit => !turned(turn, hit));

/** Characters of a turn that an opener leads up to. */
const OPENING = 70;

/** "I see how you feel, but…" is no cue. */
const turned = (turn: Turn, hit: Hit): boolean =>
  /^[^.!?]{0,60}?\b(?:but|however)\b/iu.test(turn.text.slice(hit.to));

/** Explores the problem before a solution is given. */
export const probingQuestion: Detector = {
  name: "probing-question",
  summary: "Questions that explore the problem; `fault-seeking` where they look for the customer's mistake",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const other = ["identity-question", "courtesy-question", "alternative"].flatMap(list =>
        talk.in(turn.index, list),
      );
      const hits = talk
        .in(turn.index, "probe")
        .filter(hit => asks(talk, turn, hit) && !other.some(no => sameSentence(talk, hit, no)));
      const [first] = hits;
      if (!first || !answered(talk, turn).length) return [];
      const seeking = talk.in(turn.index, "fault-seeking").length > 0 ? "fault-seeking" : "open";
      return [signal("probing-question", turn.role, [placeOf(first)], { detail: { kind: seeking } })];
    });
  },
};

const sameSentence = (talk: Talk, a: Hit, b: Hit): boolean =>
  talk.sentence(a.turn, a.from).from === talk.sentence(b.turn, b.from).from;

/** The sentence asks, by its mark; speech without marks asks where a clause begins as questions begin. */
function asks(talk: Talk, turn: Turn, hit: Hit): boolean {
  if (/^\^? ?\(?(?:tell|go on)/u.test(hit.phrase)) return true;
  if (/[?]/u.test(turn.text)) return talk.sentence(turn.index, hit.from).question;
  const before = turn.text.slice(0, hit.from).trim();
  return !/[.!]/u.test(turn.text) && (before === "" || CONNECTOR.test(before));
}

const CONNECTOR =
  /\b(?:and|so|okay|ok|right|but|yeah|oh|well|sorry|now|then|normally|pardon|there|side|like that|alright|sir|madam|all right|uh|um)$/iu;

/** Asks the customer for something they already gave; or the customer says so. */
export const askedAgain: Detector = {
  name: "asked-again",
  summary: "The customer says they already said it, or the same thing is asked for twice",

  detect(talk) {
    return talk.turns.flatMap(turn =>
      turn.role === "customer" && turn.kind === "speech" ? told(talk, turn) : [],
    );
  },
};

function told(talk: Talk, turn: Turn): readonly Signal[] {
  const [hit] = talk.in(turn.index, "told-already");
  if (!hit) return [];
  const asker = [...talk.turns]
    .slice(0, turn.index)
    .reverse()
    .find(before => before.role === "agent" || before.role === "supervisor");
  if (
    !asker?.text.includes("?") &&
    !talk.in(asker?.index ?? -1, "identity-question").length &&
    !talk.in(asker?.index ?? -1, "probe").length
  )
    return [];
  const after = agentTurns(talk).find(next => next.index > turn.index);
  const mended =
    after &&
    (talk.in(after.index, "responsibility").length > 0 ||
      talk.in(after.index, "sorry-for").length > 0 ||
      /\byou (?:did|said|have|told)\b/iu.test(after.text));
  return [
    signal("asked-again", "agent", [{ turn: asker!.index, from: 0, to: asker!.text.length }], {
      detail: { repaired: mended ? "yes" : "no" },
    }),
  ];
}
