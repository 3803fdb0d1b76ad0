import type { Detector, Signal, Talk } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { agentTurns, customerTurns, perTurn, signal } from "./shared/turns.js";

/** A promise to come back, or a check that the matter is settled. */
export const followUp: Detector = {
  name: "follow-up",
  summary: "A promise to come back or a check that it is settled; `closing-offer` for «anything else?»",
  acts: ["follow-up", "settled"],
  after: ["customer-feeling"],

  detect(talk, earlier) {
    const found = agentTurns(talk).flatMap(turn => {
      const hits = unless(talk, turn, "follow-up", "follow-up-not");
      const strong = unless(talk, turn, "follow-up", "closing-offer").filter(hit => hits.includes(hit));
      const kind = strong.length ? "promise" : "closing-offer";
      return perTurn("follow-up", turn, strong.length ? strong : hits, { detail: { kind } });
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
