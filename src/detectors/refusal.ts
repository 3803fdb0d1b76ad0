import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { agentTurns, nextAgentRuns, placeOf, signal } from "./shared/turns.js";

/** Acts that open a way forward. */
const WAYS = ["positive", "alternative", "ownership", "next-step"] as const;
/** Agent runs in which a way forward still relieves a refusal: bare, or given with its reason. */
const RELIEF = { bare: 1, reasoned: 2 } as const;

/** Says what cannot be done, of what the customer wants; relieved where a way forward follows. */
export const refusal: Detector = {
  name: "refusal",
  summary: "Refusals; `negative` where no way forward follows in the same or the next turn",
  acts: ["refusal", "negative"],
  after: WAYS,

  detect(talk, earlier) {
    const ways = turnsOf(WAYS.flatMap(act => earlier(act)));
    return agentTurns(talk).flatMap(turn => judged(talk, turn, ways));
  },
};

function judged(talk: Talk, turn: Turn, ways: ReadonlySet<number>): readonly Signal[] {
  const hits = refusalsOf(talk, turn);
  const [first] = hits;
  if (!first) return [];
  const reasoned = giveReason(talk, turn);
  const within = giveReason(talk, turn) ? RELIEF.reasoned : RELIEF.bare;
  const relieved =
    ways.has(turn.index) || nextAgentRuns(talk, turn.index, within).some(next => ways.has(next.index));
  const detail = { relieved: relieved ? "yes" : "no", reasoned: reasoned ? "yes" : "no" };
  const refused = signal("refusal", turn.role, [placeOf(first)], { detail });
  return relieved ? [refused] : [refused, signal("negative", turn.role, hits.map(placeOf))];
}

/** "I can't find it yet" is about the looking, not about the wish. */
export const refusalsOf = (talk: Talk, turn: Turn): readonly Hit[] =>
  unless(talk, turn, "refusal", "refusal-technical");

const giveReason = (talk: Talk, turn: Turn): boolean => talk.in(turn.index, "clear-reason").length > 0;

const turnsOf = (signals: readonly Signal[]): ReadonlySet<number> =>
  new Set(signals.map(found => found.evidence[0]!.turn));
