/** Words by which a scorecard's question shows which of our checks it asks, the more telling first. */
const TELLING: readonly (readonly [check: string, words: readonly string[]])[] = [
  [
    "interruptions",
    [
      "interrupt",
      "talk over",
      "talking over",
      "talked over",
      "cut off",
      "speak over",
      "let the customer finish",
    ],
  ],
  [
    "asked-again",
    [
      "ask again",
      "asked again",
      "repeat themselves",
      "repeat information",
      "already provided",
      "already given",
    ],
  ],
  [
    "reflective-listening",
    [
      "paraphras",
      "restat",
      "reflect",
      "recap",
      "summari",
      "repeat back",
      "confirm understanding",
      "confirmed understanding",
      "check understanding",
    ],
  ],
  [
    "verbal-cues",
    ["active listening", "actively listen", "attentive", "acknowledg", "verbal nod", "listening"],
  ],
  [
    "probing-questions",
    [
      "prob",
      "open question",
      "open-ended",
      "discovery",
      "right questions",
      "relevant questions",
      "fact find",
    ],
  ],
  ["empathy", ["empath", "compassion", "feelings", "put themselves in"]],
  ["non-apology", ["non-apology", "sorry you feel"]],
  ["apology", ["apolog", "sorry"]],
  [
    "positive-language",
    ["positive language", "positive word", "positive phras", "positive tone", "can-do", "negative language"],
  ],
  ["defensive-language", ["defensive", "argu"]],
  ["blame", ["blam"]],
  ["composure", ["calm", "composure", "professional"]],
  ["patience", ["patien", "rush", "hurr"]],
  ["humour", ["humour", "humor", "joke"]],
  ["respect", ["greet", "courte", "polite", "respectful", "salutation", "manners"]],
  ["ownership", ["owner", "take responsibility", "took responsibility", "accountab"]],
  ["alternatives", ["alternative", "option", "choice"]],
  ["agreement", ["agree", "buy-in"]],
  ["next-steps", ["next step", "what happens next", "expectation", "timeframe", "timeline"]],
  ["updates", ["hold", "dead air", "keep informed", "kept informed", "waiting"]],
  ["follow-up", ["follow up", "follow-up", "call back", "callback"]],
  ["gratitude", ["thank", "appreciat", "gratitude"]],
  ["handover", ["warm transfer", "handover", "hand over", "transfer"]],
  ["escalation-timing", ["escalat"]],
  ["boundaries", ["abus", "boundar"]],
  ["disengagement", ["disengag", "terminate the call", "end the call"]],
  ["clear-limits", ["limits", "say no", "said no", "policy clearly"]],
  ["de-escalation", ["de-escalat", "deescalat", "calmer"]],
  ["resolution", ["resol", "solv", "solution", "fix"]],
];

/** Id of the check that a question asks; undefined where no word tells, or two tell differently. */
export function recogniseQuestion(question: string): string | undefined {
  const text = ` ${question.toLowerCase().replace(/[^\p{L}\p{N}-]+/gu, " ")} `;
  const found = TELLING.map(([check, words]) => ({
    check,
    strength: words.reduce(
      (best, word) => (text.includes(` ${word}`) ? Math.max(best, word.length) : best),
      0,
    ),
  }))
    .filter(({ strength }) => strength > 0)
    .sort((a, b) => b.strength - a.strength);
  const [first, second] = found;
  return first && first.strength > (second?.strength ?? 0) ? first.check : undefined;
}

/** Checks that questions are mapped to; a test holds them against those that ship. */
export const QUESTIONED: readonly string[] = TELLING.map(([check]) => check);
