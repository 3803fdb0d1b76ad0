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
  readonly hint: Uint8Array;
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
      ALIKE[BEGINNINGS[key] as number]?.push({ hint: Buffer.from(hint), half, bit });
    }
  }

function packed(first: number, second: number, third: number): number {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}

/** Letters, digits and the underscore as small letters are; 0 for a byte that is in no word. */
const WORD = Uint8Array.from({ length: 256 }, (_, code) => {
  const char = String.fromCharCode(code).toLowerCase();
  return code < 128 && /\w/.test(char) ? char.charCodeAt(0) : 0;
});
const SMALL = Uint8Array.from({ length: 256 }, (_, code) => (code > 64 && code < 91 ? code | 32 : code));

const ENCODER = new TextEncoder();
/** Room for so many characters, three bytes each, should a letter have two of them when small. */
const BYTES = new Uint8Array(CHARACTERS * 6);

/** Marks the clues of which a hint stands at the beginning of a word; bytes are looked at several times faster than characters. */
function mark(masks: Int32Array, at: number, text: string): void {
  const begun = text.length > CHARACTERS ? text.slice(0, CHARACTERS) : text;
  let { read, written } = ENCODER.encodeInto(begun, BYTES);
  if (read !== written) ({ read, written } = ENCODER.encodeInto(lowered(text), BYTES));
  // In variables of its own: what the module holds is fetched anew for each byte.
  const [bytes, letters] = [BYTES, WORD];
  let inside = false;
  for (let i = 0; i < written; i++) {
    const code = bytes[i] as number;
    const word = letters[code] !== 0;
    if (word && !inside) markHints(masks, at, i, written);
    else if (code === 63) markQuestion(masks, at);
    inside = word;
  }
}

function markQuestion(masks: Int32Array, at: number): void {
  masks[at] = (masks[at] as number) | QUESTION[0];
  masks[at + 1] = (masks[at + 1] as number) | QUESTION[1];
}

function markHints(masks: Int32Array, at: number, from: number, length: number): void {
  if (from + 2 >= length) return;
  const key = packed(BYTES[from] as number, BYTES[from + 1] as number, BYTES[from + 2] as number);
  const alike = BEGINNINGS[key];
  if (alike === 0) return;
  const hints = ALIKE[alike as number] as readonly Hint[];
  for (let i = 0; i < hints.length; i++) {
    const { hint, half, bit } = hints[i] as Hint;
    if (from + hint.length <= length && standsAt(from, hint))
      masks[at + half] = (masks[at + half] as number) | bit;
  }
}

/** Whether a hint stands there, in capitals or small. */
function standsAt(from: number, hint: Uint8Array): boolean {
  for (let i = 0; i < hint.length; i++) if (SMALL[BYTES[from + i] as number] !== hint[i]) return false;
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
 * By how many points the words of two contradict that one is the agent and another the customer; `undefined` below `needed`,
 * which shows early in most conversations: asked clue by clue, and no longer than it can still come to so much.
 */
export function against(agent: Heard, customer: Heard, needed: number): number | undefined {
  let possible = 0;
  for (let clue = 0; clue < CLUES.length; clue++)
    possible += mostOf(clue < AGENT.length ? customer : agent, clue);
  for (let clue = 0; clue < CLUES.length && possible >= needed; clue++) {
    const said = clue < AGENT.length ? customer : agent;
    const most = mostOf(said, clue);
    if (most > 0) possible -= most - weigh(said, clue, clue + 1).points;
  }
  // Now it is all that speaks against them; what speaks for them comes off.
  for (let clue = 0; clue < CLUES.length && possible >= needed; clue++) {
    const said = clue < AGENT.length ? agent : customer;
    if (mostOf(said, clue) > 0) possible -= weigh(said, clue, clue + 1).points;
  }
  return possible >= needed ? possible : undefined;
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
