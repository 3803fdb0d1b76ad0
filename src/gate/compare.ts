import type { Audit, Finding, Place } from "../model/index.js";
import type { Expectation, Expected, ScoreBound } from "./expectation.js";
import { anchorsOf, isMiss } from "./misses.js";

/** Something that came out otherwise than it was expected to. */
export interface Difference {
  /** What was expected, in a few words; left out for a miss that nobody expected. */
  readonly expected?: string;
  /** What was found instead. */
  readonly found: string;
  /** The finding that shows it, and where. */
  readonly finding?: Finding;
  readonly place?: Place;
}

/** Everything in which an audit differs from what its file expects. Misses must be told in full, passes need not. */
export function compare(audit: Audit, expectation: Expectation): readonly Difference[] {
  const { checks, score, outcome } = expectation;
  return [
    ...checks.flatMap(one => differs(audit, one)),
    ...elsewhere(audit, checks),
    ...unexpected(audit, checks),
    ...(score && !holds(audit.score, score)
      ? [
          {
            expected: `score ${score.sign} ${score.value}`,
            found: `score ${audit.score ?? "none: nothing applied"}`,
          },
        ]
      : []),
    ...(outcome && outcome !== audit.outcome
      ? [{ expected: `outcome ${outcome}`, found: `outcome ${audit.outcome}` }]
      : []),
  ];
}

/** A finding by the name of its check, alone or behind that of its checklist. */
export function findingOf({ findings }: Audit, name: string): Finding | undefined {
  return findings.find(({ check, checklist }) => check === name || `${checklist}/${check}` === name);
}

function differs(audit: Audit, { check, verdict, turn }: Expected): readonly Difference[] {
  const finding = findingOf(audit, check);
  const at = turn === undefined ? "" : ` at turn ${turn}`;
  const expected = `${verdict} ${check}${at}`;
  if (finding === undefined) return [{ expected, found: `no check ${check} in the checklist` }];
  const places = placesOf(finding);
  const [place] = places;
  const shown = { finding, ...(place && { place }) };
  if (finding.verdict !== verdict) return [{ expected, found: `${finding.verdict} ${check}`, ...shown }];
  if (turn === undefined || places.some(one => one.turn === turn - 1)) return [];
  const turns = [...new Set(places.map(one => one.turn + 1))].sort((a, b) => a - b);
  const found = turns.length === 0 ? "at no turn" : `at turn ${turns.join(", ")}`;
  return [{ expected, found: `${verdict} ${check} ${found}`, ...shown }];
}

/** Where turns are named for what should never be heard, it must be heard nowhere else. */
function elsewhere(audit: Audit, checks: readonly Expected[]): readonly Difference[] {
  const turns = new Map<Finding, Set<number>>();
  for (const { check, verdict, turn } of checks) {
    const finding = findingOf(audit, check);
    if (finding === undefined || turn === undefined || finding.verdict !== verdict) continue;
    turns.set(finding, (turns.get(finding) ?? new Set()).add(turn - 1));
  }
  return [...turns].flatMap(([finding, named]) =>
    finding.avoids && isMiss(finding)
      ? finding.evidence
          .filter(({ turn }) => !named.has(turn))
          .map(place => ({
            found: `${finding.verdict} ${finding.check} at turn ${place.turn + 1} as well`,
            finding,
            place,
          }))
      : [],
  );
}

function unexpected(audit: Audit, checks: readonly Expected[]): readonly Difference[] {
  const named = new Set(checks.map(({ check }) => findingOf(audit, check)));
  return audit.findings
    .filter(finding => isMiss(finding) && finding.accepted !== true && !named.has(finding))
    .map(finding => {
      const [place] = placesOf(finding);
      return { found: `${finding.verdict} ${finding.check}`, finding, ...(place && { place }) };
    });
}

/** Everywhere a finding shows: what it hangs on first, then the rest of its evidence. */
function placesOf(finding: Finding): readonly Place[] {
  const anchors = anchorsOf(finding).flatMap(({ place }) => (place ? [place] : []));
  const answers = (finding.opportunities ?? []).flatMap(({ answer }) => (answer ? [answer] : []));
  return [...anchors, ...finding.evidence, ...answers, ...(finding.parts ?? []).flatMap(placesOf)];
}

function holds(score: number | null, { sign, value }: ScoreBound): boolean {
  if (score === null) return false;
  if (sign === "=") return score === value;
  if (sign === "<") return score < value;
  if (sign === ">") return score > value;
  return sign === "<=" ? score <= value : score >= value;
}

/** What a file would have to expect of its audit: every miss, and of the passes those it named before, or all. */
export function found(audit: Audit, before: Expectation | undefined): Expectation {
  const named = before?.checks.flatMap(({ check }) => findingOf(audit, check) ?? []) ?? [];
  const told = audit.findings.filter(
    finding =>
      (isMiss(finding) && finding.accepted !== true) ||
      (before ? named.includes(finding) : finding.verdict === "pass"),
  );
  const { checklist, score, outcome } = before ?? {};
  return {
    ...(checklist && { checklist }),
    checks: told.flatMap((finding): readonly Expected[] => {
      const { check, verdict, avoids } = finding;
      const places = isMiss(finding) ? placesOf(finding).slice(0, avoids ? undefined : 1) : [];
      if (places.length === 0) return [{ check, verdict }];
      return [...new Set(places.map(({ turn }) => turn + 1))].map(turn => ({ check, verdict, turn }));
    }),
    ...(score &&
      audit.score !== null && { score: holds(audit.score, score) ? score : bound(score, audit.score) }),
    ...(outcome && { outcome: audit.outcome }),
  };
}

/** The same comparison, moved until it holds. */
function bound({ sign }: ScoreBound, score: number): ScoreBound {
  return { sign: sign === "<" ? "<=" : sign === ">" ? ">=" : sign, value: score };
}
