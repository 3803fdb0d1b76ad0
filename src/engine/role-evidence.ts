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

/** The beginning of what somebody said in lower case, with the clues that each text can hold at all. */
export interface Heard {
  readonly texts: readonly string[];
  /** A bit for each clue, agents' first, 32 to a number: two numbers a text. */
  readonly masks: Int32Array;
}

const CLUES: readonly Clue[] = [...AGENT, ...CUSTOMER];
const HINTS: readonly (readonly string[])[] = CLUES.map(({ hints }) => hints.split("|"));

/** What somebody said, ready to be weighed. */
export function heardOf(texts: readonly string[]): Heard {
  const plain = texts
    .slice(0, TURNS)
    .map(text => text.slice(0, CHARACTERS).toLowerCase().replaceAll("’", "'"));
  const masks = new Int32Array(2 * plain.length);
  for (const [at, text] of plain.entries()) mark(masks, 2 * at, text);
  return { texts: plain, masks };
}

/** Three letters, five bits of each: whatever begins with others cannot be a hint. */
function beginning(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) & 31) << 10) |
    ((text.charCodeAt(at + 1) & 31) << 5) |
    (text.charCodeAt(at + 2) & 31)
  );
}

/** Clues by the beginnings of their hints; a hint that is no word can begin anywhere. */
const BEGINNINGS = new Map<number, [number, number]>();
const ANYWHERE: [number, number] = [0, 0];
const BEGUN = new Uint8Array(1 << 15);
for (const [clue, hints] of HINTS.entries())
  for (const hint of hints) {
    const from = hint.length < 3 ? undefined : beginning(hint, 0);
    const mask = from === undefined ? ANYWHERE : (BEGINNINGS.get(from) ?? [0, 0]);
    mask[clue >> 5] = (mask[clue >> 5] ?? 0) | (1 << (clue & 31));
    if (from === undefined) continue;
    BEGINNINGS.set(from, mask);
    BEGUN[from] = 1;
  }

function mark(masks: Int32Array, at: number, text: string): void {
  let [low, high] = ANYWHERE;
  let inside = false;
  for (let i = 0; i + 2 < text.length; i++) {
    const code = text.charCodeAt(i);
    const word = (code > 96 && code < 123) || (code > 47 && code < 58) || code === 95;
    const begins = word && !inside;
    inside = word;
    if (!begins) continue;
    const key = beginning(text, i);
    if (BEGUN[key] === 0) continue;
    const mask = BEGINNINGS.get(key) as [number, number];
    low |= mask[0];
    high |= mask[1];
  }
  masks[at] = low;
  masks[at + 1] = high;
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

/** The points of one side alone. */
export function pointsOf(said: Heard, role: "agent" | "customer"): number {
  return (role === "agent" ? weigh(said, 0, AGENT.length) : weigh(said, AGENT.length, CLUES.length)).points;
}

/** Whether an answering greeting or an offer of help stands in the texts. */
export function greetsIn(texts: readonly string[]): boolean {
  return heardOf(texts).texts.some(text =>
    GREETINGS.some(({ words }, clue) => hinted(text, clue) && words.test(text)),
  );
}

/** Whether the clue can be in a text at all. */
function hinted(text: string, clue: number): boolean {
  const hints = HINTS[clue] as readonly string[];
  for (let i = 0; i < hints.length; i++) if (text.includes(hints[i] as string)) return true;
  return false;
}

function weigh({ texts, masks }: Heard, from: number, to: number): { points: number; words: string } {
  let sum = 0;
  let best = 0;
  let strongest = "";
  for (let clue = from; clue < to; clue++) {
    const { points, words, most = 2 } = CLUES[clue] as Clue;
    const [half, bit] = [clue >> 5, 1 << (clue & 31)];
    let times = 0;
    for (let i = 0; i < texts.length; i++) {
      const text = texts[i] as string;
      if (((masks[2 * i + half] as number) & bit) === 0 || !hinted(text, clue)) continue;
      const match = words.exec(text);
      if (match === null) continue;
      if (points > best) [best, strongest] = [points, match[0].trim()];
      sum += points;
      if (++times === most) break;
    }
  }
  return { points: sum, words: strongest };
}
