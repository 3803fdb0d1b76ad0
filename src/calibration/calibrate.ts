import { type Agreement, agreementsOf, agrees } from "./agreement.js";
import { MACHINE, type Pair, pairsOf, questionsOf, type Rating } from "./rating.js";

/** A check that people cannot answer alike as it is written, and why. */
export interface Unscoreable {
  readonly check: string;
  readonly why: string;
}

/** All that ratings say about how far judges agree. */
export interface Calibration {
  readonly judges: readonly string[];
  readonly units: number;
  readonly agreements: readonly Agreement[];
  readonly unscoreable: readonly Unscoreable[];
  readonly disagreements: readonly Pair[];
}

/** Fewer pairs than this say nothing about a check. */
const ENOUGH = 5;
/** Below this people agree little better than by chance (Landis and Koch call up to 0.40 «fair»). */
const FAIR = 0.4;
/** A check that so many answers call undecidable asks for what transcripts do not show. */
const UNDECIDED = 1 / 3;

/** Ratings → agreement by check, checks to be written anew, and every disagreement. */
export function calibrate(ratings: readonly Rating[]): Calibration {
  const agreements = [...agreementsOf(ratings, "machine-human"), ...agreementsOf(ratings, "human-human")];
  const questions = [...questionsOf(ratings).values()];
  const disagreements = questions.flatMap(answers =>
    [...pairsOf(answers, "machine-human"), ...pairsOf(answers, "human-human")].filter(pair => !agrees(pair)),
  );
  return {
    judges: [...new Set(ratings.map(({ judge }) => judge))].sort(),
    units: new Set(ratings.map(({ unit }) => unit)).size,
    agreements,
    unscoreable: unscoreable(ratings, agreements),
    disagreements,
  };
}

function unscoreable(ratings: readonly Rating[], agreements: readonly Agreement[]): readonly Unscoreable[] {
  const found = new Map<string, string>();
  for (const { check, between, pairs, ac1, alpha } of agreements) {
    const figure = ac1 ?? alpha;
    if (between === "human-human" && pairs >= ENOUGH && figure !== undefined && figure < FAIR)
      found.set(
        check,
        `people agree little better than by chance (AC1 ${figure.toFixed(2)}, ${pairs} pairs)`,
      );
  }
  const people = ratings.filter(({ judge }) => judge !== MACHINE);
  for (const check of new Set(people.map(rating => rating.check))) {
    const answers = people.filter(rating => rating.check === check);
    const open = answers.filter(({ verdict }) => verdict === "unknown").length;
    if (answers.length >= ENOUGH && open / answers.length >= UNDECIDED)
      found.set(check, `${open} of ${answers.length} answers say that it cannot be told`);
  }
  return [...found].map(([check, why]) => ({ check, why }));
}
