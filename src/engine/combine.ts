import type { Finding, Judgement, Verdict } from "../model/index.js";

const WORST: readonly Verdict[] = ["fail", "partial", "pass"];

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
  const message = deciding
    .map(part => part.message)
    .slice(0, 2)
    .join("; ");
  return { verdict, message, evidence, ...(opportunities.length && { opportunities }) };
}
