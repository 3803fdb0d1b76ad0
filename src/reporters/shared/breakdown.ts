import type { Breakdown, CheckCount, GroupCount, Page } from "../../model/index.js";
import { terminalText } from "../../safety/index.js";
import { CARE, careLine, oftenLine } from "./care.js";
import { FEWEST, GROUPS, NO_RANK } from "./fewest.js";
import { flow } from "./flow.js";
import type { Look } from "./look.js";
import { nameOf, sentenceOf } from "./private.js";
import { type Interval, wilson } from "./wilson.js";
import { figure } from "./wording.js";

/** Names of a kind shown in a terminal; the page shows all. */
const SHOWN = 40;

/** A run as a whole, in lines: what to look at first, the checks, the groups, who needs care. */
export function breakdownLines(breakdown: Breakdown, { page, paint, width }: Look): readonly string[] {
  const { first, checks, groups, burdens, boilerplate } = breakdown;
  const kinds = Object.keys(GROUPS) as GroupCount["by"][];
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [
      "Look first at",
      first.map(({ source, why, score }) => `${source}: ${sentenceOf(why, page)}${points(score)}`),
    ],
    ["Checks by pass rate, 95 % interval, n", checkLines(checks)],
    ...kinds.map(
      kind =>
        [
          GROUPS[kind],
          groupLines(
            groups.filter(({ by }) => by === kind),
            page,
          ),
        ] as const,
    ),
    ["Care is due", burdens.length ? [CARE, ...burdens.map(burden => careLine(burden, page))] : []],
    ["The same words again and again", boilerplate.map(each => oftenLine(each, page))],
  ];
  return [
    ...parts
      .filter(([, lines]) => lines.length > 0)
      .flatMap(([title, lines]) => [
        "",
        paint.strong(title),
        ...lines.map(line => `  ${terminalText(line)}`),
      ]),
    ...(groups.length > 0 ? ["", paint.faint(flow([{ text: NO_RANK }], { width }).trimEnd())] : []),
  ];
}

const points = (score: number | null): string => (score === null ? "" : ` (${figure(score)} of 100)`);

const percent = (rate: number): string => String(Math.round(100 * rate));
const rates = ({ rate, low, high }: Interval): string =>
  `${percent(rate).padStart(3)} %  ${`${percent(low)}–${percent(high)}`.padStart(7)}`;

/** Lowest first, as far as the figures bear it out. */
function checkLines(checks: readonly CheckCount[]): readonly string[] {
  const rows = checks.flatMap(({ check, verdicts: { pass, partial, fail } }) => {
    const n = pass + partial + fail;
    const interval = wilson(pass, n);
    return interval ? [{ check, n, interval }] : [];
  });
  const width = Math.max(0, ...rows.map(({ check }) => check.length));
  return rows
    .toSorted((a, b) => a.interval.high - b.interval.high)
    .map(({ check, n, interval }) => `${check.padEnd(width)}  ${rates(interval)}  ${String(n).padStart(6)}`);
}

function groupLines(groups: readonly GroupCount[], page: Page): readonly string[] {
  if (groups.length === 0) return [];
  const shown = groups.slice(0, SHOWN).map(group => ({ ...group, name: nameOf(group.name, page) }));
  const width = Math.max(...shown.map(({ name }) => name.length));
  const more = groups.length - shown.length;
  return [
    ...shown.map(
      group => `${group.name.padEnd(width)}  ${String(group.audits).padStart(6)}  ${outcome(group)}`,
    ),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

function outcome({ scored, passed, meanScore }: GroupCount): string {
  const interval = scored < FEWEST ? undefined : wilson(passed, scored);
  if (!interval || meanScore === null) return "too few for a rate";
  return `${rates(interval)} above the bar, mean ${figure(meanScore)}`;
}
