import type { Detector, Place, Signal, Talk, Turn } from "../model/index.js";
import { hinted } from "./shared/hinted.js";
import {
  agentTurns,
  answered,
  customersBefore,
  nextAgentRuns,
  placeOf,
  signal,
  whole,
  wordCount,
} from "./shared/turns.js";

/** Acts that attend to the person: a demand or a parting beside them is no brush-off. */
const KIND = ["empathy", "apology"] as const;
/** Acts that show the telling was heard, so that a question for data may follow. */
const HEARD = ["reflection", "probing-question"] as const;
const ABUSE = "customer-abusive";

/** Hurries an upset customer. */
export const hurry: Detector = {
  name: "hurry",
  summary:
    "Hurries the customer, cuts the complaint short, or closes while they are upset; `repaired` where it is taken back",
  after: ["customer-feeling", ...KIND, ...HEARD],

  detect(talk, earlier) {
    const at = (...acts: readonly string[]): ReadonlySet<number> =>
      new Set(acts.flatMap(act => earlier(act)).map(found => found.evidence[0]!.turn));
    const mood: Mood = {
      upset: at("customer-negative"),
      pleased: at("customer-positive"),
      abusive: at(ABUSE),
      kind: at(...KIND),
      heard: at(...HEARD),
    };
    let met = false;
    return agentTurns(talk).flatMap((turn): readonly Signal[] => {
      const feels = answered(talk, turn).some(told => mood.upset.has(told.index));
      const first = feels && !met;
      met ||= feels;
      const place =
        hurried(talk, turn, mood) ??
        (mood.kind.has(turn.index) ? undefined : brushed(talk, turn, mood, first));
      if (!place) return [];
      const repaired = mends(talk, turn, place, mood) ? "yes" : "no";
      return [signal("hurry", turn.role, [place], { detail: { repaired } })];
    });
  },
};

/** Turns by what was felt or done in them. */
interface Mood {
  readonly upset: ReadonlySet<number>;
  readonly pleased: ReadonlySet<number>;
  readonly abusive: ReadonlySet<number>;
  readonly kind: ReadonlySet<number>;
  readonly heard: ReadonlySet<number>;
}

/** Taken back in the same breath. */
const MENDS =
  /\b(?:can wait|forgive me|take your time|no (?:rush|hurry)|go on|go ahead|please tell me|i'?m sorry|my apologies)\b/iu;

/** In the same breath, or by an apology or empathy in what the agent says next. */
function mends(talk: Talk, turn: Turn, place: Place, { kind }: Mood): boolean {
  if (MENDS.test(turn.text.slice(place.to))) return true;
  return (
    place.from === 0 &&
    place.to === turn.text.length &&
    nextAgentRuns(talk, turn.index, 1).some(next => kind.has(next.index))
  );
}

/** Customer turns back in which abuse is reason enough to end a call. */
const ABUSED = 3;
const ENDS = /\b(?:clos|end)(?:e|ing)?\b/iu;

/** Words that hurry; to end a call because of abuse, or to say that one will, is no hurry. */
function hurried(talk: Talk, turn: Turn, { abusive }: Mood): Place | undefined {
  const abused = customersBefore(talk, turn.index, ABUSED).some(({ index }) => abusive.has(index));
  const [hit] = talk
    .in(turn.index, "hurry")
    .filter(({ from, to }) => !abused || !ENDS.test(turn.text.slice(from, to)));
  return hit && placeOf(hit);
}

const PARTS = hinted(
  /\b(?:good ?bye|bye(?:-bye)?|(?:thanks|thank you) for (?:calling|contacting|choosing|reaching out)|clos(?:ing|ed) (?:this|the) chat|(?:chat|call) (?:closed|ended)|rate (?:this|the|your) (?:chat|call)|have a (?:\p{L}+ )?(?:day|evening|weekend|night|one)|(?:kind |best )?regards|(?:is there )?anything else)\b/iu,
  "bye",
  "thank",
  "clos",
  "ended",
  "rate ",
  "have a ",
  "regards",
  "anything else",
);
/** What still attends to the matter in a parting turn. */
const ATTENDS = ["positive", "ownership", "next-step", "follow-up", "repair", "alternative", "verbal-cue"];
/** Customer turns back in which somebody was upset, when a parting word leaves them so. */
const STILL = 2;

/** Answers somebody upset with a demand for data and not a word for the trouble, or with a parting. */
function brushed(talk: Talk, turn: Turn, mood: Mood, first: boolean): Place | undefined {
  const demands = first && !mood.heard.has(turn.index) && onlyDemands(talk, turn);
  const parts =
    PARTS.test(turn) &&
    leftUpset(talk, turn, mood) &&
    !ATTENDS.some(list => talk.in(turn.index, list).length > 0);
  return demands || parts ? whole(turn) : undefined;
}

/** Upset lately, and nothing since pleased them; who leaves abuse hurries nobody. */
function leftUpset(talk: Talk, turn: Turn, { upset, pleased, abusive }: Mood): boolean {
  const lately = customersBefore(talk, turn.index, STILL);
  return (
    lately.some(({ index }) => upset.has(index)) &&
    !lately.some(({ index }) => pleased.has(index) || abusive.has(index))
  );
}

/** Words of a customer that tell of a trouble; after fewer, only the barest demand is a brush-off. */
const TOLD = 12;
const BAREST = 4;

/** A request for data ends the turn, and nothing before it speaks of the trouble. */
function onlyDemands(talk: Talk, turn: Turn): boolean {
  const told = answered(talk, turn).some(each => wordCount(each) >= TOLD);
  return (
    (told || wordCount(turn) <= BAREST) &&
    talk.in(turn.index, "identity-question").length > 0 &&
    !ATTENDS.some(list => talk.in(turn.index, list).length > 0)
  );
}
