import type { Facts } from "../../model/index.js";
import { count, figure, lasting } from "./wording.js";

/** A fact as people read it; the names are those of the facts that go into it. */
interface Line {
  readonly label: string;
  readonly names: readonly string[];
  say(of: (name: string) => number, has: (name: string) => boolean): string;
}

/** In the order they are read; a line whose first figure is missing is left out. */
const LINES: readonly Line[] = [
  { label: "Length", names: ["duration"], say: of => lasting(of("duration")) },
  {
    label: "Response time",
    names: ["responseTime", "longestResponse"],
    say: (of, has) =>
      `${lasting(of("responseTime"))} typically${has("longestResponse") ? `, ${lasting(of("longestResponse"))} at most` : ""}`,
  },
  {
    label: "Silences",
    names: ["silences", "silenceTime", "longestSilence"],
    say: (of, has) => {
      if (of("silences") === 0) return "none over 3 s";
      if (of("silences") === 1) return `one, of ${lasting(of("silenceTime"))}`;
      const longest = has("longestSilence") ? `, the longest ${lasting(of("longestSilence"))}` : "";
      return `${of("silences")} over 3 s, ${lasting(of("silenceTime"))} in all${longest}`;
    },
  },
  {
    label: "Overlaps",
    names: ["overlaps", "overlapTime"],
    say: (of, has) =>
      of("overlaps") === 0
        ? "none"
        : `${of("overlaps")}${has("overlapTime") ? `, ${lasting(of("overlapTime"))} in all` : ""}`,
  },
  { label: "Longest monologue", names: ["longestMonologue"], say: of => lasting(of("longestMonologue")) },
  { label: "Pace", names: ["wordsPerMinute"], say: of => `${of("wordsPerMinute")} words a minute` },
  { label: "Questions", names: ["questions"], say: of => String(of("questions")) },
  {
    label: "Agent's words",
    names: ["sayI", "sayWe", "sayYou"],
    say: of => `I ${figure(of("sayI"))}, we ${figure(of("sayWe"))}, you ${figure(of("sayYou"))} in a hundred`,
  },
];

const COUNTS = ["turns", "agentTurns", "customerTurns", "words", "talkShare", "talkShareBy"];

/** Label and value of each fact that is known, the well-known ones first, then any others by name. */
export function factRows(facts: Facts): readonly (readonly [string, string])[] {
  const has = (name: string) => typeof facts[name] === "number";
  const of = (name: string) => (has(name) ? (facts[name] as number) : 0);
  const known = new Set([...COUNTS, ...LINES.flatMap(({ names }) => names)]);
  const others = Object.keys(facts).filter(name => !known.has(name) && facts[name] !== undefined);
  return [
    ...talk(facts),
    ...LINES.filter(({ names }) => has(names[0] as string)).map(
      ({ label, say }) => [label, say(of, has)] as const,
    ),
    ...others.sort().map(name => [labelOf(name), String(facts[name])] as const),
  ];
}

function talk({
  talkShare,
  talkShareBy,
  agentTurns,
  customerTurns,
  words,
}: Facts): readonly (readonly [string, string])[] {
  const whole = talkShareBy === "words" ? "the words" : "the speaking time";
  const turns = ["Turns", `agent ${agentTurns}, customer ${customerTurns}; ${count(words, "word")}`] as const;
  return talkShare === undefined
    ? [turns]
    : [["Talk share", `agent ${Math.round(talkShare * 100)} % of ${whole}`], turns];
}

function labelOf(name: string): string {
  const spaced = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("-", " ")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
