import type { Detector, Hit, Signal, Talk, Turn } from "../model/index.js";
import { hinted } from "./shared/hinted.js";
import { unless } from "./shared/lists.js";
import {
  agentTurns,
  isAgent,
  isCustomer,
  lastBefore,
  overlaps,
  perTurn,
  placeOf,
  signal,
  whole,
} from "./shared/turns.js";

/** A choice or a second way, put to the customer. */
export const alternative: Detector = {
  name: "alternative",
  summary:
    "A choice or a second way; `ways`: several, one, or a choice of dates alone; `taken` where the customer takes it, `asked` where it is put as a question; a `remedy` is the first one offered for a trouble",
  acts: ["alternative", "remedy"],
  after: ["customer-feeling", "accepted", "fault"],

  detect(talk, earlier) {
    const turnsOf = (act: string) => new Set(earlier(act).map(found => found.evidence[0]!.turn));
    const heard = {
      upset: turnsOf("customer-negative"),
      faults: turnsOf("fault"),
      accepts: turnsOf("accepted"),
    };
    return agentTurns(talk).flatMap(turn => found(talk, turn, heard));
  },
};

/** Customer turns that are upset, that tell of a failure of ours, and that take what was offered. */
interface Heard {
  readonly upset: ReadonlySet<number>;
  readonly faults: ReadonlySet<number>;
  readonly accepts: ReadonlySet<number>;
}

function found(talk: Talk, turn: Turn, heard: Heard): readonly Signal[] {
  const named = waysNamed(talk, turn);
  const dates = talk.in(turn.index, "choice-of-dates");
  const hits = named.length ? named : offersIn(talk, turn, heard);
  const taken = isTaken(talk, turn, heard) ? "yes" : "no";
  const of = (ways: string, hit?: Hit) => {
    const asked = hit && talk.sentence(turn.index, hit.from).question ? "yes" : "no";
    return { detail: { ways, taken, asked } };
  };
  const first = !named.length && !dates.length && waysIn(turn) === "one" && !refusedBefore(talk, turn);
  if (hits.length)
    return perTurn(
      first ? "remedy" : "alternative",
      turn,
      hits,
      of(!named.length && dates.length ? "dates" : waysIn(turn), hits[0]),
    );
  if (numbered(turn)) return [signal("alternative", turn.role, [whole(turn)], of("several"))];
  const remedy = refusedBefore(talk, turn) || [...heard.faults].some(at => at < turn.index);
  return remedy ? perTurn("alternative", turn, dates, of("dates")) : [];
}

/** Ways put to the customer; an either/or about data or dates is none, nor is "which" in its sentence. */
function waysNamed(talk: Talk, turn: Turn): readonly Hit[] {
  const other = ["choice-of-data", "choice-of-dates"].flatMap(list => talk.in(turn.index, list));
  return unless(talk, turn, "alternative", "alternative-not").filter(
    hit =>
      !ENDS_IN_NO.test(turn.text.slice(hit.from, hit.to)) &&
      !asksFact(talk, turn, hit) &&
      !other.some(no => overlaps(placeOf(hit), placeOf(no)) || asksWhich(talk, hit, no)),
  );
}

/** «Is it the old one or the new one?» asks how things are; a wish or a proposal in it makes it a choice. */
const FACT =
  /^(?:\W*(?:and|so|okay|ok|right|now|just to check|just),? )*(?:is|was|are|were|did|does|do (?!you (?:want|prefer|fancy))|has|have|which|what(?! (?:if|about))|where|when)\b/iu;
const WISH =
  /\b(?:would|could|shall|should|can|like|prefer|rather|want|suits?|works?|fancy|better|best|easier|easiest|happier|sooner|choose|take|keep)\b/iu;

function asksFact(talk: Talk, turn: Turn, hit: Hit): boolean {
  const { from, to, question } = talk.sentence(hit.turn, hit.from);
  const sentence = turn.text.slice(from, to);
  return question && FACT.test(sentence) && !WISH.test(sentence);
}

/** "If that's not what you wanted, we can't…" */
const ENDS_IN_NO = /\bcan(?:no|['’]?)t$/iu;

/** Offers where a second way is called for; being sent elsewhere is none. */
function offersIn(talk: Talk, turn: Turn, heard: Heard): readonly Hit[] {
  if (!calledFor(talk, turn, heard)) return [];
  const elsewhere = talk.in(turn.index, "passing-on").map(placeOf);
  return unless(talk, turn, "offer", "offer-not").filter(
    hit => !elsewhere.some(no => overlaps(placeOf(hit), no)),
  );
}

/** "Thursday or Friday, which is better?" */
const asksWhich = (talk: Talk, hit: Hit, data: Hit): boolean =>
  /^which\b/u.test(hit.phrase) &&
  talk.sentence(hit.turn, hit.from).from === talk.sentence(data.turn, data.from).from;

/** An offer is a second way after a refusal, or once the customer has told of trouble. */
const calledFor = (talk: Talk, turn: Turn, { upset }: Heard): boolean =>
  refusedBefore(talk, turn) || [...upset].some(at => at < turn.index);

/** An offer in the breath of a refusal is a second way: the refusal stands in this turn or in the one before. */
function refusedBefore(talk: Talk, turn: Turn): boolean {
  const before = lastBefore(talk.turns, turn.index, isAgent);
  return [turn, ...(before ? [before] : [])].some(
    each => unless(talk, each, "refusal", "refusal-technical").length > 0,
  );
}

/** The customer's answer, as far as the agent's next turn, takes it and is not upset. */
function isTaken(talk: Talk, turn: Turn, { upset, accepts }: Heard): boolean {
  if (accepts.size === 0) return false;
  const answer: Turn[] = [];
  for (let i = turn.index + 1; i < talk.turns.length; i++) {
    const other = talk.turns[i] as Turn;
    if (isCustomer(other)) answer.push(other);
    else if (isAgent(other) && answer.length) break;
  }
  return answer.some(({ index }) => accepts.has(index)) && !answer.some(({ index }) => upset.has(index));
}

const SEVERAL =
  /\bor\b(?! (?:not|nothing|leave it\b(?! (?:on|as|in|with|to|until|till|at))|shall i leave it)\b)|\beither\b|\boptions\b|\bfailing that\b|\b(?:two|three|couple of|few) (?:things|ways|options)\b|\balternatively\b|\bwhichever\b|\banother\b|\bother (?:thing|way|option)\b/iu;

/** Two real ways in one turn, or a single one. */
const waysIn = (turn: Turn): string => (SEVERAL.test(turn.text) || numbered(turn) ? "several" : "one");

/** "(1) … (2) …", "A) … B) …", "One, … Two, …", "First way, … Second way, …": ways told as a list. */
const numbered = (turn: Turn): boolean =>
  (FIRST.test(turn) && SECOND.test(turn)) || (FIRSTLY.test(turn) && SECONDLY.test(turn));
const FIRST = hinted(/(?:^|\s)\(?(?:1|a)[).:]\s/iu, "1)", "1.", "1:", "a)", "a.", "a:");
const SECOND = hinted(/\s\(?(?:2|b)[).:]\s/iu, "2)", "2.", "2:", "b)", "b.", "b:");
const FIRSTLY = hinted(/(?:^|[.:;!?] )(?:one|first(?:ly)?)(?: \p{L}+)?[,:] /iu, "one", "first");
const SECONDLY = hinted(/[.;!?] (?:and )?(?:two|second(?:ly)?)(?: \p{L}+)?[,:] /iu, "two", "second");
