import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { listed, unless } from "./shared/lists.js";
import { isProvoked, rebuttalIn } from "./shared/rebuttal.js";
import { agentTurns, answered, perTurn, signal } from "./shared/turns.js";

const CONTRADICTS =
  /\b(?:not (?:what|true|correct|right|how)|disagree|doubt|says|shows|never said|past the|are you sure)\b/iu;

/** What argues whatever was said before. */
const ARGUES =
  /\b(?:said|told|saying|fault|happened|true|calm|listening|shout\w*|tone|job|wrong|never|sure|disagree|doubt)\b/iu;

/** What a turn does for the customer, so that it does not merely argue. */
const HELPS = [
  "empathy",
  "apology",
  "bare-sorry",
  "ownership",
  "positive",
  "alternative",
  "remedy",
  "next-step",
  "gratitude",
  "humour",
  "reflection",
  "follow-up",
  "done",
  "escalation",
] as const;

/** Argues, justifies, contradicts. */
export const defensive: Detector = {
  name: "defensive",
  summary: "Argues with, justifies against or contradicts the customer's experience",
  after: ["customer-feeling", "passing-on", ...HELPS],

  detect(talk, earlier) {
    const at = (act: string): ReadonlySet<number> =>
      new Set(earlier(act).map(found => found.evidence[0]!.turn));
    const upset = at("customer-negative");
    const passes = at("passing-on");
    const helps = new Set(HELPS.flatMap(act => [...at(act)]));
    const kind = new Set([...at("empathy"), ...at("apology")]);
    return agentTurns(talk).flatMap(turn => {
      if (kind.has(turn.index)) return [];
      const hits = unless(talk, turn, "defensive", "defensive-not");
      if (hits.length === 0)
        return helps.has(turn.index) || passes.has(turn.index) ? [] : rebuttal(talk, turn, upset);
      const found =
        isProvoked(talk, turn, upset) && !helps.has(turn.index)
          ? hits
          : hits.filter(({ from, to }) => ARGUES.test(turn.text.slice(from, to)));
      return perTurn("defensive", turn, found, {
        detail: { kind: CONTRADICTS.test(turn.text) ? "contradiction" : "justifying" },
      });
    });
  },
};

/** A turn that answers an upset customer back. */
function rebuttal(talk: Talk, turn: Turn, upset: ReadonlySet<number>): readonly Signal[] {
  if (!answered(talk, turn).some(({ index }) => upset.has(index))) return [];
  const place = rebuttalIn(talk, turn);
  return place ? [signal("defensive", turn.role, [place], { detail: { kind: "rebuttal" } })] : [];
}

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

/** «I should have shut up»: the hard word is for the one who says it. */
const OWN_FAULT =
  /\bi(?: was| had| should(?:['’]ve| have)| should(?:n['’]?t| not) have| could have| might have)\b[^.!?]{0,30}$/iu;

const ofOneself = (turn: Turn, { from }: Hit): boolean =>
  OWN_FAULT.test(turn.text.slice(Math.max(0, from - 40), from));

/** The agent's own tone breaks. */
export const composureLapse: Detector = {
  name: "composure-lapse",
  summary: "Shouting, sarcasm, insult, profanity or threat by the agent",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const hits = talk.in(turn.index, "composure-lapse").filter(hit => !ofOneself(turn, hit));
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
