import type { Boilerplate, Place, Signal, Transcript } from "../model/index.js";
import type { Counted } from "./counted.js";

/** Acts that lose their worth when they are recited. */
const WARM: ReadonlySet<string> = new Set(["empathy", "apology", "bare-sorry", "gratitude", "non-apology"]);
/** Shorter sentences («Sorry about that.») everybody says. */
const FEWEST_WORDS = 5;
/** Said in so many conversations a sentence is a formula, and in such a share of the agent's. */
const OFTEN = 5;
const SHARE = 0.2;
/** Sentences remembered over all agents: a run is longer than memory. */
const REMEMBERED = 50_000;
/** Sentences shown. */
const SHOWN = 10;

/** The sentences in which the agent was warm, as they stand. */
export function saidOf({ turns }: Transcript, signals: readonly Signal[]): readonly string[] {
  const said = new Set<string>();
  for (const { detector, evidence } of signals) {
    if (!WARM.has(detector)) continue;
    for (const place of evidence.slice(0, 1)) {
      const sentence = around(turns[place.turn]?.text ?? "", place);
      if (sentence.split(/\s+/u).length >= FEWEST_WORDS) said.add(sentence);
    }
  }
  return [...said];
}

/** From the end of the sentence before to its own. */
function around(text: string, { from, to }: Place): string {
  const before = Math.max(...[".", "!", "?", "\n"].map(mark => text.lastIndexOf(mark, from - 1)));
  const after = [".", "!", "?", "\n"].map(mark => text.indexOf(mark, to)).filter(at => at >= 0);
  return text.slice(from === 0 ? 0 : before + 1, after.length ? Math.min(...after) + 1 : undefined).trim();
}

/** The same sentence whatever its capitals, marks and numbers. */
const keyOf = (sentence: string): string =>
  sentence
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();

/** Counts in how many of an agent's conversations a warm sentence returns word for word. */
export interface Sentences {
  add(counted: Counted): void;
  result(): readonly Boilerplate[];
}

/** An empty count; agents without a name are not told apart and left out. */
export function createSentences(): Sentences {
  const counts = new Map<string, { agent: string; sentence: string; conversations: number }>();
  const audits = new Map<string, number>();
  return {
    add({ transcript: { agent }, said = [] }) {
      if (agent === undefined) return;
      audits.set(agent, (audits.get(agent) ?? 0) + 1);
      for (const [key, sentence] of new Map(said.map(each => [`${agent}\u0000${keyOf(each)}`, each]))) {
        const count = counts.get(key);
        if (count) count.conversations++;
        else if (counts.size < REMEMBERED) counts.set(key, { agent, sentence, conversations: 1 });
      }
    },
    result: () =>
      [...counts.values()]
        .filter(
          ({ agent, conversations }) =>
            conversations >= OFTEN && conversations >= SHARE * (audits.get(agent) ?? 0),
        )
        .sort(
          (a, b) =>
            b.conversations - a.conversations || compare(a.agent, b.agent) || compare(a.sentence, b.sentence),
        )
        .slice(0, SHOWN),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
