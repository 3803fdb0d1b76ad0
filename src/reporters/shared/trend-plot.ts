import type { TrendPoint } from "../../model/index.js";
import type { Paint } from "./paint.js";
import { wilson } from "./wilson.js";

/** Columns that a plot needs to say more than its figures. */
export const NARROWEST_PLOT = 20;

/** A rate between 0 and 100 % with its interval: `·  ├────●─────┤  ·`. */
export function plotRow({ n, passed }: TrendPoint, room: number, paint: Paint): string {
  const interval = wilson(passed, n);
  const cells = Array.from({ length: room }, (_, at) => ({
    text: isTick(at, room) ? "·" : " ",
    brush: paint.faint,
  }));
  if (interval !== undefined) {
    const place = (rate: number) => Math.round(rate * (room - 1));
    const [low, at, high] = [place(interval.low), place(interval.rate), place(interval.high)];
    for (let i = low; i <= high; i++) cells[i] = { text: "─", brush: paint.faint };
    if (low < at) cells[low] = { text: "├", brush: paint.faint };
    if (high > at) cells[high] = { text: "┤", brush: paint.faint };
    cells[at] = { text: "●", brush: paint.strong };
  }
  return runs(cells);
}

/** The scale over a plot: 0, 25, 50, 75, 100 over their ticks. */
export function scaleRow(room: number, paint: Paint): string {
  const line = Array<string>(room).fill(" ");
  const marks = room >= 30 ? [0, 25, 50, 75, 100] : [0, 50, 100];
  for (const mark of marks) {
    const text = String(mark);
    const from = Math.min(
      Math.round((mark / 100) * (room - 1)) - Math.floor((text.length - 1) / 2),
      room - text.length,
    );
    [...text].forEach((digit, i) => {
      line[Math.max(0, from) + i] = digit;
    });
  }
  return paint.faint(line.join(""));
}

const isTick = (at: number, room: number): boolean =>
  [0, 0.25, 0.5, 0.75, 1].some(share => Math.round(share * (room - 1)) === at);

interface Cell {
  readonly text: string;
  readonly brush: (text: string) => string;
}

/** Neighbours of one colour painted together. */
function runs(cells: readonly Cell[]): string {
  let [line, run] = ["", ""];
  let brush: Cell["brush"] | undefined;
  const end = () => {
    line += brush && run.trim() !== "" ? brush(run) : run;
    run = "";
  };
  for (const cell of cells) {
    if (cell.brush !== brush) end();
    brush = cell.brush;
    run += cell.text;
  }
  end();
  return line;
}

const BARS = "▁▂▃▄▅▆▇█";

/** Rates over time, a bar a point, the last of them as far as there is room; │ where the version changes. */
export function sparkline(points: readonly TrendPoint[], room: number): string {
  const bars: string[] = [];
  let before: number | undefined;
  for (const { version, n, passed } of points) {
    if (before !== undefined && version !== before) bars.push("│");
    before = version;
    bars.push(n === 0 ? " " : (BARS[Math.min(7, Math.floor((passed / n) * 8))] as string));
  }
  return bars.slice(-room).join("").replace(/^│/, "");
}
