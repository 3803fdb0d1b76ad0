import type { Detector } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { agentTurns, overlaps, perTurn, placeOf, signal, wordCount } from "./shared/turns.js";

/** Thanks for patience, for raising it, for time or loyalty. */
export const gratitude: Detector = {
  name: "gratitude",
  summary: "Thanks for patience, for raising it, for time or loyalty",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const formula = talk.in(turn.index, "gratitude-formula").map(placeOf);
      return perTurn(
        "gratitude",
        turn,
        talk.in(turn.index, "gratitude").filter(hit => !formula.some(other => overlaps(placeOf(hit), other))),
      );
    });
  },
};

/** The customer's preference is asked, or the plan put to them. */
export const preference: Detector = {
  name: "preference",
  summary: "The customer's preference is asked, or the plan is put to them",
  detect: talk =>
    agentTurns(talk).flatMap(turn =>
      perTurn("preference", turn, unless(talk, turn, "preference", "preference-not")),
    ),
};

/** The customer takes the solution, or says that it worked. */
export const accepted: Detector = {
  name: "accepted",
  summary: "The customer takes the solution or says that it worked",

  detect(talk) {
    return talk.turns
      .filter(turn => turn.role === "customer" && turn.kind === "speech")
      .flatMap(turn => {
        const [hit] = talk.in(turn.index, "resolved");
        return hit && wordCount(turn) <= 30 ? [signal("accepted", "customer", [placeOf(hit)])] : [];
      });
  },
};

/** The agent says that it is done, or that it stands as the customer wanted it. */
export const done: Detector = {
  name: "done",
  summary: "The agent says that the matter is done",
  detect: talk =>
    agentTurns(talk).flatMap(turn => perTurn("done", turn, unless(talk, turn, "done", "done-not"))),
};
