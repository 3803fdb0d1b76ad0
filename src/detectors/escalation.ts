import type { Detector, Hit, Place, Signal, Talk, Turn } from "../model/index.js";
import { unless } from "./shared/lists.js";
import {
  agentTurns,
  customersBefore,
  customerTurns,
  isAgent,
  nextAgentRuns,
  perTurn,
  placeOf,
  signal,
  whole,
} from "./shared/turns.js";

/** The customer asks for a supervisor. */
export const supervisorRequest: Detector = {
  name: "supervisor-request",
  summary: "The customer asks for a supervisor or for somebody else",
  detect: talk =>
    customerTurns(talk).flatMap(turn =>
      perTurn("supervisor-request", turn, unless(talk, turn, "supervisor-request", "supervisor-request-not")),
    ),
};

/** What an agent tries before handing over. */
const TRIES = ["ownership", "alternative", "remedy", "positive", "probing-question"] as const;

/** The agent offers or makes a hand-over; how it is put is its `framing`. */
export const escalation: Detector = {
  name: "escalation",
  summary: "A hand-over offered or made, put as help, neutrally, or as a threat",
  after: [...TRIES, "supervisor-request", "follow-up"],

  detect(talk, earlier) {
    const asked = new Set(earlier("supervisor-request").map(({ evidence }) => evidence[0]!.turn));
    const promised = new Map<number, readonly Place[]>();
    for (const { detail, evidence } of earlier("follow-up"))
      for (const at of detail?.kind === "promise" ? evidence.slice(0, 1) : [])
        promised.set(at.turn, [...(promised.get(at.turn) ?? []), at]);
    const first = Math.min(...TRIES.flatMap(act => earlier(act)).map(found => found.evidence[0]!.turn));
    const made = agentTurns(talk).flatMap(turn => {
      const threats = talk.in(turn.index, "escalation-threat");
      const leaves = talk.in(turn.index, "disengage").length > 0;
      const hits = [...(leaves ? [] : unless(talk, turn, "escalation", "escalation-not")), ...threats];
      const help = talk.in(turn.index, "escalation-help").length > 0;
      const framing = threats.length ? "threat" : help ? "help" : "neutral";
      const tried = first < turn.index && !threats.length ? "yes" : "no";
      const detail = { framing, tried };
      const said = perTurn("escalation", turn, hits.length ? hits : byPromise(talk, turn), { detail });
      return said.length
        ? said
        : arranged(talk, turn, asked, promised).map(at => signal("escalation", turn.role, [at], { detail }));
    });
    return made.some(({ detail }) => detail?.framing !== "threat") ? made : [...made, ...arrivals(talk)];
  },
};

/** "She'll call you, and you won't have to tell it again": nothing need be repeated because somebody else comes. */
const byPromise = (talk: Talk, turn: Turn): readonly Hit[] =>
  talk.in(turn.index, "handover-next").length ? talk.in(turn.index, "handover-promise") : [];

/** Customer turns for which a request for a supervisor stays open. */
const OPEN = 2;

/** The customer asked for a supervisor, and a call back is promised. */
function arranged(
  talk: Talk,
  turn: Turn,
  asked: ReadonlySet<number>,
  promised: ReadonlyMap<number, readonly Place[]>,
): readonly Place[] {
  const lately = customersBefore(talk, turn.index, OPEN);
  return lately.some(({ index }) => asked.has(index)) ? (promised.get(turn.index) ?? []) : [];
}

/** A supervisor who speaks has been fetched, whoever said so. */
function arrivals(talk: Talk): readonly Signal[] {
  const first = talk.turns.find(turn => turn.role === "supervisor" && turn.kind === "speech");
  return first
    ? [signal("escalation", first.role, [whole(first)], { detail: { framing: "neutral", tried: "yes" } })]
    : [];
}

/** Parts of a warm hand-over, each a list of phrases. */
const PARTS = ["promise", "account", "next", "reference"] as const;
/** Agent runs after the hand-over in which its parts may still come. */
const SOON = 2;

/** The case travels with the customer: account, name and time, reference, no need to repeat. */
export const handover: Detector = {
  name: "handover",
  summary:
    "Parts of a warm hand-over near it: `part` promise of no repeating, account, next, when, reference",
  after: ["escalation"],

  detect(talk, earlier) {
    const moved = new Set(earlier("escalation").map(({ evidence }) => evidence[0]!.turn));
    const near = nearOnes(talk, moved);
    return talk.turns
      .filter(turn => turn.kind === "note" || (isAgent(turn) && near.has(turn.index)))
      .flatMap(turn => {
        const found = PARTS.flatMap(part =>
          unless(talk, turn, `handover-${part}`, "handover-not")
            .slice(0, 1)
            .map(hit => ({ part: part as string, hit })),
        );
        const when = moved.has(turn.index) ? talk.in(turn.index, "time").filter(dated).slice(0, 1) : [];
        return [...found, ...when.map(hit => ({ part: "when", hit }))].map(({ part, hit }) =>
          signal("handover", turn.role, [placeOf(hit)], { detail: { part } }),
        );
      });
  },
};

/** "Now" says nothing of when. */
const dated = ({ phrase }: Hit): boolean => !phrase.startsWith("(right now");

function nearOnes(talk: Talk, moved: ReadonlySet<number>): ReadonlySet<number> {
  if (!moved.size) return new Set(agentTurns(talk).map(({ index }) => index));
  const near = new Set(moved);
  for (const at of moved) for (const { index } of nextAgentRuns(talk, at, SOON)) near.add(index);
  return near;
}

/** The customer against the agent. */
const AGAINST = ["customer-abusive", "customer-hostile"] as const;

/** Asks an abusive customer for respect. */
export const boundary: Detector = {
  name: "boundary",
  summary:
    "Asks for respect, calmly; where nobody was abusive it argues with the customer and is `defensive`",
  acts: ["boundary", "defensive"],
  after: ["customer-feeling"],

  detect(talk, earlier) {
    const abused = AGAINST.flatMap(act => earlier(act)).map(found => found.evidence[0]!.turn);
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
  summary:
    "The agent ends the conversation or says that they will; `abused` where the customer was hostile before, `other` where another way is named",
  after: ["customer-feeling"],

  detect(talk, earlier) {
    const borne = AGAINST.flatMap(act => earlier(act)).map(found => found.evidence[0]!.turn);
    return agentTurns(talk).flatMap(turn => {
      const other = talk.in(turn.index, "other-contact").length > 0 ? "yes" : "no";
      const abused = borne.some(at => at < turn.index) ? "yes" : "no";
      return perTurn("disengage", turn, talk.in(turn.index, "disengage"), { detail: { other, abused } });
    });
  },
};
