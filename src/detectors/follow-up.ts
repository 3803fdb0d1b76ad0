import type { Detector, Signal, Talk } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { agentTurns, customerTurns, perTurn, signal } from "./shared/turns.js";

/** What counts as following up, the strongest first. */
const KINDS = [
  ["promise", "follow-up"],
  ["door", "follow-up-door"],
  ["closing-offer", "closing-offer"],
] as const;

/** A promise to come back, or a check that the matter is settled. */
export const followUp: Detector = {
  name: "follow-up",
  summary:
    "A promise to come back or a check that it is settled; `kind` door where the customer may come back, closing-offer for «anything else?»",
  acts: ["follow-up", "settled"],
  after: ["customer-feeling"],

  detect(talk, earlier) {
    const found = agentTurns(talk).flatMap(turn => {
      const all = KINDS.map(([kind, list]) => ({ kind, hits: unless(talk, turn, list, "follow-up-not") }));
      const best = all.find(({ hits }) => hits.length);
      return best ? perTurn("follow-up", turn, best.hits, { detail: { kind: best.kind } }) : [];
    });
    return [...found, ...settled(talk, earlier("customer-positive"), earlier("customer-negative"))];
  },
};

/** The customer is content in one of their last two turns and upset in neither: seen to be settled. */
function settled(talk: Talk, content: readonly Signal[], upset: readonly Signal[]): readonly Signal[] {
  const last = customerTurns(talk).slice(-2);
  const within = (signals: readonly Signal[]) =>
    signals.filter(found => last.some(turn => turn.index === found.evidence[0]!.turn));
  const [first] = within(content);
  return first && !within(upset).length ? [signal("settled", "customer", first.evidence)] : [];
}
