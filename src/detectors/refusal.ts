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

/** Acts that say what can be done, and those that merely set something going. */
const OFFERS = ["positive", "alternative"] as const;
const STEPS = ["ownership", "next-step"] as const;
/** The customer's side of a way forward that had to be wrung out. */
const PUSHES = ["customer-negative", "supervisor-request"] as const;
/** Agent runs in which an offer relieves a refusal: bare, or given with its reason. */
const RELIEF = { bare: 1, reasoned: 2 } as const;

/** Says what cannot be done, of what the customer wants; relieved where a way forward follows. */
export const refusal: Detector = {
  name: "refusal",
  summary:
    "Refusals; `negative` where no way forward follows in the same or the next turn; `reasoned`, `evasive` by what stands beside",
  acts: ["refusal", "negative"],
  after: [...OFFERS, ...STEPS, "customer-feeling", "supervisor-request"],

  detect(talk, earlier) {
    const places = (acts: readonly string[]) =>
      acts.flatMap(act => earlier(act)).flatMap(({ evidence }) => evidence.slice(0, 1));
    const ways = { offers: places(OFFERS), steps: places(STEPS) };
    const pushed = new Set(PUSHES.flatMap(act => earlier(act)).map(({ evidence }) => evidence[0]!.turn));
    const helps = new Set([...ways.offers, ...ways.steps].map(way => way.turn));
    return agentTurns(talk).flatMap(turn => {
      const hits = refusalsOf(talk, turn);
      const evades = !hits.length && !helps.has(turn.index) && isPressed(talk, turn, pushed);
      return judged(talk, turn, evades ? talk.in(turn.index, "refusal-soft") : hits, ways, pushed);
    });
  },
};

/** Where a way forward is shown. */
interface Ways {
  readonly offers: readonly Place[];
  readonly steps: readonly Place[];
}

/** The customer asked, complained or went over the agent's head, and this turn answers it. */
function isPressed(talk: Talk, turn: Turn, pushed: ReadonlySet<number>): boolean {
  const last = answered(talk, turn).at(-1);
  return last !== undefined && (pushed.has(last.index) || asksAgain(talk, last));
}

function judged(
  talk: Talk,
  turn: Turn,
  hits: readonly Hit[],
  ways: Ways,
  pushed: ReadonlySet<number>,
): readonly Signal[] {
  const [first] = hits;
  if (!first) return [];
  const places = hits.map(placeOf);
  const reasoned = talk.in(turn.index, "clear-reason").length > 0;
  const soon = unpushed(talk, turn, pushed);
  const late = new Set(
    nextAgentRuns(talk, turn.index, RELIEF[reasoned ? "reasoned" : "bare"]).map(({ index }) => index),
  );
  const relieved = [...ways.offers, ...(reasoned ? ways.steps : [])].some(way => late.has(way.turn));
  const atOnce = [...ways.offers, ...ways.steps].some(
    way => soon.has(way.turn) && !places.some(no => overlaps(no, way)),
  );
  const evasive = talk.in(turn.index, "evasion").length > 0;
  const detail = {
    relieved: relieved || atOnce ? "yes" : "no",
    reasoned: reasoned ? "yes" : "no",
    evasive: evasive ? "yes" : "no",
  };
  const refused = signal("refusal", turn.role, [placeOf(first)], { detail });
  return relieved || atOnce ? [refused] : [refused, signal("negative", turn.role, places)];
}

/** This run of the agent's, and the next, unless the customer asked again, protested or went over their head in between. */
function unpushed(talk: Talk, turn: Turn, pushed: ReadonlySet<number>): ReadonlySet<number> {
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
