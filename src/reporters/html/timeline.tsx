import type { ReactNode } from "react";
import type { Audit, Page, Turn } from "../../model/index.js";
import { clock, count, lasting } from "../shared/wording.js";
import { feelingsOf } from "./feeling.js";
import { CURVE_HEIGHT, FeelingCurve } from "./feeling-curve.js";
import { type Drawn, LABELS, LANES, round } from "./lanes.js";
import { turnId } from "./names.js";
import { TimelineTable } from "./timeline-table.js";
import { type Gap, type Stretch, timingOf, WIDTH } from "./timing.js";

const LANE = 18;
const STEP = 26;
const AXIS = 20;
/** A message without an end, and a word in an hour, are still seen. */
const THINNEST = 3;

/** The conversation on a line: who spoke when, silences, overlaps, and how the customer felt; with its figures in a table. */
export function Timeline({ audit, index, page }: { audit: Audit; index: number; page: Page }): ReactNode {
  const { turns } = audit.transcript;
  const timing = timingOf(audit.transcript);
  const lanes = LANES.filter(({ roles }) =>
    turns.some(turn => timing.places.has(turn.index) && roles.includes(turn.role)),
  );
  if (lanes.length === 0) return null;
  const felt = feelingsOf(turns, audit.signals);
  const shown = [...felt.values()].some(feeling => feeling !== 0);
  const drawn = { audit, index, timing, lanes, feelings: shown ? felt : new Map() };
  return (
    <figure className="timeline">
      <figcaption>{caption(drawn)}</figcaption>
      <div className="wide">
        <Drawing {...drawn} />
      </div>
      <details>
        <summary>The timeline as a table</summary>
        <div className="wide">
          <TimelineTable {...drawn} page={page} />
        </div>
      </details>
    </figure>
  );
}

/** What the drawing shows, in words. */
function caption({ timing, feelings, audit }: Drawn): string {
  const gaps = [...timing.gaps.values()];
  const told = (kind: Gap["kind"], one: string) => {
    const met = gaps.filter(gap => gap.kind === kind);
    const longest = Math.max(...met.map(({ ms }) => ms));
    return met.length === 0 ? `no ${one}` : `${count(met.length, one)}, the longest ${lasting(longest)}`;
  };
  const silent =
    audit.transcript.channel === "voice" && [...timing.places.values()].some(({ from, to }) => to > from);
  const parts = [
    timing.by === "time"
      ? `Drawn to time, ${lasting(timing.length)} in all`
      : `This export has no times: drawn by words, ${timing.length} in all`,
    ...(timing.by === "time" && silent ? [told("silence", "silence")] : []),
    ...(timing.by === "time" && audit.transcript.overlaps ? [told("overlap", "overlap")] : []),
    feelings.size > 0
      ? "below, the customer’s feeling as their words show it"
      : "the customer’s words show no strong feeling",
  ];
  return `${parts.join("; ")}.`;
}

const span = ({ from, to }: Stretch) => ({ x: round(from), width: round(Math.max(THINNEST, to - from)) });

/** Hidden from screen readers, which have the caption and the table. */
function Drawing({ audit, index, timing, lanes, feelings }: Drawn): ReactNode {
  const laneEnd = lanes.length * STEP;
  const height = laneEnd + (feelings.size > 0 ? CURVE_HEIGHT : 0) + AXIS;
  return (
    <svg viewBox={`${-LABELS} 0 ${WIDTH + LABELS + 24} ${height}`} aria-hidden="true" focusable="false">
      {timing.ticks.map(({ at, label }) => (
        <g key={at}>
          <path className="grid" d={`M${round(at)} 0V${height - AXIS}`} />
          <text x={round(at)} y={height - 5} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {[...timing.gaps].map(([turn, gap]) => (
        <rect key={turn} className={gap.kind} {...span(gap)} y={0} height={laneEnd}>
          <title>{`${gap.kind}, ${lasting(gap.ms)}`}</title>
        </rect>
      ))}
      {lanes.map(({ label, roles }, i) => (
        <g key={label}>
          <text x={-LABELS} y={i * STEP + LANE - 1}>
            {label}
          </text>
          {audit.transcript.turns
            .filter(turn => roles.includes(turn.role))
            .map(turn => (
              <Bar
                key={turn.index}
                turn={turn}
                place={timing.places.get(turn.index)}
                y={i * STEP + 4}
                id={turnId(index, turn.index)}
              />
            ))}
        </g>
      ))}
      {feelings.size > 0 && <FeelingCurve feelings={feelings} timing={timing} top={laneEnd} />}
    </svg>
  );
}

/** A turn as a bar that leads to its words; the table has the same links for the keyboard. */
function Bar({
  turn,
  place,
  y,
  id,
}: {
  turn: Turn;
  place: Stretch | undefined;
  y: number;
  id: string;
}): ReactNode {
  if (place === undefined) return null;
  const at = turn.start === undefined ? "" : `, ${clock(turn.start)}`;
  return (
    <a href={`#${id}`} tabIndex={-1}>
      <rect
        className={turn.kind === "speech" ? turn.role : "other"}
        {...span(place)}
        y={y}
        height={LANE}
        rx={2}
      >
        <title>{`turn ${turn.index + 1}${at}`}</title>
      </rect>
    </a>
  );
}
