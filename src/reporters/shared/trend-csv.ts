import type { Page, Trend, TrendPoint, TrendSeries } from "../../model/index.js";
import { csvRow } from "../../safety/index.js";
import { nameOf } from "./private.js";
import { wilson } from "./wilson.js";

const COLUMNS =
  "period,by,agent,checklist,check,version,sha256,attune,n,passed,partial,rate,low,high,mean score\r\n";

/** A trend for spreadsheets: a row a period, version and question; audits as a whole have no check. */
export function trendCsv(trend: Trend, page: Page): string {
  const all = trend.question.check === undefined ? [trend.whole, ...trend.checks] : trend.checks;
  return `\uFEFF${COLUMNS}${all.flatMap(series => series.points.map(point => row(series, point, trend, page))).join("")}`;
}

function row({ check, checklist }: TrendSeries, point: TrendPoint, trend: Trend, page: Page): string {
  const { by, agent } = trend.question;
  const version = trend.versions[point.version];
  const interval = wilson(point.passed, point.n);
  const share = (value: number | undefined) =>
    value === undefined ? null : Math.round(value * 10_000) / 10_000;
  return csvRow([
    point.from,
    by,
    agent === undefined ? null : nameOf(agent, page),
    checklist ?? trend.lists,
    check,
    version?.lists,
    version?.sha256,
    version?.attune,
    point.n,
    point.passed,
    check === undefined ? null : point.partial,
    share(interval?.rate),
    share(interval?.low),
    share(interval?.high),
    point.meanScore,
  ]);
}
