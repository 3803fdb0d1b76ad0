import { scaleLinear } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";
import type { ReactNode } from "react";
import { FEELINGS, type Feeling } from "./feeling.js";
import { LABELS, round } from "./lanes.js";
import { type Timing, WIDTH } from "./timing.js";

/** How high the curve is with the room around it. */
export const CURVE_HEIGHT = 60;

/** The customer's feeling from turn to turn, up for content and down for unhappy. */
export function FeelingCurve({
  feelings,
  timing,
  top,
}: {
  feelings: ReadonlyMap<number, Feeling>;
  timing: Timing;
  top: number;
}): ReactNode {
  const y = scaleLinear()
    .domain([1, -3])
    .range([top + 12, top + CURVE_HEIGHT - 8]);
  const points = [...feelings].flatMap(([turn, feeling]) => {
    const place = timing.places.get(turn);
    return place === undefined ? [] : [{ feeling, x: round(place.from), y: y(feeling) }];
  });
  const even = round(y(0));
  const held = [...points, { ...(points.at(-1) ?? { feeling: 0 as Feeling, y: even }), x: WIDTH }];
  const curve = line<(typeof held)[number]>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .curve(curveMonotoneX)
    .digits(1);
  const below = area<(typeof held)[number]>(
    ({ x }) => x,
    () => even,
    ({ y }) => y,
  )
    .curve(curveMonotoneX)
    .digits(1);
  return (
    <g>
      <text x={-LABELS} y={even + 4}>
        Feeling
      </text>
      <path className="grid" d={`M0 ${even}H${WIDTH}`} />
      <path className="feeling-area" d={below(held) ?? ""} />
      <path className="feeling" d={curve(held) ?? ""} />
      {points
        .filter(({ feeling }) => feeling !== 0)
        .map(point => (
          <circle
            key={`${point.x} ${point.feeling}`}
            className={point.feeling > 0 ? "good" : "bad"}
            cx={point.x}
            cy={round(point.y)}
            r={4}
          >
            <title>{FEELINGS[point.feeling]}</title>
          </circle>
        ))}
    </g>
  );
}
