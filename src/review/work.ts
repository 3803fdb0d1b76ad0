import type { Audit, Finding, Place, Turn, Verdict } from "../model/index.js";

/** How somebody works: with the machine's answers in view, before seeing them to learn, or before seeing them to be compared. */
export type Mode = "analyst" | "self" | "blind";

/** A person's answer to one check; the same verdict as the machine's accepts it. */
export interface Answer {
  readonly verdict: Verdict;
  readonly comment?: string;
  /** Turns that the person marked; left out, the machine's evidence stands. */
  readonly evidence?: readonly Place[];
  /** ISO 8601. */
  readonly at: string;
}

/** Something that no check asked about. It is not scored: the checklist gives it no weight. */
export interface Added extends Answer {
  readonly title: string;
  readonly evidence: readonly Place[];
}

/** All that a person has confirmed about a conversation. */
export interface Work {
  /** By the key of the finding. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly added: readonly Added[];
  /** To be talked about in calibration. */
  readonly flagged: boolean;
  readonly done: boolean;
}

/** A stretch of a turn; 2 is evidence of the finding in question, 1 of another one, 0 of none. */
export interface Stretch {
  readonly text: string;
  readonly mark: 0 | 1 | 2;
}

/** A conversation to review, with what its parts need from elsewhere. */
export interface Call {
  readonly audit: Audit;
  readonly mode: Mode;
  readonly reviewer: string;
  /** A turn as it may be shown, in stretches fit for a terminal. */
  stretches(turn: Turn, strong: readonly Place[], faint: readonly Place[]): readonly Stretch[];
  /** Any other text, masked and fit for a terminal. */
  fit(text: string): string;
  score(findings: readonly Finding[]): Pick<Audit, "score" | "outcome">;
  /** The coaching card for the agent, in lines of this width. */
  card(width: number): readonly string[];
}

/** Nothing confirmed yet. */
export const EMPTY: Work = { answers: new Map(), added: [], flagged: false, done: false };

/** Names a finding among those of an audit. */
export const keyOf = ({ checklist, check }: Pick<Finding, "checklist" | "check">): string =>
  `${checklist}/${check}`;

/** Whether the machine's answers must not be seen yet. */
export const isHidden = ({ mode }: Pick<Call, "mode">, { done }: Work): boolean =>
  mode !== "analyst" && !done;

/** Whether answers may no more be changed: a first opinion is worth nothing once the machine's was seen. */
export const isClosed = ({ mode }: Pick<Call, "mode">, { done }: Work): boolean => mode !== "analyst" && done;

/** The findings as the person left them; while the machine is hidden an unanswered check is unknown. */
export function reviewed({ audit, mode }: Pick<Call, "audit" | "mode">, work: Work): readonly Finding[] {
  const own = mode !== "analyst";
  return audit.findings.map(finding => {
    const answer = work.answers.get(keyOf(finding));
    if (answer === undefined) return own ? answered(finding, { verdict: "unknown" }) : finding;
    return answered(finding, answer);
  });
}

/** A finding with a person's verdict: parts answered by the machine go, they no longer decide. */
export function answered(
  finding: Finding,
  answer: Pick<Answer, "verdict" | "comment" | "evidence">,
): Finding {
  const evidence = answer.evidence ?? finding.evidence;
  if (answer.verdict === finding.verdict) return { ...finding, evidence };
  const { parts, opportunities: _, say: __, ...rest } = finding;
  return {
    ...rest,
    verdict: answer.verdict,
    evidence,
    message: answer.comment ?? `A reviewer answered ${answer.verdict}`,
    autoFail: finding.autoFail || (answer.verdict === "fail" && (parts ?? []).some(failsAll)),
    avoids: isAvoiding(finding),
  };
}

const failsAll = ({ autoFail, verdict, parts }: Finding): boolean =>
  (autoFail && verdict === "fail") || (parts ?? []).some(failsAll);

const isAvoiding = ({ avoids, parts }: Finding): boolean =>
  parts !== undefined && parts.length > 0 ? parts.every(isAvoiding) : avoids === true;
