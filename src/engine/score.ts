import type { Finding, Outcome, Verdict } from "../model/index.js";

/** Avoiding checks together weigh at most half of the others, a third of the whole: a cold call cannot pass by silence. */
const AVOIDING_TO_SHOWING = 1 / 2;

const CREDIT: Readonly<Partial<Record<Verdict, number>>> = { pass: 1, partial: 0.5, fail: 0 };

/** A score and how the audit ended. */
export interface Score {
  readonly score: number | null;
  readonly outcome: Outcome;
}

/** Whether a check called for anything here and could be seen: only then does it count. */
export function applies({ verdict }: Finding): boolean {
  return verdict !== "na" && verdict !== "unknown";
}

/**
 * Whether an answer rests on what was not said or done. Of a composite item the parts that applied decide: apology
 * with non-apology is an avoiding item where only the second of them could be asked.
 */
export function restsOnAbsence(finding: Finding): boolean {
  const parts = (finding.parts ?? []).filter(applies);
  return parts.length > 0 ? parts.every(restsOnAbsence) : finding.avoids === true;
}

/**
 * What each finding weighs in the score: nothing where it did not apply, and avoiding checks scaled down until they
 * hold a third together. A card that asks for avoiding alone keeps its weights: its author wanted nothing else.
 */
export function weigh(findings: readonly Finding[]): (finding: Finding) => number {
  const own = inSections(findings);
  const counted = findings.filter(counts);
  const sum = (some: readonly Finding[]): number => some.reduce((total, finding) => total + own(finding), 0);
  const avoiding = sum(counted.filter(restsOnAbsence));
  const showing = sum(counted) - avoiding;
  const most = showing * AVOIDING_TO_SHOWING;
  const scale = showing > 0 && avoiding > most ? most / avoiding : 1;
  return finding => (counts(finding) ? own(finding) * (restsOnAbsence(finding) ? scale : 1) : 0);
}

/** Whether a finding is in the denominator: a bonus never is. */
const counts = (finding: Finding): boolean => applies(finding) && finding.bonus !== true;

const sectionOf = ({ checklist, section }: Finding): string => `${checklist}\0${section}`;

/** A finding's weight; where its section has one, the checks of the section that applied share that. */
function inSections(findings: readonly Finding[]): (finding: Finding) => number {
  const sums = new Map<string, number>();
  for (const finding of findings)
    if (finding.sectionWeight !== undefined && counts(finding))
      sums.set(sectionOf(finding), (sums.get(sectionOf(finding)) ?? 0) + finding.weight);
  return finding => {
    const { weight, sectionWeight } = finding;
    const together = sectionWeight === undefined ? 0 : (sums.get(sectionOf(finding)) ?? 0);
    return sectionWeight !== undefined && together > 0 ? (weight * sectionWeight) / together : weight;
  };
}

/**
 * Score and outcome of a card's findings. Absence can lose a call, never win one: where the card asks for skill and
 * only its avoiding checks applied, the score stands if it lies below the pass mark, and otherwise there is none.
 */
export function scoreFindings(findings: readonly Finding[], passMark: number): Score {
  const score = earned(findings);
  const proven = findings.some(finding => counts(finding) && finding.weight > 0 && !restsOnAbsence(finding));
  const onlyAvoiding = findings.every(isAvoiding);
  const stands = score !== null && (proven || onlyAvoiding || score < passMark) ? score : null;
  return { score: stands, outcome: outcomeOf(findings, stands, passMark) };
}

/** A check that can only ever pass by absence. */
function isAvoiding({ avoids, parts }: Finding): boolean {
  return parts !== undefined && parts.length > 0 ? parts.every(isAvoiding) : avoids === true;
}

function earned(findings: readonly Finding[]): number | null {
  const weight = weigh(findings);
  const total = findings.reduce((all, finding) => all + weight(finding), 0);
  if (total <= 0) return null;
  const lost = new Set(findings.filter(failsSection).map(sectionOf));
  const points = findings.reduce((all, finding) => {
    const credit = lost.has(sectionOf(finding)) ? 0 : (CREDIT[finding.verdict] ?? 0);
    return all + credit * (finding.bonus ? finding.weight : weight(finding));
  }, 0);
  // The first rounding takes out what binary fractions leave behind, so that 33.35 does not become 33.3.
  return Math.min(100, Math.round(Number(((1000 * points) / total).toFixed(6))) / 10);
}

const failsSection = ({ failsSection, verdict }: Finding): boolean =>
  failsSection === true && verdict === "fail";

function outcomeOf(findings: readonly Finding[], score: number | null, passMark: number): Outcome {
  if (findings.some(failsAll)) return "auto-fail";
  if (score === null) return "not-scorable";
  return score < passMark ? "fail" : "pass";
}

function failsAll(finding: Finding): boolean {
  return (finding.autoFail && finding.verdict === "fail") || (finding.parts ?? []).some(failsAll);
}

/** What a miss took from the score, in the weights of the card; an auto-fail takes everything. */
export function costOf(finding: Finding, weight: (finding: Finding) => number): number {
  if (failsAll(finding)) return Number.POSITIVE_INFINITY;
  return weight(finding) * (1 - (CREDIT[finding.verdict] ?? 1));
}
