import type { Detector, Talk } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { agentTurns, customerTurns, perTurn, placeOf, signal, whole } from "./shared/turns.js";

/** The customer asks for a supervisor. */
export const supervisorRequest: Detector = {
  name: "supervisor-request",
  summary: "The customer asks for a supervisor or for somebody else",
  detect: talk =>
    customerTurns(talk).flatMap(turn =>
      perTurn("supervisor-request", turn, talk.in(turn.index, "supervisor-request")),
    ),
};

/** What an agent tries before handing over. */
const TRIES = ["ownership", "alternative", "positive", "probing-question"] as const;

/** The agent offers or makes a hand-over; how it is put is its `framing`. */
export const escalation: Detector = {
  name: "escalation",
  summary: "A hand-over offered or made, put as help, neutrally, or as a threat",
  after: TRIES,

  detect(talk, earlier) {
    const first = Math.min(...TRIES.flatMap(act => earlier(act)).map(found => found.evidence[0]!.turn));
    const made = agentTurns(talk).flatMap(turn => {
      const threats = unless(talk, turn, "escalation-threat", "escalation-not");
      const hits = [...unless(talk, turn, "escalation", "escalation-not"), ...threats];
      const help = talk.in(turn.index, "escalation-help").length > 0;
      const framing = threats.length ? "threat" : help ? "help" : "neutral";
      const tried = first < turn.index ? "yes" : "no";
      return perTurn("escalation", turn, hits, { detail: { framing, tried } });
    });
    return made.length ? made : arrivals(talk);
  },
};

/** A supervisor who speaks has been fetched, whoever said so. */
function arrivals(talk: Talk) {
  const first = talk.turns.find(turn => turn.role === "supervisor" && turn.kind === "speech");
  return first
    ? [signal("escalation", first.role, [whole(first)], { detail: { framing: "neutral", tried: "yes" } })]
    : [];
}

/** The case travels with the customer: account, name and time, reference, no need to repeat. */
export const handover: Detector = {
  name: "handover",
  summary: "Parts of a warm hand-over: the account given, who comes next, a reference, nothing to repeat",

  detect(talk) {
    const speakers = talk.turns.filter(
      turn => turn.role === "agent" || turn.role === "supervisor" || turn.kind === "note",
    );
    return speakers.flatMap(turn =>
      talk
        .in(turn.index, "handover")
        .map(hit => signal("handover", turn.role, [placeOf(hit)], { detail: { part: hit.phrase } })),
    );
  },
};

/** Asks an abusive customer for respect. */
export const boundary: Detector = {
  name: "boundary",
  summary:
    "Asks for respect, calmly; where nobody was abusive it argues with the customer and is `defensive`",
  acts: ["boundary", "defensive"],
  after: ["customer-feeling"],

  detect(talk, earlier) {
    const abused = [...earlier("customer-abusive"), ...earlier("customer-hostile")].map(
      found => found.evidence[0]!.turn,
    );
    return agentTurns(talk).flatMap(turn => {
      const hits = talk.in(turn.index, "boundary");
      const due = abused.some(at => at < turn.index);
      return due
        ? perTurn("boundary", turn, hits)
        : perTurn("defensive", turn, hits, { detail: { kind: "unprovoked boundary" } });
    });
  },
};

/** Ends the conversation. */
export const disengage: Detector = {
  name: "disengage",
  summary: "The agent ends the conversation or says that they will",

  detect(talk) {
    return agentTurns(talk).flatMap(turn => {
      const other = talk.in(turn.index, "other-contact").length > 0 ? "yes" : "no";
      return perTurn("disengage", turn, talk.in(turn.index, "disengage"), { detail: { other } });
    });
  },
};
