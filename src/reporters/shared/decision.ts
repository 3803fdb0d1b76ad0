import type { Decision, Finding, Page } from "../../model/index.js";
import { sentenceOf } from "./private.js";

/** «accepted», and why where somebody wrote that down; "" for a finding that counts. */
export function acceptedWords({ accepted, acceptedBecause }: Finding, page: Page): string {
  if (accepted !== true) return "";
  return acceptedBecause === undefined ? "accepted" : `accepted: ${sentenceOf(acceptedBecause, page)}`;
}

/** The same behind something: « (accepted)». */
export function acceptedBehind(finding: Finding, page: Page): string {
  const words = acceptedWords(finding, page);
  return words && ` (${words})`;
}

/** What the run was held to and what decided, a line each: the verdict first. */
export function decisionLines(decision: Decision | undefined, page: Page): readonly string[] {
  if (decision === undefined) return [];
  const { bars, missed, accepted, warnOnly } = decision;
  const verdict = missed.length === 0 ? "Held" : warnOnly ? "Missed, as a warning alone" : "Missed";
  return [
    ...(bars.length === 0 ? [] : [`${verdict}: ${bars.join(", ")}`]),
    ...missed.map(why => sentenceOf(why, page)),
    ...(accepted === 0 ? [] : [`${accepted} accepted and left out of this`]),
  ];
}
