import type { Measured } from "../../model/index.js";
import { defined } from "./defined.js";
import { dig, entries, get, list, num, said } from "./json.js";
import { roleOf } from "./labels.js";
import { millis } from "./times.js";

type Fact = Omit<Measured, "by">;

/** The call-level figures that Contact Lens and Call Analytics share, under the vendor's name. */
export function characteristics(value: unknown, by: string): readonly Measured[] {
  const figures = get(value, "ConversationCharacteristics");
  const facts: readonly Fact[] = [
    ...interruptions(figures),
    ...interruptionCount(figures),
    ...list(dig(figures, "NonTalkTime", "Instances")).map(instance => between("non-talk-time", instance)),
    ...perRole("sentiment", dig(figures, "Sentiment", "OverallSentiment")),
    ...perRole("talk-speed", dig(figures, "TalkSpeed", "DetailsByParticipant"), "AverageWordsPerMinute"),
    ...perRole("talk-time", dig(figures, "TalkTime", "DetailsByParticipant"), "TotalTimeMillis"),
    ...list(dig(value, "Categories", "MatchedCategories")).map(name => ({
      what: "category",
      value: said(name),
    })),
  ].map(fact => defined<Fact>(fact));
  return facts.map(fact => ({ by, ...fact }));
}

/** What both say of a single turn: its sentiment, its loudness, and whether it holds the issue, outcome or action item. */
export function turnFacts(turn: unknown, by: string, role: Measured["role"]): readonly Measured[] {
  const facts: Measured[] = [];
  const sentiment = said(get(turn, "Sentiment"));
  if (sentiment !== undefined) facts.push(fact(turn, by, role, "sentiment", sentiment));
  const scores = get(turn, "LoudnessScores") ?? get(turn, "LoudnessScore");
  const loud = mean(list(scores));
  if (loud !== undefined) facts.push(fact(turn, by, role, "loudness", loud));
  for (const [key, what] of POINTS) {
    if (list(get(turn, key)).length > 0) facts.push(fact(turn, by, role, what, undefined));
  }
  return facts;
}

const POINTS = [
  ["IssuesDetected", "issue"],
  ["OutcomesDetected", "outcome"],
  ["ActionItemsDetected", "action-item"],
] as const;

type Measuring = { -readonly [K in keyof Measured]: Measured[K] };

function fact(
  turn: unknown,
  by: string,
  role: Measured["role"],
  what: string,
  value: Measured["value"],
): Measured {
  const start = millis(get(turn, "BeginOffsetMillis"));
  const end = millis(get(turn, "EndOffsetMillis"));
  const measured: Measuring = { by, what };
  if (role !== undefined) measured.role = role;
  if (start !== undefined) measured.start = start;
  if (end !== undefined) measured.end = end;
  if (value !== undefined) measured.value = value;
  return measured;
}

function interruptions(figures: unknown) {
  return entries(dig(figures, "Interruptions", "InterruptionsByInterrupter")).flatMap(([who, instances]) =>
    list(instances).map(instance => ({ ...between("interruption", instance), role: roleOf(who) })),
  );
}

/** The vendor's «none» is a fact too, and not the same as silence about it. */
function interruptionCount(figures: unknown) {
  const value = num(dig(figures, "Interruptions", "TotalCount"));
  return value === undefined ? [] : [{ what: "interruption-count", value }];
}

function between(what: string, instance: unknown) {
  return {
    what,
    start: millis(get(instance, "BeginOffsetMillis")),
    end: millis(get(instance, "EndOffsetMillis")),
    value: num(get(instance, "DurationMillis")),
  };
}

function perRole(what: string, details: unknown, figure?: string) {
  return entries(details).flatMap(([who, detail]) => {
    const value = num(figure === undefined ? detail : get(detail, figure));
    return value === undefined ? [] : [{ what, role: roleOf(who), value }];
  });
}

/** Mean of the loudness scores; silent seconds are null. */
function mean(scores: readonly unknown[]): number | undefined {
  let sum = 0;
  let heard = 0;
  for (const score of scores) {
    const loudness = num(score);
    if (loudness === undefined) continue;
    sum += loudness;
    heard += 1;
  }
  return heard === 0 ? undefined : Math.round((100 * sum) / heard) / 100;
}
