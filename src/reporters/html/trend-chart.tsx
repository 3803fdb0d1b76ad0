import { scaleLinear, scaleTime } from "d3-scale";
import { area, line } from "d3-shape";
import type { ReactNode } from "react";
import type { Trend, TrendPoint, TrendSeries } from "../../model/index.js";
import { breakWords, rateOf, points as score } from "../shared/trend-words.js";
import { wilson } from "../shared/wilson.js";

interface Props {
  readonly series: TrendSeries;
  readonly trend: Trend;
}

interface Drawn {
  readonly point: TrendPoint;
  readonly x: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

const LARGE = { width: 960, height: 300, left: 44, right: 30, top: 26, bottom: 26, dot: 4 };
const SMALL = { width: 240, height: 44, left: 4, right: 4, top: 5, bottom: 5, dot: 2 };

/** A series as a line with its interval, a run a version: nothing is joined over a break. */
export function TrendChart({
  series,
  trend,
  small = false,
}: Props & { readonly small?: boolean }): ReactNode {
  const size = small ? SMALL : LARGE;
  const { width, height, left, right, top, bottom, dot } = size;
  const y = scaleLinear()
    .domain([0, 1])
    .range([height - bottom, top]);
  const { drawn, ticks } = placed(series.points, trend.whole.points, [left, width - right]);
  if (drawn.length === 0) return <span className="soft">never called for</span>;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {(small ? [0, 1] : [0, 0.25, 0.5, 0.75, 1]).map(share => (
        <g key={share}>
          <path className="grid" d={`M${left} ${round(y(share))}H${width - right}`} />
          {!small && (
            <text x={left - 6} y={round(y(share)) + 4} textAnchor="end">
              {share * 100} %
            </text>
          )}
        </g>
      ))}
      {!small &&
        ticks.map(({ x, text }) => (
          <text key={text} x={x} y={height - 6} textAnchor="middle">
            {text}
          </text>
        ))}
      {runsOf(drawn).map(run => (
        <Run key={`${run[0]?.point.from} ${run[0]?.point.version}`} run={run} y={y} dot={dot} />
      ))}
      <Breaks drawn={drawn} trend={trend} size={size} named={!small} />
    </svg>
  );
}

function Run({
  run,
  y,
  dot,
}: {
  run: readonly Drawn[];
  y: (rate: number) => number;
  dot: number;
}): ReactNode {
  const band = area<Drawn>(
    ({ x }) => x,
    ({ low }) => y(low),
    ({ high }) => y(high),
  ).digits(1);
  const curve = line<Drawn>(
    ({ x }) => x,
    ({ rate }) => y(rate),
  ).digits(1);
  return (
    <g>
      {run.length > 1 && <path className="band" d={band(run) ?? ""} />}
      {run.length > 1 && <path className="rate" d={curve(run) ?? ""} />}
      {run.map(({ point, x, rate, low, high }) => (
        <g key={point.from}>
          {run.length === 1 && <path className="interval" d={`M${x} ${round(y(low))}V${round(y(high))}`} />}
          <circle className="rate" cx={x} cy={round(y(rate))} r={dot} />
        </g>
      ))}
    </g>
  );
}

function Breaks({
  drawn,
  trend,
  size: { width, height, top, bottom },
  named,
}: {
  drawn: readonly Drawn[];
  trend: Trend;
  size: typeof LARGE;
  named: boolean;
}): ReactNode {
  return drawn.flatMap((one, i) => {
    const before = drawn[i - 1];
    if (before === undefined || before.point.version === one.point.version) return [];
    const x = round((before.x + one.x) / 2);
    const change = trend.versions[one.point.version]?.change ?? "";
    const anchor = x > width * 0.7 ? "end" : "start";
    return [
      <g key={`${one.point.from} ${one.point.version}`}>
        <path className="break" d={`M${x} ${top - 8}V${height - bottom}`} />
        {named && (
          <text className="break-name" x={anchor === "end" ? x - 5 : x + 5} y={top - 10} textAnchor={anchor}>
            {change}
          </text>
        )}
      </g>,
    ];
  });
}

/** Points by time; two versions in one period stand side by side. */
function placed(
  points: readonly TrendPoint[],
  whole: readonly TrendPoint[],
  [from, to]: readonly [number, number],
) {
  const times = points.map(timeOf);
  const [first = 0, last = 0] = [...whole, ...points]
    .map(timeOf)
    .sort((a, b) => a - b)
    .filter(isEnd);
  const x = scaleTime()
    .domain([first, last > first ? last : first + 1])
    .range([from + 12, to - 12]);
  const many = new Map<number, number>();
  const drawn = points.flatMap((point, i): Drawn[] => {
    const interval = wilson(point.passed, point.n);
    if (interval === undefined) return [];
    const time = times[i] as number;
    const beside = many.get(time) ?? 0;
    many.set(time, beside + 1);
    return [{ point, ...interval, x: round(x(time) + beside * 10) }];
  });
  const step = Math.max(1, Math.ceil(new Set(times).size / 8));
  const ticks = [...new Set(times)]
    .filter((_, i) => i % step === 0)
    .map(time => ({ x: round(x(time)), text: new Date(time).toISOString().slice(0, 10) }));
  return { drawn, ticks };
}

const timeOf = ({ from }: TrendPoint): number => Date.parse(`${from}T00:00:00Z`);
const isEnd = (_: number, i: number, all: readonly number[]): boolean => i === 0 || i === all.length - 1;

function runsOf(drawn: readonly Drawn[]): readonly (readonly Drawn[])[] {
  const runs: Drawn[][] = [];
  for (const one of drawn) {
    const last = runs.at(-1);
    if (last?.at(-1)?.point.version === one.point.version) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** The same in figures. */
export function TrendTable({ series, trend }: Props): ReactNode {
  const scored = series.points.some(({ meanScore }) => meanScore !== undefined);
  const names = ["Period from", "Version", "n", "Rate", "95 %", scored ? "Mean score" : "Partial"];
  return (
    <table className="narrow">
      <thead>
        <tr>
          {names.map((name, i) => (
            <th key={name} scope="col" className={i < 2 ? undefined : "number"}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.points.map((point, i) => {
          const { rate, interval } = rateOf(point.passed, point.n);
          const version = trend.versions[point.version];
          const before = series.points[i - 1];
          const broken = before !== undefined && before.version !== point.version && version !== undefined;
          const cells = [point.n, rate, interval, scored ? score(point.meanScore) : point.partial];
          return (
            <tr key={`${point.from} ${point.version}`}>
              <th scope="row">{point.from}</th>
              <td>
                {version?.lists}
                {broken && <span className="soft"> ({breakWords(version)})</span>}
              </td>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells never move
                <td key={at} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;
