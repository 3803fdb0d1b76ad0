import type { Detector, Hit, Talk, Turn } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { agentTurns, perTurn, signal } from "./shared/turns.js";

/** Says what can be done. */
export const positive: Detector = {
  name: "positive",
  summary: "Says what can be done rather than what cannot; several ways to choose from say it too",
  after: ["alternative", "passing-on"],

  detect(talk, earlier) {
    const choices = earlier("alternative")
      .filter(({ detail }) => detail?.ways === "several")
      .map(({ evidence }) => evidence[0]!);
    const passed = new Set(earlier("passing-on").map(({ evidence }) => evidence[0]!.turn));
    return agentTurns(talk).flatMap(turn => {
      const hits = unless(talk, turn, "positive", "positive-not").filter(
        hit => !insideRefusal(talk, turn, hit),
      );
      if (hits.length) return perTurn("positive", turn, hits);
      const choice = passed.has(turn.index) ? undefined : choices.find(at => at.turn === turn.index);
      return choice ? [signal("positive", turn.role, [choice])] : [];
    });
  },
};

/** "What I can do is nothing", "I can only refund unopened ones": the phrase stands in a refusal. */
const insideRefusal = (talk: Talk, turn: Turn, hit: Hit): boolean =>
  unless(talk, turn, "refusal", "refusal-technical").some(no => no.from <= hit.from && no.to >= hit.to);
