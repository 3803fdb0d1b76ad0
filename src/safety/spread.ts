import type { Turn } from "../model/index.js";
import { spokenDigits } from "./digits.js";
import { maskRanges } from "./mask.js";
import { isOpen } from "./open-ended.js";
import type { Masked } from "./ranges.js";

/** Turns that one number is followed over, either way, and how long they may be: nobody reads one out in a speech. */
const FARTHEST = 8;
const LONGEST = 200;
/** «Mm-hm», «okay, go on»; a read-back of a few figures. */
const LISTENING = 60;

/**
 * The parts of numbers that somebody read out over several turns, with «okay» of the other side between them: what the
 * turn alone does not show. Those that the other side reads back in between are found too.
 */
export function spreadNumbers(turns: readonly Turn[], turn: Turn): readonly Masked[] {
  if (!isOpen(turn.text)) return [];
  const own = chainAt(turns, turn);
  if (own.length > 1) return acrossIn(own, turn, questionBefore(turns, own));
  const beside = turns[turn.index - 1];
  if (turn.text.length > LISTENING || beside === undefined || beside.speaker === turn.speaker) return [];
  const chain = isOpen(beside.text) ? chainAt(turns, beside) : [];
  return chain.length > 1 ? readBack(turn, chain, questionBefore(turns, chain)) : [];
}

const questionBefore = (turns: readonly Turn[], chain: readonly Turn[]): string =>
  turns[(chain[0]?.index ?? 0) - 1]?.text ?? "";

/** The turns of one voice around a turn that a number could run through. */
function chainAt(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  const chain = [turn];
  for (const step of [-1, 1] as const) {
    let at = turn;
    for (let count = 0; count < FARTHEST; count++) {
      const next = linked(turns, at, step);
      if (next === undefined) break;
      if (step < 0) chain.unshift(next);
      else chain.push(next);
      at = next;
    }
  }
  return chain;
}

function linked(turns: readonly Turn[], turn: Turn, step: -1 | 1): Turn | undefined {
  const near = turns[turn.index + step];
  if (near === undefined || turn.text.length > LONGEST) return undefined;
  const next = near.speaker === turn.speaker ? near : turns[turn.index + 2 * step];
  if (next === undefined || next.speaker !== turn.speaker || next.text.length > LONGEST) return undefined;
  if (near !== next && near.text.length > LISTENING) return undefined;
  return isOpen(next.text) ? next : undefined;
}

interface Joined {
  readonly text: string;
  readonly ranges: readonly Masked[];
  /** Where each turn of the chain begins in the text. */
  readonly starts: readonly number[];
}

const seen = new WeakMap<Turn, { readonly last: Turn | undefined; readonly joined: Joined }>();

/** The texts of a chain as one; each turn of it asks for the same. */
function joined(chain: readonly Turn[], before: string): Joined {
  const [first, last] = [chain[0], chain.at(-1)];
  const made = first && seen.get(first);
  if (first === undefined || made?.last === last) return made?.joined ?? join(chain, before);
  const fresh = join(chain, before);
  seen.set(first, { last, joined: fresh });
  return fresh;
}

function join(chain: readonly Turn[], before: string): Joined {
  const starts: number[] = [];
  let text = "";
  for (const turn of chain) {
    starts.push(text === "" ? 0 : text.length + 1);
    text += `${text === "" ? "" : " "}${turn.text}`;
  }
  const by = chain[0]?.role;
  return { text, starts, ranges: maskRanges(text, { before, ...(by && { by }) }) };
}

/** What of the joined text lies in the turn and reaches past it. */
function acrossIn(chain: readonly Turn[], turn: Turn, before: string): readonly Masked[] {
  const { starts, ranges } = joined(chain, before);
  const start = starts[chain.indexOf(turn)] ?? 0;
  const end = start + turn.text.length;
  return ranges
    .filter(({ kind, from, to }) => kind !== "name" && from < end && to > start && (from < start || to > end))
    .map(({ kind, from, to }) => ({
      kind,
      from: Math.max(0, from - start),
      to: Math.min(turn.text.length, to - start),
    }));
}

/** The figures of a text and where each stands. */
function figuresOf(text: string): {
  readonly digits: string;
  readonly at: readonly (readonly [number, number])[];
} {
  let digits = "";
  const at: [number, number][] = [];
  for (const match of text.matchAll(/\d|\p{L}+/gu)) {
    const said = /\d/.test(match[0]) ? match[0] : (spokenDigits(match[0]) ?? "");
    digits += said;
    for (let i = 0; i < said.length; i++) at.push([match.index, match.index + match[0].length]);
  }
  return { digits, at };
}

/** Three figures or more of a number that is being read out, said again by the other side. */
function readBack(turn: Turn, chain: readonly Turn[], before: string): readonly Masked[] {
  const { text, ranges } = joined(chain, before);
  const { digits, at } = figuresOf(turn.text);
  if (digits.length < 3) return [];
  const whole = ranges.find(({ from, to }) => figuresOf(text.slice(from, to)).digits.includes(digits));
  const [first, last] = [at[0], at.at(-1)];
  return whole && first && last ? [{ kind: whole.kind, from: first[0], to: last[1] }] : [];
}
