import type { Page, Trend, TrendPoint, TrendSeries, TrendVersion } from "../../model/index.js";
import { nameOf } from "./private.js";
import { type Interval, wilson } from "./wilson.js";
import { count } from "./wording.js";

/** 0.614 → 61 %. */
export const percent = (rate: number): string => `${Math.round(rate * 100)} %`;

/** 48–73. */
export const span = ({ low, high }: Interval): string => `${Math.round(low * 100)}–${Math.round(high * 100)}`;

/** What a trend is about, in one line. */
export function subjectOf({ question: { agent, check, by }, lists }: Trend, page: Page): string {
  const parts = [
    check === undefined ? "Audits that pass" : `Conversations that pass ${check}`,
    ...(agent === undefined ? [] : [`agent ${nameOf(agent, page)}`]),
    `checklist ${lists}`,
    `by ${by}`,
  ];
  return parts.join(" · ");
}

/** How much it rests on. */
export function basisOf({ audits, undated, others, whole, question: { since, until } }: Trend): string {
  const [first, last] = [whole.points[0]?.from, whole.points.at(-1)?.from];
  return [
    count(audits, "conversation"),
    ...(first === undefined ? [] : [first === last ? first : `${first} to ${last}`]),
    ...(since === undefined ? [] : [`since ${since}`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...(undated > 0 ? [`${undated} without a date of their own, counted on the day of the audit`] : []),
    ...others.map(
      ({ lists, audits: n }) => `${count(n, "audit")} by ${lists} left out (--checklist ${lists})`,
    ),
  ].join(" · ");
}

/** The series that is drawn large: the check that was asked about, or the audits as a whole. */
export const mainSeries = ({ whole, checks, question }: Trend): TrendSeries =>
  question.check === undefined ? whole : (checks[0] ?? whole);

/** Why figures on both sides of a break do not compare. */
export const breakWords = ({ change, lists }: TrendVersion): string =>
  `${change || lists}: figures before and after do not compare`;

/** A series by its newest version alone, all periods together. */
export function newestOf({ points }: TrendSeries, { versions }: Trend): { n: number; passed: number } {
  const newest = points.filter(({ version }) => version === versions.length - 1);
  const sum = (of: (point: TrendPoint) => number) => newest.reduce((all, point) => all + of(point), 0);
  return { n: sum(({ n }) => n), passed: sum(({ passed }) => passed) };
}

/** A rate with its interval, or why there is none. */
export function rateOf(
  passed: number,
  n: number,
  fewest = 1,
): { readonly rate: string; readonly interval: string } {
  const interval = n < fewest ? undefined : wilson(passed, n);
  if (interval === undefined) return { rate: n === 0 ? "–" : "too few", interval: "" };
  return { rate: percent(interval.rate), interval: span(interval) };
}

/** A check's name; with its checklist where several ask it. */
export function checkName(
  { check = "", checklist = "" }: Pick<TrendSeries, "check" | "checklist">,
  { lists }: Trend,
): string {
  return lists.includes("+") ? `${checklist}/${check}` : check;
}

/** Points or a dash. */
export const points = (score: number | null | undefined): string =>
  score === null || score === undefined ? "–" : score.toFixed(1);
