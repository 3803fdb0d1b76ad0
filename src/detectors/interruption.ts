import type { Detector, Piece, Signal, Talk, Turn } from "../model/index.js";
import { isFilling, takenFrom, takenNext } from "./shared/cut.js";
import { brokenOff, completes } from "./shared/floor.js";
import { hinted } from "./shared/hinted.js";
import { isNod } from "./shared/nods.js";
import { isAgent, isCustomer, lastBefore, signal, whole } from "./shared/turns.js";

/** Overlap that conversation tolerates before it is noticed, ms (techniques.md, interruptions). */
const TOLERANCE = 500;
/** A clause that ends and is not resumed may be overlapped this long, ms (techniques.md, terminal overlap). */
const TERMINAL = 2_000;
/** Both began at once, ms: nobody took anything. */
const TOGETHER = 300;

type Class = "backchannel" | "terminal-overlap" | "invited" | "start-together" | "filler" | "take-over";

/** The agent takes the floor while the customer is still speaking. */
export const interruption: Detector = {
  name: "interruption",
  summary:
    "The agent takes the floor while the customer still speaks; overlaps of other kinds are told apart",
  unit: "ms",
  acts: ["interruption", "overlap", "customer-interrupts"],

  detect(talk) {
    const timed = byTime(talk);
    const known = new Set(timed.map(({ detail }) => detail?.over));
    return [...timed, ...byText(talk).filter(({ detail }) => !known.has(detail?.over)), ...byProtest(talk)];
  },
};

function byTime(talk: Talk): readonly Signal[] {
  if (!talk.transcript.overlaps) return [];
  return talk.turns.flatMap((turn, i) =>
    turn.kind === "speech" ? turn.pieces.flatMap(piece => piecesOver(talk, turn, piece, i)) : [],
  );
}

/** One utterance against whoever still held the floor when it began. */
function piecesOver(talk: Talk, turn: Turn, piece: Piece, i: number): readonly Signal[] {
  const other = piece.start === undefined ? undefined : heldBy(talk, turn, piece.start, i);
  if (!other || piece.start === undefined) return [];
  const overlap = Math.min(other.end as number, piece.end ?? (other.end as number)) - piece.start;
  if (overlap <= TOLERANCE) return [];
  const said = turn.text.slice(piece.from, piece.to);
  const place = { turn: turn.index, from: piece.from, to: piece.to };
  if (isCustomer(turn) && isAgent(other))
    return isNod(said) || completes(other, talk.turns)
      ? []
      : [signal("customer-interrupts", "customer", [place], { value: overlap, detail: { by: "time" } })];
  if (!isAgent(turn) || !isCustomer(other)) return [];
  const what = classify(talk, said, piece.start, other);
  const detail = {
    class: what,
    by: "time",
    cut: tail(other.text),
    over: String(other.index),
    stops: completes(other, talk.turns) ? "whole" : "short",
    repaired: repaired(talk, turn),
    yielded: yielded(turn, other),
  };
  return [
    signal(what === "take-over" ? "interruption" : "overlap", turn.role, [place], { value: overlap, detail }),
  ];
}

/** The turn of the other side that was still going on at `start`. */
function heldBy(talk: Talk, turn: Turn, start: number, i: number): Turn | undefined {
  for (let k = i - 1; k >= 0 && k >= i - 4; k--) {
    const other = talk.turns[k] as Turn;
    if (
      other.kind !== "speech" ||
      other.speaker === turn.speaker ||
      other.end === undefined ||
      other.start === undefined
    )
      continue;
    if (other.end > start && other.start <= start && isAgent(other) !== isAgent(turn)) return other;
  }
  return undefined;
}

function classify(talk: Talk, said: string, start: number, other: Turn): Class {
  if (isNod(said)) return "backchannel";
  if (isFilling(other.text)) return "filler";
  if (start - (other.start as number) < TOGETHER) return "start-together";
  const left = (other.end as number) - start;
  const ends = completes(other, talk.turns);
  if (ends && other.text.trim().endsWith("?") && left < TERMINAL) return "invited";
  if (ends && left < TERMINAL) return "terminal-overlap";
  if (isNod(firstClause(said)) && briefly(said) && ends && left < TERMINAL * 2) return "backchannel";
  return "take-over";
}

/** Most words of an answer that begins with a nod and leaves the floor where it was. */
const BRIEF = 12;
const briefly = (said: string): boolean => said.split(/\s+/u).length <= BRIEF;

const firstClause = (text: string): string => /^[^.!?,]*/u.exec(text)?.[0] ?? "";

/** A cut-off mark, or words that break off: the customer stops short and the agent has the floor. */
function byText(talk: Talk): readonly Signal[] {
  const { channel, overlaps } = talk.transcript;
  return talk.turns.flatMap((turn, i) => {
    if (!isCustomer(turn)) return [];
    const cue = turn.cutOff ? "cut-off mark" : brokenOff(turn, talk.turns, channel);
    const taken = cue ? (overlaps ? takenFrom(talk.turns, i) : takenNext(talk.turns, i)) : undefined;
    if (!taken) return [];
    const detail = {
      class: taken.how,
      by: "text",
      cue,
      cut: tail(turn.text),
      over: String(turn.index),
      stops: "short",
      repaired: repaired(talk, taken.by),
    };
    const act = taken.how === "take-over" ? "interruption" : "overlap";
    return [signal(act, taken.by.role, [whole(taken.by)], { detail })];
  });
}

const PROTEST = hinted(
  /\b(?:let me finish|(?:can|could|may) i (?:please )?finish|(?:stop|quit) (?:interrupting|cutting (?:me|across|in)|talking over)|(?:you )?keep (?:interrupting|cutting me off|talking over)|you(?:'re| are| just|'ve| have)? (?:cut|cutting) me off|if (?:you(?:'d|'ll| would| will)? let me|i (?:can|could|may)) finish|i (?:was|hadn'?t|wasn'?t|haven'?t|am|'m) (?:still (?:talking|speaking)|not (?:finished|done)|finished)|(?:don'?t|do not) interrupt|you interrupted)\b/iu,
  "finish",
  "interrupt",
  "cut",
  "talking",
  "speaking",
  "done",
);

/** "Your colleague wouldn't let me finish" and "she told them, stop…" are about another conversation. */
const ofOthers = (before: string): boolean =>
  /\b(?:he|she|they|him|her|them|colleague|somebody|someone|nobody|told|said|says|last (?:guy|one|time|person)|other (?:guy|one|day|person)|guy|lady|lad|girl|bloke|fella|woman)\b/iu.test(
    before,
  );

/** "Let me finish": the turn before it took the floor, whatever the clock says. */
function byProtest(talk: Talk): readonly Signal[] {
  return talk.turns.flatMap((turn, i) => {
    const found = isCustomer(turn) ? PROTEST.exec(turn) : null;
    if (!found || ofOthers(turn.text.slice(talk.sentence(turn.index, found.index).from, found.index)))
      return [];
    const taker = lastBefore(talk.turns, i, isAgent);
    if (!taker) return [];
    const detail = { class: "take-over", by: "protest", cue: found[0], repaired: repaired(talk, taker) };
    return [signal("interruption", taker.role, [whole(taker)], { detail })];
  });
}

const REPAIR =
  /\b(?:sorry|apolog\w+|pardon|excuse me|forgive me)\b.{0,30}\b(?:go (?:ahead|on)|carry on|continue|you were (?:saying|still)|interrupt|after you|finish|cut you|jumped|talk(?:ing)? over)\b|\b(?:go on|you go)\b.{0,20}\bi (?:cut|jumped|talked|interrupted|spoke)\b|\b(?:go ahead|carry on|you first|please continue|please finish|after you)\b/iu;

/** "Sorry, go ahead" in the same or the next agent turn. */
function repaired(talk: Talk, turn: Turn): string {
  const next = talk.turns.slice(turn.index + 1, turn.index + 4).find(isAgent);
  return [turn, next].some(each => each && REPAIR.test(each.text.slice(0, 120))) ? "yes" : "no";
}

/** Who gave way: whoever stopped first. */
const yielded = (turn: Turn, other: Turn): string =>
  (turn.end ?? Number.POSITIVE_INFINITY) < (other.end as number) ? turn.role : other.role;

const tail = (text: string): string => text.trim().split(/\s+/u).slice(-6).join(" ");
