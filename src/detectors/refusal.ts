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
const OFFERS = ["positive", "alternative", "remedy"] as const;
const STEPS = ["ownership", "next-step"] as const;
/** What takes a refusal back, where the customer had to protest first. */
const SORRY = ["empathy", "apology"] as const;
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
  after: [...OFFERS, ...STEPS, "customer-feeling", "supervisor-request", ...SORRY],

  detect(talk, earlier) {
    const places = (acts: readonly string[]) =>
      acts.flatMap(act => earlier(act)).flatMap(({ evidence }) => evidence.slice(0, 1));
    const kind = new Set(places(["empathy"]).map(({ turn }) => turn));
    const sorry = new Set(places(SORRY).map(({ turn }) => turn));
    const ways = { offers: places(OFFERS), steps: places(STEPS), kind, sorry };
    const pushed = new Set(PUSHES.flatMap(act => earlier(act)).map(({ evidence }) => evidence[0]!.turn));
    const helps = new Set([...ways.offers, ...ways.steps].map(way => way.turn));
    return agentTurns(talk).flatMap(turn => {
      const hits = refusalsOf(talk, turn).filter(hit => !informs(talk, turn, hit, pushed));
      const evades = !hits.length && !helps.has(turn.index) && isPressed(talk, turn, pushed);
      return judged(talk, turn, evades ? talk.in(turn.index, "refusal-soft") : hits, ways, pushed);
    });
  },
};

/** Where a way forward is shown. */
interface Ways {
  readonly offers: readonly Place[];
  readonly steps: readonly Place[];
  /** Turns that say how hard it is. */
  readonly kind: ReadonlySet<number>;
  /** Turns that say so, or that are sorry. */
  readonly sorry: ReadonlySet<number>;
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
  const protests = reasoned && ways.kind.has(turn.index) ? NOBODY : pushed;
  const late = unprotested(talk, turn, protests, ways.sorry, RELIEF[reasoned ? "reasoned" : "bare"]);
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

/** A reason given with a feeling for it is not wrung out of anybody. */
const NOBODY: ReadonlySet<number> = new Set();

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

/** The agent's next runs, as far as nobody had to protest for what they bring, or they are sorry for it. */
function unprotested(
  talk: Talk,
  turn: Turn,
  pushed: ReadonlySet<number>,
  sorry: ReadonlySet<number>,
  runs: number,
): ReadonlySet<number> {
  const protest = talk.turns.find(other => other.index > turn.index && pushed.has(other.index));
  const found = nextAgentRuns(talk, turn.index, runs).map(({ index }) => index);
  return new Set(found.filter(index => protest === undefined || index < protest.index || sorry.has(index)));
}

/** More than a nod, and a question. */
const asksAgain = (talk: Talk, turn: Turn): boolean =>
  !isNod(turn.text) && talk.sentence(turn.index, turn.text.length - 1).question;

/** Asks how things are, of something or somebody else. */
const HOW_THINGS_ARE =
  /\b(?:is|are|do|does|did|has|have|was|were|if) (?:it|they|there|he|she|this|that|the|any\p{L}*|\p{L}+ing|pets)\b/iu;
/** What somebody else's house has and allows. */
const OF_OTHERS =
  /\b(?:they (?:do|don['’]?t|are|aren['’]?t|have|serve|offer|allow|accept)|\p{L}+ing (?:is not|isn['’]?t) (?:allowed|possible|permitted)|pets (?:are|aren['’]?t)|there(?:['’]s| is| are) no (?!way|chance|option|possib|question))/iu;

/** «No, smoking isn't allowed there»: a question about a third thing, asked in calm, has its answer. */
function informs(talk: Talk, turn: Turn, hit: Hit, pushed: ReadonlySet<number>): boolean {
  const asked = answered(talk, turn).at(-1);
  if (asked === undefined || pushed.has(asked.index) || !HOW_THINGS_ARE.test(asked.text)) return false;
  const { from, to } = talk.sentence(hit.turn, hit.from);
  return pushed.size === 0 && OF_OTHERS.test(turn.text.slice(from, to));
}

/** "I can't find it yet" is about the looking, not about the wish; a bare "no" refuses where something was asked for. */
export function refusalsOf(talk: Talk, turn: Turn): readonly Hit[] {
  const said = unless(talk, turn, "refusal", "refusal-technical");
  if (said.length) return said;
  const no = talk.in(turn.index, "plain-no");
  const asked = no.length > 0 && answered(talk, turn).at(-1);
  return asked && talk.in(asked.index, "cust-asks-for").length ? no : [];
}
