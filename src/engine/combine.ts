import type { Finding, Judgement, Verdict } from "../model/index.js";

const WORST: readonly Verdict[] = ["fail", "partial", "pass"];

/** An item that any of its parts can meet takes the best verdict of them. */
export function combineAny(parts: readonly Finding[]): Judgement {
  const best = (["pass", "partial", "fail"] as const).find(each => parts.some(part => part.verdict === each));
  const unknown = parts.find(part => part.verdict === "unknown");
  // A fail is none yet where a part could not be heard: it might have been the one.
  const verdict = unknown && best !== "pass" ? "unknown" : (best ?? "na");
  const deciding = parts.filter(part => part.verdict === verdict);
  const opportunities = deciding.flatMap(part => part.opportunities ?? []);
  return {
    verdict,
    message: messageOf(deciding),
    evidence: deciding.flatMap(part => part.evidence),
    ...(opportunities.length && { opportunities }),
  };
}

const messageOf = (deciding: readonly Finding[]): string =>
  deciding
    .map(part => part.message)
    .slice(0, 2)
    .join("; ") || "Nothing here called for it";

/**
 * A composite item takes the worst applicable verdict of its parts (techniques.md, the checklists that ship). Parts
 * that pass by absence carry an item alone only where it has no other kind: no apology due and no non-apology heard is
 * nothing to praise.
 */
export function combine(parts: readonly Finding[]): Judgement {
  const applicable = parts.filter(({ verdict }) => verdict !== "na" && verdict !== "unknown");
  const verdict = WORST.find(each => applicable.some(part => part.verdict === each));
  const showing = parts.filter(part => !part.avoids);
  const onlyAbsence = showing.length > 0 && applicable.every(part => part.avoids);
  if (verdict === undefined || (verdict === "pass" && onlyAbsence)) {
    const unknown = parts.find(part => part.verdict === "unknown");
    const of = unknown ?? showing[0] ?? parts[0];
    return {
      verdict: unknown ? "unknown" : "na",
      message: of?.message ?? "Nothing here called for it",
      evidence: [],
    };
  }
  const deciding = applicable.filter(part => part.verdict === verdict);
  const evidence = deciding.flatMap(part => part.evidence);
  const opportunities = deciding.flatMap(part => part.opportunities ?? []);
  return {
    verdict,
    message: messageOf(deciding),
    evidence,
    ...(opportunities.length && { opportunities }),
  };
}
