import type { Detector, Hit, Place, Signal, Talk, Turn } from "../model/index.js";
import { unless } from "./shared/lists.js";
import { isNod } from "./shared/nods.js";
import {
  agentTurns,
  answered,
  isAgent,
  isCustomer,
  nextAgentRuns,
  overlaps,
  placeOf,
  signal,
} from "./shared/turns.js";

/** Acts that open a way forward. */
const WAYS = ["positive", "alternative", "ownership", "next-step"] as const;

/** Says what cannot be done, of what the customer wants; relieved where a way forward follows. */
export const refusal: Detector = {
  name: "refusal",
  summary:
    "Refusals; `negative` where no way forward follows in the same breath, or in the next turn unasked",
  acts: ["refusal", "negative"],
  after: [...WAYS, "customer-feeling", "supervisor-request"],

  detect(talk, earlier) {
    const ways = WAYS.flatMap(act => earlier(act)).map(found => found.evidence[0]!);
    const pushed = new Set(
      PUSHES.flatMap(act => earlier(act)).flatMap(found => found.evidence.map(({ turn }) => turn)),
    );
    return agentTurns(talk).flatMap(turn => judged(talk, turn, ways, pushed));
  },
};

/** Agent runs in which a way forward still relieves a refusal that was given with its reason. */
const REASONED = 2;
/** The customer's side of a way forward that had to be wrung out. */
const PUSHES = ["customer-negative", "supervisor-request"] as const;

function judged(
  talk: Talk,
  turn: Turn,
  ways: readonly Place[],
  pushed: ReadonlySet<number>,
): readonly Signal[] {
  const hits = refusalsOf(talk, turn);
  const [first] = hits;
  if (!first) return [];
  const places = hits.map(placeOf);
  const reasoned = talk.in(turn.index, "clear-reason").length > 0;
  const reliefs = reliefTurns(talk, turn, pushed);
  if (reasoned) for (const { index } of nextAgentRuns(talk, turn.index, REASONED)) reliefs.add(index);
  const relieved = ways.some(way => reliefs.has(way.turn) && !places.some(no => overlaps(no, way)));
  const detail = { relieved: relieved ? "yes" : "no", reasoned: reasoned ? "yes" : "no" };
  const refused = signal("refusal", turn.role, [placeOf(first)], { detail });
  return relieved ? [refused] : [refused, signal("negative", turn.role, places)];
}

/**
 * Turns in which a way forward relieves a refusal: the same run of the agent's, and the next, unless the customer had to
 * ask again, protested or went over the agent's head in between.
 */
function reliefTurns(talk: Talk, turn: Turn, pushed: ReadonlySet<number>): Set<number> {
  const found = new Set([turn.index]);
  let between = false;
  let next = false;
  for (const other of talk.turns.slice(turn.index + 1)) {
    if (isAgent(other)) {
      next ||= between;
      found.add(other.index);
    } else if (isCustomer(other)) {
      if (next || pushed.has(other.index) || asksAgain(talk, other)) break;
      between = true;
    }
  }
  return found;
}

/** More than a nod, and a question. */
const asksAgain = (talk: Talk, turn: Turn): boolean =>
  !isNod(turn.text) && talk.sentence(turn.index, turn.text.length - 1).question;

/** "I can't find it yet" is about the looking, not about the wish; a bare "no" refuses where something was asked for. */
export function refusalsOf(talk: Talk, turn: Turn): readonly Hit[] {
  const said = unless(talk, turn, "refusal", "refusal-technical");
  if (said.length) return said;
  const no = talk.in(turn.index, "plain-no");
  const asked = no.length > 0 && answered(talk, turn).at(-1);
  return asked && talk.in(asked.index, "cust-asks-for").length ? no : [];
}
