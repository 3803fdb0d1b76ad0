import type { Detector, Place, Signal, Talk, Turn } from "../model/index.js";
import { brokenOff, completes, isNod } from "./shared/floor.js";
import { isAgent, isCustomer, signal, whole } from "./shared/turns.js";

/** Overlap that conversation tolerates before it is noticed, ms (techniques.md, interruptions). */
const TOLERANCE = 500;
/** A clause that ends and is not resumed may be overlapped this long, ms (techniques.md, terminal overlap). */
const TERMINAL = 2_000;
/** Both began at once, ms: nobody took anything. */
const TOGETHER = 300;

type Class = "backchannel" | "terminal-overlap" | "invited" | "start-together" | "take-over";

/** The agent takes the floor while the customer is still speaking. */
export const interruption: Detector = {
  name: "interruption",
  summary: "The agent takes the floor while the customer still speaks; overlaps of other kinds are told apart",
  unit: "ms",
  acts: ["interruption", "overlap", "customer-interrupts"],

  detect: talk => [...byTime(talk), ...byText(talk), ...byProtest(talk)],
};

function byTime(talk: Talk): readonly Signal[] {
  if (!talk.transcript.overlaps) return [];
  const found: Signal[] = [];
  for (const [i, turn] of talk.turns.entries()) {
    if (turn.start === undefined || turn.kind !== "speech") continue;
    const other = heldBy(talk, i);
    if (!other) continue;
    const overlap = Math.min(other.end as number, turn.end ?? (other.end as number)) - turn.start;
    if (overlap <= TOLERANCE) continue;
    if (isCustomer(turn) && isAgent(other)) found.push(...customerBreaksIn(talk, turn, other, overlap));
    if (!isAgent(turn) || !isCustomer(other)) continue;
    const what = classify(talk, turn, other);
    const detail = { class: what, by: "time", cut: tail(other.text), repaired: repaired(talk, turn), yielded: yielded(turn, other) };
    const places = [whole(turn), whole(other)];
    found.push(signal(what === "take-over" ? "interruption" : "overlap", turn.role, places.slice(0, 1), { value: overlap, detail }));
  }
  return found;
}

/** The turn of the other side that was still going on when turn `i` began. */
function heldBy(talk: Talk, i: number): Turn | undefined {
  const turn = talk.turns[i] as Turn;
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    const other = talk.turns[k] as Turn;
    if (other.kind !== "speech" || other.speaker === turn.speaker || other.end === undefined || other.start === undefined) continue;
    if (other.end > (turn.start as number) && isAgent(other) !== isAgent(turn)) return other;
  }
  return undefined;
}

function classify(talk: Talk, turn: Turn, other: Turn): Class {
  if (isNod(turn.text)) return "backchannel";
  if ((turn.start as number) - (other.start as number) < TOGETHER) return "start-together";
  const left = (other.end as number) - (turn.start as number);
  const ends = completes(other, talk.turns);
  if (ends && other.text.trim().endsWith("?") && left <= TERMINAL * 2) return "invited";
  if (ends && left < TERMINAL) return "terminal-overlap";
  if (isNod(firstClause(turn.text)) && ends && left < TERMINAL * 2) return "backchannel";
  return "take-over";
}

const firstClause = (text: string): string => /^[^.!?,]*/u.exec(text)?.[0] ?? "";

function customerBreaksIn(talk: Talk, turn: Turn, other: Turn, overlap: number): readonly Signal[] {
  if (isNod(turn.text) || completes(other, talk.turns)) return [];
  return [signal("customer-interrupts", "customer", [whole(turn)], { value: overlap, detail: { by: "time" } })];
}

/** Untimed, or a cut-off mark: the customer breaks off and the agent speaks next. */
function byText(talk: Talk): readonly Signal[] {
  return talk.turns.flatMap((turn, i) => {
    if (!isCustomer(turn)) return [];
    const next = talk.turns.slice(i + 1).find(after => after.kind === "speech");
    if (!next || !isAgent(next) || isNod(next.text)) return [];
    const timed = talk.transcript.overlaps && turn.end !== undefined && next.start !== undefined;
    if (timed && (next.start as number) < (turn.end as number) - TOLERANCE) return [];
    const cue = turn.cutOff ? "cut-off mark" : brokenOff(turn, talk.turns, talk.transcript.channel, timed);
    if (!cue) return [];
    const detail = { class: "take-over", by: "text", cue, cut: tail(turn.text), repaired: repaired(talk, next) };
    return [signal("interruption", next.role, [whole(next)], { detail })];
  });
}

const PROTEST = /\b(?:let me finish|(?:can|could|may) i (?:please )?finish|(?:stop|quit) (?:interrupting|cutting (?:me|across|in)|talking over)|(?:you )?keep (?:interrupting|cutting me off|talking over)|(?:you(?:'re| are)? )?(?:cut|cutting) me off|if (?:you(?:'d|'ll| would| will)? let me|i (?:can|could|may)) finish|i (?:was|hadn'?t|wasn'?t|haven'?t|am|'m) (?:still (?:talking|speaking)|not (?:finished|done)|finished)|(?:don'?t|do not) interrupt|you interrupted)\b/iu;

/** "Let me finish": the turn before it took the floor, whatever the clock says. */
function byProtest(talk: Talk): readonly Signal[] {
  return talk.turns.flatMap((turn, i) => {
    const found = isCustomer(turn) ? PROTEST.exec(turn.text) : null;
    if (!found) return [];
    const taker = talk.turns.slice(0, i).reverse().find(isAgent);
    if (!taker) return [];
    const place: Place = { turn: turn.index, from: found.index, to: found.index + found[0].length };
    return [signal("interruption", taker.role, [whole(taker), place], { detail: { class: "take-over", by: "protest", cue: found[0], repaired: repaired(talk, taker) } })];
  });
}

const REPAIR = /\b(?:sorry|apolog\w+|pardon)\b.{0,30}\b(?:go (?:ahead|on)|carry on|continue|you were saying|interrupt|after you|finish|cut you|jumped|talk(?:ing)? over)\b|\b(?:go ahead|carry on|you first|please continue|please finish|after you)\b/iu;

/** "Sorry, go ahead" in the same or the next agent turn. */
function repaired(talk: Talk, turn: Turn): string {
  const next = talk.turns.slice(turn.index + 1, turn.index + 4).find(isAgent);
  return [turn, next].some(each => each && REPAIR.test(each.text.slice(0, 120))) ? "yes" : "no";
}

/** Who gave way: whoever stopped first. */
const yielded = (turn: Turn, other: Turn): string => ((turn.end ?? Number.POSITIVE_INFINITY) < (other.end as number) ? turn.role : other.role);

const tail = (text: string): string => text.trim().split(/\s+/u).slice(-6).join(" ");
