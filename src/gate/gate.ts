import type { Audit, Decision, Finding, Verdict } from "../model/index.js";
import { type Bar, barsOf, belowBar } from "./bar.js";

/** Scores findings anew, for the audit as it would be without what is accepted. */
export type Rescore = (findings: readonly Finding[], passMark: number) => Pick<Audit, "score" | "outcome">;

/** Holds a run to its bars as it goes, and decides when it is over. */
export interface Gate {
  add(audit: Audit): void;
  /** The same for an audit of which what is accepted was taken out already: so many findings. */
  count(open: Open, accepted: number): void;
  decide(): Decision;
}

/** As much of an audit as a gate looks at. */
export interface Open extends Pick<Audit, "outcome" | "score"> {
  readonly transcript: { readonly source: string };
  readonly findings: readonly Pick<Finding, "check" | "verdict">[];
}

/** Ways of missing a bar that are told one by one. */
const MOST = 20;

/** A gate before anything has passed it. What is accepted is taken out first: it gates nothing. */
export function createGate(bar: Bar, rescore: Rescore, warnOnly = false): Gate {
  const missed: string[] = [];
  const verdicts = new Map<string, Record<Verdict, number>>();
  const bars = barsOf(bar);
  let below = 0;
  let fails = 0;
  let remarks = 0;
  let accepted = 0;
  const count = (open: Open, taken: number): void => {
    accepted += taken;
    for (const { check, verdict } of open.findings) {
      const counts = verdicts.get(check) ?? { pass: 0, partial: 0, fail: 0, na: 0, unknown: 0 };
      counts[verdict]++;
      verdicts.set(check, counts);
      if (verdict === "fail") fails++;
      if (verdict === "fail" || verdict === "partial") remarks++;
    }
    const why = belowBar(open, bar);
    if (why === undefined) return;
    below++;
    const score = open.score === null ? "" : ` (${open.score})`;
    if (below <= MOST) missed.push(`${open.transcript.source}: ${why}${score}`);
  };
  return {
    count,
    add(audit) {
      const open = withoutAccepted(audit, rescore);
      count(open, audit.findings.length - open.findings.length);
    },
    decide: () => ({
      bars,
      below,
      missed: [
        ...missed,
        ...(below > MOST ? [`and ${below - MOST} more audits`] : []),
        ...tooMany(fails, bar),
        ...tooSeldom(verdicts, bar),
      ],
      remarks,
      accepted,
      ...(warnOnly && { warnOnly: true as const }),
    }),
  };
}

/** An audit as it would be if what is accepted had never been asked. */
export function withoutAccepted(audit: Audit, rescore: Rescore): Audit {
  const findings = audit.findings.filter(({ accepted }) => accepted !== true);
  if (findings.length === audit.findings.length) return audit;
  return { ...audit, findings, ...rescore(findings, audit.passMark) };
}

function tooMany(fails: number, { maxFails }: Bar): readonly string[] {
  return maxFails !== undefined && fails > maxFails
    ? [`${fails} failed check(s) in all, more than ${maxFails}`]
    : [];
}

/** A check that applied nowhere was not seen to pass too seldom. */
function tooSeldom(
  verdicts: ReadonlyMap<string, Readonly<Record<Verdict, number>>>,
  { perCheck = [] }: Bar,
): readonly string[] {
  return perCheck.flatMap(({ check, rate }) => {
    const { pass = 0, partial = 0, fail = 0 } = verdicts.get(check) ?? {};
    const applied = pass + partial + fail;
    if (applied === 0 || pass / applied >= rate) return [];
    return [`${check} passed in ${pass} of ${applied} (${percent(pass / applied)}), below ${percent(rate)}`];
  });
}

const percent = (rate: number): string => `${Math.round(rate * 1000) / 10}%`;

/** Whether the run as a whole is below its bars, and what status pipelines get for remarks alone. */
export function verdictOf(
  decision: Decision,
  remarksStatus: number,
): { readonly below: number; readonly remarks: number } {
  const below = decision.warnOnly ? 0 : decision.missed.length;
  return { below, remarks: decision.missed.length === 0 && decision.remarks > 0 ? remarksStatus : 0 };
}
