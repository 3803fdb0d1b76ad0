import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { agentTurns, perTurn } from "./shared/turns.js";

/** One signal for each agent turn in which phrases of a list stand that its counter-list leaves. */
const moves = (talk: Talk, act: string, hitsIn: (turn: Turn) => readonly Hit[]): readonly Signal[] =>
  agentTurns(talk).flatMap(turn => perTurn(act, turn, hitsIn(turn)));

/** Gives details or the plan back to be confirmed; a security question asks for data instead. */
export const readBack: Detector = {
  name: "read-back",
  summary: "Gives details or the plan back to be confirmed",
  onDemand: true,
  detect: talk =>
    moves(talk, "read-back", turn =>
      talk.in(turn.index, "identity-question").length ? [] : unless(talk, turn, "read-back", "read-back-not"),
    ),
};

/** Offers to do something; giving a wish back to be confirmed offers nothing new. */
export const offerToDo: Detector = {
  name: "offer-to-do",
  summary: "Offers to do something for the customer",
  onDemand: true,
  after: ["read-back"],

  detect(talk, earlier) {
    const back = new Set(earlier("read-back").map(({ evidence }) => evidence[0]!.turn));
    return moves(talk, "offer-to-do", turn =>
      back.has(turn.index) ? [] : unless(talk, turn, "offer-to-do", "offer-to-do-not"),
    );
  },
};

/** "Anything else?", whatever else the turn promises. */
export const closingOffer: Detector = {
  name: "closing-offer",
  summary: "Asks whether there is anything else",
  onDemand: true,
  detect: talk => moves(talk, "closing-offer", turn => unless(talk, turn, "closing-offer", "follow-up-not")),
};

/** Says what it did not come to, of a wish or of the looking alike. */
export const badNews: Detector = {
  name: "bad-news",
  summary: "Says that something could not be done, found or had",
  onDemand: true,
  detect: talk => moves(talk, "bad-news", turn => talk.in(turn.index, "bad-news")),
};

/** Binds the speaker: "I'll send it to you". */
export const commitment: Detector = {
  name: "commitment",
  summary: "The speaker binds themselves to do something",
  onDemand: true,
  detect: talk => moves(talk, "commitment", turn => unless(talk, turn, "commitment", "commitment-not")),
};

/** Puts something forward for the other side to take up. */
export const suggestion: Detector = {
  name: "suggestion",
  summary: "Puts something forward for the customer to take up",
  onDemand: true,
  detect: talk => moves(talk, "suggestion", turn => talk.in(turn.index, "suggestion")),
};

/** Looks for a middle ground: give and take. */
export const middleGround: Detector = {
  name: "middle-ground",
  summary: "Looks for a middle ground, give and take",
  onDemand: true,
  detect: talk => moves(talk, "middle-ground", turn => talk.in(turn.index, "middle-ground")),
};

/** Thanks, whatever for; `gratitude` is thanks for patience, time or loyalty. */
export const thanks: Detector = {
  name: "thanks",
  summary: "Thanks, whatever for",
  onDemand: true,
  detect: talk => moves(talk, "thanks", turn => unless(talk, turn, "thanks", "thanks-not")),
};
