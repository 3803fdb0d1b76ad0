import { AGENT, type Clue, CUSTOMER, GREETINGS } from "./role-clues.js";

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

/** Weighs what somebody said. A clue counts twice at most, so that nobody becomes an agent by one habit. */
export function leaningOf(texts: readonly string[]): Leaning {
  const plain = plainOf(texts);
  const agent = weigh(plain, AGENT);
  const customer = weigh(plain, CUSTOMER);
  return {
    agent: agent.points,
    customer: customer.points,
    agentWords: agent.words,
    customerWords: customer.words,
  };
}

/** Whether an answering greeting or an offer of help stands in the texts. */
export function greetsIn(texts: readonly string[]): boolean {
  return plainOf(texts).some(text => GREETINGS.some(({ words }) => words.test(text)));
}

function plainOf(texts: readonly string[]): readonly string[] {
  return texts.slice(0, TURNS).map(text => text.slice(0, CHARACTERS).toLowerCase().replaceAll("’", "'"));
}

function weigh(texts: readonly string[], clues: readonly Clue[]): { points: number; words: string } {
  let sum = 0;
  let best = 0;
  let strongest = "";
  for (const { points, words, most = 2 } of clues) {
    let times = 0;
    for (const text of texts) {
      const match = words.exec(text);
      if (match === null) continue;
      if (points > best) [best, strongest] = [points, match[0].trim()];
      sum += points;
      if (++times === most) break;
    }
  }
  return { points: sum, words: strongest };
}
