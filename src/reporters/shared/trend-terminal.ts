import type { Page, Trend, TrendComparison, TrendPoint, TrendSeries } from "../../model/index.js";
import { terminalText } from "../../safety/index.js";
import { CARE } from "./care.js";
import { FEWEST } from "./fewest.js";
import { flow, widthOf } from "./flow.js";
import { type Paint, paintOf } from "./paint.js";
import { nameOf } from "./private.js";
import { NARROWEST_PLOT, plotRow, scaleRow, sparkline } from "./trend-plot.js";
import {
  basisOf,
  breakWords,
  checkName,
  mainSeries,
  newestOf,
  percent,
  points,
  rateOf,
  subjectOf,
} from "./trend-words.js";
import { count } from "./wording.js";

/** Wider than this the eye loses its line. */
const WIDEST = 120;
/** Older periods than these are named and not drawn. */
const MOST = 60;

interface Look {
  readonly page: Page;
  readonly paint: Paint;
  readonly width: number;
}

/** A trend for a terminal: time runs downwards, each period a rate with its interval; a new version is a break. */
export function trendText(trend: Trend, page: Page): string {
  const look: Look = { page, paint: paintOf(page), width: Math.min(page.width, WIDEST) };
  const { paint, width } = look;
  const head = [
    flow([{ text: terminalText(subjectOf(trend, page)), brush: paint.strong }], { width }),
    flow([{ text: terminalText(basisOf(trend)), brush: paint.faint }], { width }),
  ].join("\n");
  const parts = [
    head,
    chart(mainSeries(trend), trend, look),
    trend.question.check === undefined ? checksOf(trend, look) : "",
    trend.comparison ? comparisonOf(trend.comparison, trend, look) : "",
    agentsOf(trend, look),
    loadsOf(trend, look),
    flow([{ text: LEGEND, brush: paint.faint }], { width }),
  ];
  return `${parts.filter(part => part !== "").join("\n\n")}\n`;
}

const LEGEND =
  "n counts what could be scored. Intervals are Wilson's 95 %: where a rate lies if these conversations are a fair sample. Where two intervals overlap much, nothing is shown to have changed.";

function chart({ points: all }: TrendSeries, trend: Trend, look: Look): string {
  const { paint, width } = look;
  const shown = all.slice(-MOST);
  const counts = Math.max(1, ...shown.map(({ n }) => String(n).length));
  const scored = shown.some(({ meanScore }) => meanScore !== undefined);
  const room = width - (2 + 10 + 2 + counts + 2) - (2 + 5 + 2 + 6) - (scored ? 7 : 0);
  const drawn = room >= NARROWEST_PLOT;
  const head = `  ${"".padEnd(10)}  ${"n".padStart(counts)}  ${drawn ? scaleRow(room, paint) : ""}${drawn ? "  " : ""}${paint.faint(` rate  95 %${scored ? "     mean" : ""}`)}`;
  const lines = shown.flatMap((point, i) => {
    const before = shown[i - 1];
    const row = pointRow(point, { counts, room: drawn ? room : 0, scored }, paint);
    return before !== undefined && before.version !== point.version
      ? [breakLine(trend, point, look), row]
      : [row];
  });
  const hidden = all.length - shown.length;
  const told = `… ${hidden} earlier, not drawn (--by month, or --report csv)`;
  const earlier = hidden > 0 ? [flow([{ text: told, brush: paint.faint }], { width, indent: 2 })] : [];
  return [head.trimEnd(), ...earlier, ...lines].join("\n");
}

function pointRow(
  point: TrendPoint,
  { counts, room, scored }: { readonly counts: number; readonly room: number; readonly scored: boolean },
  paint: Paint,
): string {
  const { rate, interval } = rateOf(point.passed, point.n);
  const plot = room > 0 ? `${plotRow(point, room, paint)}  ` : "";
  const mean = scored ? points(point.meanScore).padStart(7) : "";
  return `  ${point.from}  ${String(point.n).padStart(counts)}  ${plot}${rate.padStart(5)}  ${column(interval, 6, paint.faint)}${mean}`.trimEnd();
}

/** A name in so many columns. */
const shorten = (name: string, room: number): string =>
  widthOf(name) <= room ? name : `${[...name].slice(0, Math.max(1, room - 1)).join("")}…`;

/** Painted, and filled up with what nobody sees. */
const column = (text: string, room: number, brush: (text: string) => string): string =>
  `${text === "" ? "" : brush(text)}${" ".repeat(Math.max(0, room - text.length))}`;

function breakLine({ versions }: Trend, { version }: TrendPoint, { paint, width }: Look): string {
  const now = versions[version];
  const text = now ? terminalText(breakWords(now)) : "";
  if (widthOf(text) + 10 > width) return flow([{ text, brush: paint.mixed }], { width, indent: 2 });
  const rest = "┄".repeat(Math.max(2, width - widthOf(text) - 8));
  return `  ${paint.mixed(`┄┄ ${text} ${rest}`)}`;
}

function checksOf(trend: Trend, look: Look): string {
  const { paint, width } = look;
  const newest = trend.versions.at(-1);
  const names = trend.checks.map(series => terminalText(checkName(series, trend)));
  const longest = Math.min(Math.max(0, ...names.map(widthOf)), Math.max(12, width - (width < 60 ? 27 : 36)));
  const room = Math.max(0, width - longest - 30);
  const rows = trend.checks.map((series, i) => {
    const { n, passed } = newestOf(series, trend);
    const { rate, interval } = rateOf(passed, n);
    const name = (names[i] as string).slice(0, longest).padEnd(longest);
    const line = room >= 4 ? `  ${sparkline(series.points, room)}` : "";
    return `  ${name}  ${String(n).padStart(6)}  ${rate.padStart(5)}  ${column(interval, 6, paint.faint)}${line}`.trimEnd();
  });
  if (rows.length === 0) return "";
  const title = `Checks, by ${terminalText(newest?.lists ?? "")}${trend.versions.length > 1 ? " alone; │ a new version" : ""}`;
  return [paint.strong(title), "", ...rows].join("\n");
}

function agentsOf(trend: Trend, { page, paint, width }: Look): string {
  if (trend.question.agent !== undefined || trend.agents.length === 0) return "";
  const names = trend.agents.map(({ agent }) => shorten(terminalText(nameOf(agent, page)), width - 33));
  const longest = Math.min(Math.max(...names.map(widthOf)), Math.max(10, width - 33));
  const rows = trend.agents.map(({ n, passed, meanScore }, i) => {
    const { rate, interval } = rateOf(passed, n, FEWEST);
    const mean = n < FEWEST ? "" : points(meanScore).padStart(6);
    const name = names[i] as string;
    const pad = " ".repeat(Math.max(0, longest - widthOf(name)));
    return `  ${name}${pad}  ${String(n).padStart(6)}  ${rate.padStart(7)}  ${column(interval, 6, paint.faint)}${mean}`.trimEnd();
  });
  const said = `In the order of their names. A rate is shown from ${FEWEST} conversations on, and is no measure of a person: who gets the hard calls scores lower on them.`;
  return [
    paint.strong("Agents, newest version alone"),
    flow([{ text: said, brush: paint.faint }], { width }),
    "",
    ...rows,
  ].join("\n");
}

function loadsOf({ loads }: Trend, { page, paint, width }: Look): string {
  if (loads.length === 0) return "";
  const lines = loads.map(({ agent, day, hostile, abusive, conversations }) => {
    const also = abusive > 0 ? ` (${abusive} abusive)` : "";
    const text = `${nameOf(agent, page)}: ${count(hostile, "hostile or abusive turn")} borne${also} in ${count(conversations, "conversation")}`;
    const lead = [{ text: `${day}  `, brush: paint.faint }];
    return flow([{ text: terminalText(text) }], { width, indent: 2, lead });
  });
  return [
    paint.strong("Hard days"),
    flow([{ text: CARE, brush: paint.faint }], { width }),
    "",
    ...lines,
  ].join("\n");
}

function comparisonOf(
  { before, after, conversations, meanBefore, meanAfter, shifts }: TrendComparison,
  trend: Trend,
  { paint, width }: Look,
): string {
  const title = `The same ${count(conversations, "conversation")}, before and after: ${after.change}`;
  const mean = `Mean score ${points(meanBefore)} by ${before.lists}, ${points(meanAfter)} by ${after.lists}.`;
  const names = shifts.map(one => terminalText(one.check === undefined ? "audits" : checkName(one, trend)));
  const longest = Math.max(12, ...names.map(widthOf));
  const wide = width >= longest + 50;
  const rows = shifts.map(({ n, passedBefore, passedAfter, won, lost }, i) => {
    const [then, now] = [percent(passedBefore / n), percent(passedAfter / n)];
    const moved = `+${won} −${lost}`;
    return `  ${(names[i] as string).padEnd(longest)}  ${String(n).padStart(6)}  ${then.padStart(5)} → ${now.padStart(5)}  ${paint.faint(wide ? `${won} pass now, ${lost} no more` : moved)}`;
  });
  const said = conversations === 0 ? "No conversation was judged by both." : mean;
  return [
    flow([{ text: terminalText(title), brush: paint.strong }], { width }),
    flow([{ text: terminalText(said), brush: paint.faint }], { width }),
    ...(rows.length > 0 ? ["", ...rows] : []),
  ].join("\n");
}
