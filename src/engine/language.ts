import type { Judgement, Problem, Transcript } from "../model/index.js";

export { foreignLanguage } from "../text/index.js";

const nameOf = (language: string): string =>
  new Intl.DisplayNames("en", { type: "language" }).of(language) ?? language;

/** What no check can answer, where the phrases of its language are missing. */
export const notEnglish = (language: string): Judgement => ({
  verdict: "unknown",
  message: `Expected English, heard ${nameOf(language)}; attune has phrases for English alone`,
  evidence: [],
});

/** The same, said of the input. */
export const foreignProblem = ({ source }: Transcript, language: string): Problem => ({
  source,
  code: "language",
  effect: "partial",
  message: `Unexpected ${nameOf(language)}, expected English; its facts are given, and every verdict is unknown`,
});
