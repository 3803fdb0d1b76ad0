import { CUSTOMER } from "./customer-clues.js";
import { AGENT, type Clue, GREETINGS } from "./role-clues.js";

/** What words say of who spoke them: points for either side, and the words that weighed most. */
export interface Leaning {
  readonly agent: number;
  readonly customer: number;
  readonly agentWords: string;
  readonly customerWords: string;
}

/** Only the beginning of a long conversation is looked at: who is who shows there. */
const TURNS = 40;
const CHARACTERS = 600;

/** The beginning of what somebody said, with the clues that each text can hold at all. */
export interface Heard {
  readonly texts: readonly string[];
  /** A bit for each clue, agents' first, 32 to a number: two numbers a text. */
  readonly masks: Int32Array;
  /** The texts in lower case, where somebody has asked for them. */
  readonly lowered: (string | undefined)[];
}

const CLUES: readonly Clue[] = [...AGENT, ...CUSTOMER];

/** What somebody said, ready to be weighed. */
export function heardOf(texts: readonly string[]): Heard {
  const plain = texts.length > TURNS ? texts.slice(0, TURNS) : texts;
  const masks = new Int32Array(2 * plain.length);
  for (let at = 0; at < plain.length; at++) mark(masks, 2 * at, plain[at] as string);
  return { texts: plain, masks, lowered: [] };
}

/** In lower case, as expressions look for it. */
function lowered(text: string): string {
  return text.slice(0, CHARACTERS).toLowerCase().replaceAll("’", "'");
}

/** A hint, and the clue that it may stand for. */
interface Hint {
  readonly hint: string;
  readonly half: 0 | 1;
  readonly bit: number;
}

/** Hints that begin alike. */
const ALIKE: Hint[][] = [[]];
/** Where those stand that begin with three letters, five bits of each; 0 where none does. */
const BEGINNINGS = new Uint8Array(1 << 15);
/** The clues of a question mark, which begins no word. */
const QUESTION: [number, number] = [0, 0];
for (const [clue, { hints }] of CLUES.entries())
  for (const hint of hints.split("|")) {
    const [half, bit] = [clue < 32 ? 0 : 1, 1 << (clue & 31)] as const;
    if (hint === "?") QUESTION[half] |= bit;
    else {
      const key = packed(hint.charCodeAt(0), hint.charCodeAt(1), hint.charCodeAt(2));
      if (BEGINNINGS[key] === 0) BEGINNINGS[key] = ALIKE.push([]) - 1;
      ALIKE[BEGINNINGS[key] as number]?.push({ hint, half, bit });
    }
  }

function packed(first: number, second: number, third: number): number {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}

/** Letters (small ones for capitals), digits and the underscore as they are, 0 for what is in no word. */
const WORD = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code).toLowerCase();
  return /\w/.test(char) ? char.charCodeAt(0) : 0;
});

/** Marks the clues of which a hint stands at the beginning of a word. */
function mark(masks: Int32Array, at: number, text: string): void {
  const length = Math.min(text.length, CHARACTERS);
  let inside = false;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) {
      markPlain(masks, at, lowered(text));
      return;
    }
    const word = WORD[code] !== 0;
    if (word && !inside) markHints(masks, at, text, i, length);
    else if (code === 63) markQuestion(masks, at);
    inside = word;
  }
}

/** The same for a text in lower case, which may hold any character. */
function markPlain(masks: Int32Array, at: number, text: string): void {
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const word = code < 128 && WORD[code] !== 0;
    if (word && !inside) markHints(masks, at, text, i, text.length);
    else if (code === 63) markQuestion(masks, at);
    inside = word;
  }
}

function markQuestion(masks: Int32Array, at: number): void {
  masks[at] = (masks[at] as number) | QUESTION[0];
  masks[at + 1] = (masks[at + 1] as number) | QUESTION[1];
}

function markHints(masks: Int32Array, at: number, text: string, from: number, length: number): void {
  const alike =
    BEGINNINGS[packed(text.charCodeAt(from), text.charCodeAt(from + 1), text.charCodeAt(from + 2))];
  if (alike === 0) return;
  const hints = ALIKE[alike as number] as readonly Hint[];
  for (let i = 0; i < hints.length; i++) {
    const { hint, half, bit } = hints[i] as Hint;
    if (from + hint.length <= length && standsAt(text, from, hint))
      masks[at + half] = (masks[at + half] as number) | bit;
  }
}

/** Whether a hint stands there, in capitals or small. */
function standsAt(text: string, from: number, hint: string): boolean {
  for (let i = 0; i < hint.length; i++) {
    const code = text.charCodeAt(from + i);
    if ((code > 64 && code < 91 ? code | 32 : code) !== hint.charCodeAt(i)) return false;
  }
  return true;
}

/** Weighs what somebody said. A clue counts twice at most, so that nobody becomes an agent by one habit. */
export function leaningOf(said: Heard): Leaning {
  const agent = weigh(said, 0, AGENT.length);
  const customer = weigh(said, AGENT.length, CLUES.length);
  return {
    agent: agent.points,
    customer: customer.points,
    agentWords: agent.words,
    customerWords: customer.words,
  };
}

/**
 * Whether what one says for the agent and another for the customer comes to so many points: asked in the order of the clues,
 * and no longer than it can still go either way.
 */
export function reaches(needed: number, agent: Heard, customer: Heard): boolean {
  let possible = 0;
  for (let clue = 0; clue < CLUES.length; clue++)
    possible += mostOf(clue < AGENT.length ? agent : customer, clue);
  let sum = 0;
  for (let clue = 0; clue < CLUES.length && sum < needed && possible >= needed; clue++) {
    const said = clue < AGENT.length ? agent : customer;
    const most = mostOf(said, clue);
    if (most === 0) continue;
    const { points } = weigh(said, clue, clue + 1);
    sum += points;
    possible -= most - points;
  }
  return sum >= needed;
}

/** The most points that a clue can give, by its hints. */
function mostOf({ masks }: Heard, clue: number): number {
  const { points, most = 2 } = CLUES[clue] as Clue;
  let times = 0;
  for (let i = clue >> 5; i < masks.length && times < most; i += 2)
    if (((masks[i] as number) & (1 << (clue & 31))) !== 0) times++;
  return points * times;
}

/** Whether an answering greeting or an offer of help stands in the texts. */
export function greetsIn(texts: readonly string[]): boolean {
  return weigh(heardOf(texts), 0, GREETINGS.length).points > 0;
}

function weigh(
  { texts, masks, lowered: low }: Heard,
  from: number,
  to: number,
): { points: number; words: string } {
  let sum = 0;
  let best = 0;
  let strongest = "";
  for (let clue = from; clue < to; clue++) {
    const { points, words, most = 2 } = CLUES[clue] as Clue;
    const [half, bit] = [clue >> 5, 1 << (clue & 31)];
    let times = 0;
    for (let i = 0; i < texts.length; i++) {
      if (((masks[2 * i + half] as number) & bit) === 0) continue;
      low[i] ??= lowered(texts[i] as string);
      const match = words.exec(low[i] as string);
      if (match === null) continue;
      if (points > best) [best, strongest] = [points, match[0].trim()];
      sum += points;
      if (++times === most) break;
    }
  }
  return { points: sum, words: strongest };
}
