import type { Audit, Finding, Transcript } from "../model/index.js";

/**
 * As much of an audit as a run is counted by. Threads write the reports themselves and hand over no more than this, so
 * whoever counts something new adds here what it takes.
 */
export interface Counted extends Pick<Audit, "outcome" | "score"> {
  readonly transcript: Pick<Transcript, "source" | "agent">;
  readonly findings: readonly CountedFinding[];
  /** Score and outcome as they would be without what is accepted, where something is. */
  readonly open?: Pick<Audit, "score" | "outcome">;
}

/** A finding without its words and places. */
export type CountedFinding = Pick<Finding, "check" | "title" | "verdict" | "autoFail" | "accepted">;

/** What is left of an audit to be counted. */
export function countedOf({ outcome, score, transcript, findings }: Audit): Counted {
  const { source, agent } = transcript;
  return {
    outcome,
    score,
    transcript: { source, ...(agent !== undefined && { agent }) },
    findings: findings.map(({ check, title, verdict, autoFail, accepted }) => ({
      check,
      title,
      verdict,
      autoFail,
      ...(accepted && { accepted }),
    })),
  };
}
