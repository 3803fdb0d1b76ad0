import type { ReactNode } from "react";
import type { Breakdown, First, Page, Problem, Totals } from "../../model/index.js";
import { decisionLines } from "../shared/decision.js";
import { sentenceOf } from "../shared/private.js";
import { placeOfProblem } from "../shared/problem.js";
import { count, figure, inputCounts, OUTCOMES } from "../shared/wording.js";
import { Care, SaidOften } from "./care.js";
import { Groups } from "./groups.js";
import { auditId } from "./names.js";
import { Scores } from "./scores.js";
import { Techniques } from "./techniques.js";

interface Props {
  readonly problems: readonly Problem[];
  readonly totals: Totals;
  readonly page: Page;
}

/** The run as a whole. It is known last, so it is written last, and the page shows it first. */
export function Overview({ problems, totals, page }: Props): ReactNode {
  const { breakdown } = totals;
  return (
    <section id="overview" className="overview card" aria-labelledby="overview-name">
      <h2 id="overview-name">Overview</h2>
      <p>{inputCounts(totals)}.</p>
      {totals.audits > 0 && <Outcomes totals={totals} />}
      <Decided totals={totals} page={page} />
      {totals.audits > 1 && breakdown && <Charts breakdown={breakdown} page={page} />}
      {problems.length > 0 && <Problems problems={problems} page={page} />}
    </section>
  );
}

const KINDS = ["pass", "fail", "auto-fail", "not-scorable"] as const;
const WIDTH = 960;

/** How the audits ended, as a bar and in figures. */
function Outcomes({ totals: { outcomes, audits, meanScore } }: { totals: Totals }): ReactNode {
  const met = KINDS.filter(kind => outcomes[kind] > 0);
  let at = 0;
  return (
    <>
      {audits > 1 && (
        <svg
          className="outcomes"
          viewBox={`0 0 ${WIDTH} 14`}
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          {met.map(kind => {
            const width = (WIDTH * outcomes[kind]) / audits;
            const x = at;
            at += width;
            return <rect key={kind} className={kind} x={figure(x)} width={figure(width)} height={14} />;
          })}
        </svg>
      )}
      <ul className="counts">
        {met.map(kind => (
          <li key={kind}>
            <span className={`outcome ${kind}`}>{OUTCOMES[kind]}</span> {outcomes[kind]}
          </li>
        ))}
        {meanScore !== null && <li>mean score {figure(meanScore)} of 100</li>}
      </ul>
    </>
  );
}

/** What the run was held to, and what decided. */
function Decided({ totals: { decision }, page }: { totals: Totals; page: Page }): ReactNode {
  const lines = decisionLines(decision, page);
  if (lines.length === 0) return null;
  return (
    <ul className="decided">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Charts({
  breakdown: { scores, checks, groups, first, burdens, boilerplate },
  page,
}: {
  breakdown: Breakdown;
  page: Page;
}): ReactNode {
  return (
    <>
      {first.length > 0 && <LookFirst first={first} page={page} />}
      <Scores scores={scores} />
      <Techniques checks={checks} />
      <Groups groups={groups} page={page} />
      <Care burdens={burdens} page={page} />
      <SaidOften sentences={boilerplate} page={page} />
    </>
  );
}

function LookFirst({ first, page }: { first: readonly First[]; page: Page }): ReactNode {
  return (
    <section>
      <h3>What to look at first</h3>
      <ol>
        {first.map(({ index, source, score, why }) => (
          <li key={index}>
            <a href={`#${auditId(index)}`}>
              <bdi>{source}</bdi>
            </a>
            : {sentenceOf(why, page)}
            {score !== null && <span className="soft">, {figure(score)} of 100</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const EFFECTS = { unreadable: "not read", partial: "read in part", note: "note" } as const;

function Problems({ problems, page }: { problems: readonly Problem[]; page: Page }): ReactNode {
  return (
    <section>
      <h3>Problems with what was given: {count(problems.length, "problem")}</h3>
      <ul>
        {problems.map((problem, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems never move
          <li key={i}>
            <bdi>{placeOfProblem(problem)}</bdi>: {sentenceOf(problem.message, page)}{" "}
            <span className="soft">({EFFECTS[problem.effect]})</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
