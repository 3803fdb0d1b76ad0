import type { Detector, Signal, Talk, Turn } from "../model/index.js";
import {
  agentTurns,
  customerTurns,
  isAgent,
  isCustomer,
  perTurn,
  placeOf,
  signal,
  whole,
  wordCount,
} from "./shared/turns.js";

/** Words that make a telling, in one turn or in two (techniques.md, verbal-cues). */
const LONG_TELLING = 30;
const TOLD_IN_TWO = 28;
/** Fewer words than this tell nothing. */
const TELLS = 6;
/** A silence that is a hold, ms: in speech, in a chat (techniques.md, updates). */
const HOLD = { voice: 30_000, chat: 120_000, email: Number.POSITIVE_INFINITY } as const;

/** The customer explains a problem: at length, or over two turns; a short turn of abuse tells nothing. */
export const explaining: Detector = {
  name: "explaining",
  summary: "The customer explains a problem over two turns or 30 words",
  after: ["customer-feeling"],

  detect(talk, earlier) {
    const troubled = new Set(
      earlier("customer-negative")
        .filter(({ detail }) => detail?.shown === "yes")
        .map(found => found.evidence[0]!.turn),
    );
    const abusive = new Set(earlier("customer-abusive").map(found => found.evidence[0]!.turn));
    const tells = (turn: Turn | undefined): boolean =>
      turn !== undefined &&
      (!abusive.has(turn.index) || wordCount(turn) >= GOES_ON) &&
      wordCount(turn) >= TELLS &&
      (troubled.has(turn.index) || tellsTrouble(talk, turn, troubled.size > 0));
    const turns = customerTurns(talk);
    const telling = turns.filter(
      (turn, n) => tells(turn) || (wordCount(turn) >= GOES_ON && tells(turns[n - 1])),
    );
    const told = toldOn(telling);
    const begin = telling.find((turn, n) => wordCount(turn) >= LONG_TELLING || told[n]);
    return begin ? [signal("explaining", "customer", [whole(begin)])] : [];
  },
};

/** Trouble in words, outside of what a calm customer only asks; who is content («it's gorgeous») tells of none. */
function tellsTrouble(talk: Talk, turn: Turn, upset: boolean): boolean {
  if (!upset && talk.in(turn.index, "cust-warm").length) return false;
  return TELLING.some(list =>
    talk.in(turn.index, list).some(hit => upset || !talk.sentence(turn.index, hit.from).question),
  );
}

/** Words of a turn that goes on telling, whatever it says, and that tells in spite of its abuse. */
const GOES_ON = 15;
/** Words in which a problem is told, angrily or not. */
const TELLING = ["cust-trouble", "cust-mild", "hardship"];
/** Turns apart that two turns of one telling may lie: an identity question may come between. */
const APART = 6;

/** For each turn whether from it on a problem is told in two turns or more, not far apart, with words enough together. */
function toldOn(telling: readonly Turn[]): readonly boolean[] {
  const told: boolean[] = [];
  let words = 0;
  let long = false;
  let count = 0;
  for (let i = telling.length - 1; i >= 0; i--) {
    const turn = telling[i] as Turn;
    const next = telling[i + 1];
    if (next !== undefined && next.index - turn.index > APART) [words, long, count] = [0, false, 0];
    const own = wordCount(turn);
    words += own;
    long ||= own >= TELLS * 2;
    count++;
    told[i] = count > 1 && long && words >= TOLD_IN_TWO;
  }
  return told;
}

/** Loss or illness, as the customer tells it. */
export const hardship: Detector = {
  name: "hardship",
  summary: "The customer tells of a loss, an illness or a disaster",
  detect: talk =>
    customerTurns(talk).flatMap(turn => perTurn("hardship", turn, talk.in(turn.index, "hardship"))),
};

/** Harm, failure or delay on the company's side, as the customer tells it. */
export const fault: Detector = {
  name: "fault",
  summary:
    "The customer reports harm, failure or delay, or is angry about it; `plain` where it is told in strong words",
  after: ["customer-feeling"],

  detect(talk, earlier) {
    const negative = new Map(
      earlier("customer-negative").map(found => [found.evidence[0]!.turn, found.value ?? 0]),
    );
    return customerTurns(talk).flatMap(turn => {
      const trouble = talk.in(turn.index, "cust-trouble");
      const felt = negative.get(turn.index);
      if (felt === undefined || (!trouble.length && !talk.in(turn.index, "cust-protest").length)) return [];
      const place = trouble[0] ? placeOf(trouble[0]) : whole(turn);
      return [signal("fault", "customer", [place], { detail: { plain: felt >= PLAIN ? "yes" : "no" } })];
    });
  },
};

/** Weight of a turn's feeling from which a fault is told plainly. */
const PLAIN = 1;

/** A wait of the customer's: announced, acknowledged on return, or neither. */
export const hold: Detector = {
  name: "hold",
  summary: "A silence of 30 s (chat: 120 s), or a wait announced where there are no times",
  unit: "ms",
  acts: ["hold", "hold-announce", "hold-return"],

  detect: talk =>
    agentTurns(talk).flatMap(turn => [
      ...waited(talk, turn),
      ...perTurn("hold-announce", turn, talk.in(turn.index, "wait-announced")),
      ...perTurn("hold-return", turn, talk.in(turn.index, "wait-ended")),
    ]),
};

/** Turns back that a wait may have been announced: the customer agrees, and gives one more number. */
const ANNOUNCED = 5;

function waited(talk: Talk, turn: Turn): readonly Signal[] {
  const before = talk.turns.slice(0, turn.index);
  const lately = before.slice(-ANNOUNCED).filter(isAgent);
  const timed = turn.start !== undefined;
  const silence = timed ? silenceBefore(before, turn) : 0;
  if (timed ? silence < HOLD[talk.transcript.channel] : !promised(talk, turn, lately)) return [];
  const announced = lately.some(other => ANNOUNCES.some(list => talk.in(other.index, list).length > 0));
  const back = RETURNS.some(list => talk.in(turn.index, list).length > 0) || tells(talk, turn);
  const kept = announced && back ? "yes" : announced || back ? "half" : "no";
  const detail = { announced: announced ? "yes" : "no", acknowledged: back ? "yes" : "no", kept };
  return [signal("hold", turn.role, [whole(turn)], { ...(timed && { value: silence }), detail })];
}

const ANNOUNCES = ["wait-announced", "hold-announce"];
const RETURNS = ["wait-ended", "hold-return"];

function silenceBefore(before: readonly Turn[], turn: Turn): number {
  const last = [...before].reverse().find(other => other.kind === "speech");
  const ended = last?.end ?? last?.start;
  return ended === undefined || turn.start === undefined ? 0 : turn.start - ended;
}

/** Without times: the agent's last turn announced a wait, and this is the first since. */
function promised(talk: Talk, turn: Turn, lately: readonly Turn[]): boolean {
  const last = lately.at(-1);
  return (
    last !== undefined && last.index >= turn.index - 2 && talk.in(last.index, "wait-announced").length > 0
  );
}

/** What came of it is told at once, in a statement. */
const tells = (talk: Talk, turn: Turn): boolean =>
  wordCount(turn) >= 6 && !talk.sentence(turn.index, 0).question;

/** The conversation has a request or a problem at all. */
export const request: Detector = {
  name: "request",
  summary: "The customer has a problem or a request; `kind` question where one question is all that is asked",

  detect(talk) {
    const first = talk.turns.find(turn => isCustomer(turn) && wordCount(turn) >= 4);
    if (!first) return [];
    const asking = customerTurns(talk).filter(
      ({ index, text }) => talk.sentence(index, text.length - 1).question,
    );
    const once = asking.length === 1 && asking[0] === first && !talk.in(first.index, "cust-awaits").length;
    const kind = once ? "question" : "matter";
    return [signal("request", "customer", [whole(first)], { detail: { kind } })];
  },
};
