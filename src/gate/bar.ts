import type { Audit, Outcome } from "../model/index.js";

/** Which audits fall below the bar: from none to every audit that is not flawless. */
export type FailOn = "never" | "auto-fail" | "fail" | "partial";

/** What audits are held to; a limit left out gates nothing. */
export interface Bar {
  readonly minScore?: number | undefined;
  readonly failOn: FailOn;
}

const FAILED: ReadonlySet<Outcome> = new Set<Outcome>(["fail", "auto-fail"]);

/** Why an audit is below the bar, in a few words; undefined when it is not. What cannot be scored is not below. */
export function belowBar({ outcome, score, findings }: Audit, { minScore, failOn }: Bar): string | undefined {
  if (failOn !== "never" && outcome === "auto-fail") return "auto-fail";
  if ((failOn === "fail" || failOn === "partial") && FAILED.has(outcome)) return "failed";
  if (failOn === "partial" && findings.some(({ verdict }) => verdict === "partial" || verdict === "fail")) {
    return "not all checks passed";
  }
  return minScore !== undefined && score !== null && score < minScore
    ? `scored below ${minScore}`
    : undefined;
}
