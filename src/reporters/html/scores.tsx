import { scaleBand, scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { count } from "../shared/wording.js";

const WIDTH = 480;
const HEIGHT = 150;
const FOOT = 20;
const HEAD = 16;

/** How the scores are spread, ten points a bar, with its figures in a table. */
export function Scores({ scores }: { scores: readonly number[] }): ReactNode {
  const all = scores.reduce((sum, n) => sum + n, 0);
  if (all === 0) return null;
  const names = scores.map((_, i) => (i === scores.length - 1 ? "90–100" : `${i * 10}–${i * 10 + 9}`));
  return (
    <section>
      <h3>Scores</h3>
      <figure>
        <figcaption>{count(all, "scored conversation")}, ten points a bar</figcaption>
        <Bars scores={scores} names={names} />
        <details>
          <summary>The scores as a table</summary>
          <table className="narrow">
            <thead>
              <tr>
                <th scope="col">Score</th>
                <th scope="col" className="number">
                  Conversations
                </th>
              </tr>
            </thead>
            <tbody>
              {scores.map((n, i) => (
                <tr key={names[i]}>
                  <th scope="row">{names[i]}</th>
                  <td className="number">{n}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figure>
    </section>
  );
}

function Bars({ scores, names }: { scores: readonly number[]; names: readonly string[] }): ReactNode {
  const x = scaleBand<string>().domain(names).range([0, WIDTH]).padding(0.15).round(true);
  const y = scaleLinear()
    .domain([0, Math.max(...scores)])
    .rangeRound([0, HEIGHT - FOOT - HEAD]);
  const middle = (name: string) => (x(name) ?? 0) + x.bandwidth() / 2;
  return (
    <svg className="scores" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {scores.map((n, i) => {
        const name = names[i] as string;
        const height = Math.max(n > 0 ? 2 : 0, y(n));
        const top = HEIGHT - FOOT - height;
        return (
          <g key={name}>
            <rect className="bar" x={x(name)} y={top} width={x.bandwidth()} height={height} />
            {n > 0 && (
              <text x={middle(name)} y={top - 4} textAnchor="middle">
                {n}
              </text>
            )}
            <text x={middle(name)} y={HEIGHT - 5} textAnchor="middle">
              {name}
            </text>
          </g>
        );
      })}
      <path className="axis" d={`M0 ${HEIGHT - FOOT}H${WIDTH}`} />
    </svg>
  );
}
