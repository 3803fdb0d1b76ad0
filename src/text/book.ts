/** Why a phrase that was found does not count. */
export type Guard = "negated" | "quoted" | "conditional" | "question";

/** All guards, for lists and messages; their order is their bit in compiled entries. */
export const GUARDS: readonly Guard[] = ["negated", "quoted", "conditional", "question"];

/** A named list of phrases with the guards that hold for all of them. */
export interface PhraseList {
  readonly name: string;
  readonly guards: readonly Guard[];
  readonly phrases: readonly string[];
}

/** Everything a language gives the matcher: word classes and phrase lists. */
export interface Phrasebook {
  /** Class name → words; some classes steer the matcher itself (see `STEERING`). */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly lists: readonly PhraseList[];
}

/** A mistake in a phrasebook: which list, which entry, and what is wrong with it. */
export interface PhrasebookMistake {
  readonly list: string;
  readonly phrase: string;
  /** Character of the phrase, 0-based. */
  readonly at: number;
  readonly message: string;
}

/** Classes with a meaning for the matcher, as bits: fillers vanish, softeners may stand inside a phrase, the rest are guards. */
export const STEERING = {
  filler: 1,
  softener: 2,
  negator: 4,
  "negator-near": 8,
  reporter: 16,
  condition: 32,
  self: 64,
} as const;
