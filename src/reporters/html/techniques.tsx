import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import type { CheckCount } from "../../model/index.js";
import { type Interval, wilson } from "../shared/wilson.js";

interface Row {
  readonly count: CheckCount;
  readonly n: number;
  readonly interval: Interval;
}

/** The checks by pass rate, lowest first; few cases do not lead, because the upper end of the interval decides. */
export function Techniques({ checks }: { checks: readonly CheckCount[] }): ReactNode {
  const rows = checks
    .flatMap((count): Row[] => {
      const { pass, partial, fail } = count.verdicts;
      const n = pass + partial + fail;
      const interval = wilson(pass, n);
      return interval === undefined ? [] : [{ count, n, interval }];
    })
    .toSorted((a, b) => a.interval.high - b.interval.high);
  const silent = checks.filter(({ check }) => rows.every(({ count }) => count.check !== check));
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 id="techniques-name">Techniques by pass rate</h3>
      <p className="soft">
        Of the conversations where the check applied, n, the share that passed, and the 95 % interval (Wilson)
        in which the rate lies if these are a fair sample. Those to work on come first, as far as the figures
        bear it out.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by the keyboard */}
      <section className="wide" tabIndex={0} aria-labelledby="techniques-name">
        <table>
          <Columns />
          <tbody>
            {rows.map(row => (
              <TechniqueRow key={row.count.check} {...row} />
            ))}
          </tbody>
        </table>
      </section>
      {silent.length > 0 && (
        <p className="soft">Never called for: {silent.map(({ title }) => title).join(", ")}.</p>
      )}
    </section>
  );
}

function Columns(): ReactNode {
  return (
    <thead>
      <tr>
        <th scope="col">Check</th>
        <th scope="col">Pass rate and interval</th>
        {["Rate", "Interval", "n", "Pass", "Partial", "Fail", "Left out"].map(name => (
          <th key={name} scope="col" className="number">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const percent = (share: number): string => `${Math.round(share * 100)}`;

function TechniqueRow({ count: { title, verdicts }, n, interval }: Row): ReactNode {
  const { pass, partial, fail, na, unknown } = verdicts;
  return (
    <tr>
      <th scope="row">{title}</th>
      <td className="chart">
        <Rate {...interval} />
      </td>
      <td className="number">{percent(interval.rate)} %</td>
      <td className="number">
        {percent(interval.low)}–{percent(interval.high)}
      </td>
      <td className="number">{n}</td>
      <td className="number">{pass}</td>
      <td className="number">{partial}</td>
      <td className="number">{fail}</td>
      <td className="number">{na + unknown}</td>
    </tr>
  );
}

const WIDTH = 200;
const x = scaleLinear()
  .domain([0, 1])
  .rangeRound([1, WIDTH - 1]);

/** The rate as a bar, the interval as a line across its end. */
function Rate({ rate, low, high }: Interval): ReactNode {
  return (
    <svg viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true" focusable="false">
      <rect className="track" x={1} y={3} width={WIDTH - 2} height={10} />
      <rect className="bar" x={1} y={3} width={x(rate) - 1} height={10} />
      <path className="interval" d={`M${x(low)} 8H${x(high)}M${x(low)} 4V12M${x(high)} 4V12`} />
    </svg>
  );
}
