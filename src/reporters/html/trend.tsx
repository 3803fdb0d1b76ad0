import { createHash } from "node:crypto";
import type { ReactNode } from "react";
import type { Page, Trend } from "../../model/index.js";
import { CARE } from "../shared/care.js";
import { FEWEST } from "../shared/fewest.js";
import { nameOf } from "../shared/private.js";
import {
  basisOf,
  checkName,
  mainSeries,
  newestOf,
  percent,
  points,
  rateOf,
  subjectOf,
} from "../shared/trend-words.js";
import { count } from "../shared/wording.js";
import { written } from "./render.js";
import { STYLE } from "./style.js";
import { TrendChart, TrendTable } from "./trend-chart.js";

const OWN = `${STYLE}
.band{fill:var(--bar);opacity:.18}.rate{stroke:var(--bar);stroke-width:2;fill:none}circle.rate{fill:var(--bar);stroke:none}
.break{stroke:var(--half);stroke-width:1.5;stroke-dasharray:4 3;fill:none}svg text.break-name{fill:var(--half);stroke:none}
.trend svg{min-width:32rem}.small svg{min-width:0;max-width:22rem}.small .grid{stroke-opacity:.5}
`;
const hash = `'sha256-${createHash("sha256").update(OWN).digest("base64")}'`;

/** A trend as one self-contained page without a script: charts, and every figure in a table beside them. */
export function trendPage(trend: Trend, page: Page): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${hash}; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="attune">
<title>Audits over time</title>
<link rel="icon" href="data:,">
<style>${OWN}</style>
</head>
<body>
${written(<Whole trend={trend} page={page} />)}
</body>
</html>
`;
}

interface Props {
  readonly trend: Trend;
  readonly page: Page;
}

function Whole({ trend, page }: Props): ReactNode {
  const main = mainSeries(trend);
  return (
    <>
      <header>
        <h1>Audits over time</h1>
        <p>
          <bdi>{subjectOf(trend, page)}</bdi>
        </p>
        <p className="soft">
          <bdi>{basisOf(trend)}</bdi>
        </p>
      </header>
      <main>
        <section className="card trend" aria-labelledby="over-time">
          <h2 id="over-time">Over time</h2>
          <p className="soft">
            The line is the share that passed, the band its 95 % interval (Wilson): where the rate lies if
            these conversations are a fair sample. A dashed line is a new version: figures on its two sides do
            not compare.
          </p>
          <TrendChart series={main} trend={trend} />
          <TrendTable series={main} trend={trend} />
        </section>
        {trend.comparison && <Comparison trend={trend} />}
        {trend.question.check === undefined && trend.checks.length > 0 && <Checks trend={trend} />}
        {trend.question.agent === undefined && trend.agents.length > 0 && (
          <Agents trend={trend} page={page} />
        )}
        {trend.loads.length > 0 && <Loads trend={trend} page={page} />}
      </main>
    </>
  );
}

function Heads({ names, words = [0] }: { names: readonly string[]; words?: readonly number[] }): ReactNode {
  return (
    <thead>
      <tr>
        {names.map((name, i) => (
          <th key={name} scope="col" className={words.includes(i) ? undefined : "number"}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Cells({ values }: { values: readonly (string | number)[] }): ReactNode {
  return values.map((value, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: cells never move
    <td key={i} className="number">
      {value}
    </td>
  ));
}

function Checks({ trend }: { trend: Trend }): ReactNode {
  return (
    <section className="card" aria-labelledby="checks">
      <h2 id="checks">Checks</h2>
      <p className="soft">Figures by {trend.versions.at(-1)?.lists} alone; the curve shows all periods.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard */}
      <section className="wide" tabIndex={0} aria-label="Table of checks">
        <table>
          <Heads names={["Check", "n", "Rate", "95 %", "Over time"]} words={[0, 4]} />
          <tbody>
            {trend.checks.map(series => {
              const { n, passed } = newestOf(series, trend);
              const { rate, interval } = rateOf(passed, n);
              return (
                <tr key={`${series.checklist}/${series.check}`}>
                  <th scope="row">{checkName(series, trend)}</th>
                  <Cells values={[n, rate, interval]} />
                  <td className="chart small">
                    <TrendChart series={series} trend={trend} small />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Comparison({ trend }: { trend: Trend }): ReactNode {
  const { comparison } = trend;
  if (comparison === undefined) return null;
  const { before, after, conversations, meanBefore, meanAfter, shifts } = comparison;
  return (
    <section className="card" aria-labelledby="compared">
      <h2 id="compared">The same {count(conversations, "conversation")} before and after</h2>
      <p>
        {after.change}. Mean score {points(meanBefore)} by {before.lists}, {points(meanAfter)} by{" "}
        {after.lists}.
      </p>
      <table className="narrow">
        <Heads names={["Check", "n", "Before", "After", "Pass now", "Pass no more"]} />
        <tbody>
          {shifts.map(one => (
            <tr key={`${one.checklist}/${one.check}`}>
              <th scope="row">{one.check === undefined ? "Audits as a whole" : checkName(one, trend)}</th>
              <Cells
                values={[
                  one.n,
                  percent(one.passedBefore / one.n),
                  percent(one.passedAfter / one.n),
                  one.won,
                  one.lost,
                ]}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Agents({ trend, page }: Props): ReactNode {
  return (
    <section className="card" aria-labelledby="agents">
      <h2 id="agents">Agents</h2>
      <p className="soft">
        By {trend.versions.at(-1)?.lists} alone, in the order of their names: a rate is shown from {FEWEST}{" "}
        conversations on, and is no measure of a person. Who gets the hard calls scores lower on them.
      </p>
      <table className="narrow">
        <Heads names={["Agent", "n", "Rate", "95 %", "Mean score"]} />
        <tbody>
          {trend.agents.map(({ agent, n, passed, meanScore }) => {
            const { rate, interval } = rateOf(passed, n, FEWEST);
            return (
              <tr key={agent}>
                <th scope="row">
                  <bdi>{nameOf(agent, page)}</bdi>
                </th>
                <Cells values={[n, rate, interval, n < FEWEST ? "" : points(meanScore)]} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Loads({ trend, page }: Props): ReactNode {
  return (
    <section className="card" aria-labelledby="hard-days">
      <h2 id="hard-days">Hard days</h2>
      <p className="soft">{CARE}</p>
      <table className="narrow">
        <Heads
          names={["Day", "Agent", "Hostile or abusive turns", "Abusive", "Conversations"]}
          words={[0, 1]}
        />
        <tbody>
          {trend.loads.map(({ day, agent, hostile, abusive, conversations }) => (
            <tr key={`${day} ${agent}`}>
              <th scope="row">{day}</th>
              <td>
                <bdi>{nameOf(agent, page)}</bdi>
              </td>
              <Cells values={[hostile, abusive, conversations]} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
