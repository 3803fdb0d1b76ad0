/** What a check may ask of a fact: where it is kept, in which unit, and what an export must have to show it. */
export interface Known {
  /** Key in `Facts`. */
  readonly key: string;
  readonly title: string;
  readonly unit: "ms" | "share" | "count";
  readonly needs: string;
  /** Where this figure is 0, the fact is 0 although it is left out: no silence is no longest one. */
  readonly unlessNone?: string;
}

const TIMES = "times";
const BOTH_ENDS = "start and end times";
const WORDS = "anything said by both sides";

const TABLE: readonly (readonly [string, string, Known["unit"], string, string?])[] = [
  ["turns", "turns", "count", WORDS],
  ["agent-turns", "turns of the agent", "count", WORDS],
  ["customer-turns", "turns of the customer", "count", WORDS],
  ["words", "words", "count", WORDS],
  ["duration", "length of the conversation", "ms", TIMES],
  ["talk-share", "the agent's share of the talk", "share", WORDS],
  ["questions", "questions asked by the agent", "count", WORDS],
  ["say-i", "«I» in a hundred words of the agent", "count", WORDS],
  ["say-we", "«we» in a hundred words of the agent", "count", WORDS],
  ["say-you", "«you» in a hundred words of the agent", "count", WORDS],
  ["response-time", "the agent's usual time to respond", "ms", TIMES],
  ["longest-response", "the agent's longest time to respond", "ms", TIMES],
  ["longest-monologue", "the agent's longest stretch of talk", "ms", BOTH_ENDS],
  ["words-per-minute", "the agent's words a minute", "count", BOTH_ENDS],
  ["silences", "silences over 3 s", "count", BOTH_ENDS],
  ["silence-time", "silence in all", "ms", BOTH_ENDS],
  ["longest-silence", "the longest silence", "ms", BOTH_ENDS, "silences"],
  ["overlaps", "times both spoke at once", "count", "start and end times that may overlap"],
  ["overlap-time", "time both spoke at once", "ms", "start and end times that may overlap"],
];

const camel = (name: string): string =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Facts by the name that checklists use. */
export const FACTS: ReadonlyMap<string, Known> = new Map(
  TABLE.map(([name, title, unit, needs, unlessNone]) => [
    name,
    { key: camel(name), title, unit, needs, ...(unlessNone !== undefined && { unlessNone }) },
  ]),
);

/** Facts a misspelt name may have meant: those that share its first letters or a word, else all. */
export function closestFact(name: string): string {
  const words = name.toLowerCase().split(/[^a-z]+/);
  const near = [...FACTS.keys()].filter(each =>
    each
      .split("-")
      .some(word => words.some(mine => mine.length > 2 && (word.startsWith(mine) || mine.startsWith(word)))),
  );
  return (near.length ? near : [...FACTS.keys()]).map(each => `\`${each}\``).join(", ");
}
