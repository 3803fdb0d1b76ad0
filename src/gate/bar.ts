import type { Audit, Finding, Outcome } from "../model/index.js";

/** Which audits fall below the bar: from none to every audit that is not flawless. */
export type FailOn = "never" | "auto-fail" | "fail" | "partial";

/** How often a check must pass over a run, 0–1, among the audits in which it applied. */
export interface Rate {
  readonly check: string;
  readonly rate: number;
}

/** What audits and runs are held to; a limit left out gates nothing. */
export interface Bar {
  readonly minScore?: number | undefined;
  readonly failOn: FailOn;
  /** Failed checks over the whole run. */
  readonly maxFails?: number | undefined;
  readonly perCheck?: readonly Rate[];
  /** The baseline that nothing may be worse than, as it was named. */
  readonly noWorseThan?: string | undefined;
}

const FAILED: ReadonlySet<Outcome> = new Set<Outcome>(["fail", "auto-fail"]);

/** As much of an audit as is held to a bar. */
export interface Held extends Pick<Audit, "outcome" | "score"> {
  readonly findings: readonly Pick<Finding, "check" | "verdict">[];
}

/** Why an audit is below the bar, in a few words; undefined when it is not. What cannot be scored is not below. */
export function belowBar({ outcome, score, findings }: Held, bar: Bar): string | undefined {
  const { minScore, failOn, noWorseThan } = bar;
  if (failOn !== "never" && outcome === "auto-fail") return "auto-fail";
  if ((failOn === "fail" || failOn === "partial") && FAILED.has(outcome)) return "failed";
  const missed = findings.filter(({ verdict }) => verdict === "partial" || verdict === "fail");
  if (failOn === "partial" && missed.length > 0) return "not all checks passed";
  if (minScore !== undefined && score !== null && score < minScore) return `scored below ${minScore}`;
  return noWorseThan !== undefined && missed.length > 0
    ? `worse than ${noWorseThan}: ${missed.map(({ check }) => check).join(", ")}`
    : undefined;
}

/** The bars that were given, as they are written on the command line. */
export function barsOf({ minScore, failOn, maxFails, perCheck = [], noWorseThan }: Bar): readonly string[] {
  return [
    ...(minScore === undefined ? [] : [`--min-score ${minScore}`]),
    ...(failOn === "never" ? [] : [`--fail-on ${failOn}`]),
    ...(maxFails === undefined ? [] : [`--max-fails ${maxFails}`]),
    ...perCheck.map(({ check, rate }) => `--per-check ${check}=${rate}`),
    ...(noWorseThan === undefined ? [] : [`--no-worse-than ${noWorseThan}`]),
  ];
}
