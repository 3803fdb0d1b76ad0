import type { Detector, Hit, Talk } from "../model/index.js";
import { listed, unless } from "./shared/lists.js";
import { agentTurns, customersBefore, perTurn, signal } from "./shared/turns.js";

const CONTRADICTS =
  /\b(?:not (?:what|true|correct|right|how)|disagree|doubt|says|shows|never said|past the|are you sure)\b/iu;

/** Customer turns back that something to argue with may lie. */
const PROVOKED = 3;
/** Signs of a customer who complains, insists or protests. */
const COMPLAINS = ["cust-trouble", "cust-protest", "cust-insist", "cust-feeling", "told-already"];

/** What argues whatever was said before. */
const ARGUES =
  /\b(?:said|told|saying|fault|happened|true|calm|listening|shout\w*|tone|job|wrong|never|sure|disagree|doubt)\b/iu;

/** Argues, justifies, contradicts. */
export const defensive: Detector = {
  name: "defensive",
  summary: "Argues with, justifies against or contradicts the customer's experience",
  after: ["customer-feeling", "empathy", "apology"],

  detect(talk, earlier) {
    const at = (act: string): ReadonlySet<number> =>
      new Set(earlier(act).map(found => found.evidence[0]!.turn));
    const upset = at("customer-negative");
    const kind = new Set([...at("empathy"), ...at("apology")]);
    return agentTurns(talk).flatMap(turn => {
      if (kind.has(turn.index)) return [];
      const hits = unless(talk, turn, "defensive", "defensive-not");
      if (hits.length === 0) return [];
      const lately = customersBefore(talk, turn.index, PROVOKED);
      const provoked = lately.some(
        ({ index }) => upset.has(index) || COMPLAINS.some(list => talk.in(index, list).length > 0),
      );
      const found = provoked ? hits : hits.filter(({ from, to }) => ARGUES.test(turn.text.slice(from, to)));
      return perTurn("defensive", turn, found, {
        detail: { kind: CONTRADICTS.test(turn.text) ? "contradiction" : "justifying" },
      });
    });
  },
};

/** Puts the fault on the customer, or attacks the person. */
export const blame: Detector = {
  name: "blame",
  summary: "Puts the fault on the customer, or attacks the person",
  detect: talk =>
    agentTurns(talk).flatMap(turn =>
      perTurn(
        "blame",
        turn,
        unless(talk, turn, "blame", "blame-not").filter(hit => !wonders(talk, hit)),
      ),
    ),
};

const TAGGED = /\b(?:did|do|have|had|were|are|could|should)(?:n'?t| not)? you\W*$/iu;

/** «And you didn't notice any swelling?» asks; «you didn't read it, did you?» does not. */
function wonders(talk: Talk, hit: Hit): boolean {
  const { text } = talk.turns[hit.turn]!;
  const sentence = talk.sentence(hit.turn, hit.from);
  return (
    sentence.question &&
    NOTHING_DONE.test(text.slice(hit.from, hit.to)) &&
    !TAGGED.test(text.slice(hit.to, sentence.to))
  );
}

/** What somebody did not do, said of them. */
const NOTHING_DONE = /^you (?:did|have|had|were)(?:n['’]?t| not)\b/iu;

/** Takes the customer's anger personally. */
export const personal: Detector = {
  name: "personal",
  summary: "Takes the customer's anger personally",
  detect: talk => listed(talk, "personal"),
};

const CAPITALS = /\b\p{Lu}{2,}(?:[ ,'’]+\p{Lu}{2,}){2,}/u;
/** Capitals that talk, where codes and brands do not. */
const TALKS = /\b(?:YOU|YOUR|NOT|THE|IS|TO|STOP|PLEASE|ARE|CAN|DO|MY|ME|WE|THIS|THAT|DONT|IT|AND|NO)\b/u;
const BANGS = /!{3,}/u;
/** Single words of a reproach, shouted: «I TOLD you». */
const REPROACH = /\b(?:TOLD|SAID|ALREADY|LISTEN|STOP|NEVER|WAIT|READ)\b/u;

/** The agent's own tone breaks. */
export const composureLapse: Detector = {
  name: "composure-lapse",
  summary: "Shouting, sarcasm, insult, profanity or threat by the agent",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const hits = talk.in(turn.index, "composure-lapse");
      if (hits.length) return perTurn("composure-lapse", turn, hits);
      const capitals = CAPITALS.exec(turn.text);
      const loud = /\p{Ll}{3}/u.test(turn.text) ? REPROACH.exec(turn.text) : null;
      const shouted = capitals && TALKS.test(capitals[0]) ? capitals : (BANGS.exec(turn.text) ?? loud);
      if (!shouted) return [];
      const place = { turn: turn.index, from: shouted.index, to: shouted.index + shouted[0].length };
      return [signal("composure-lapse", turn.role, [place])];
    });
  },
};
