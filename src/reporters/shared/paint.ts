import { Chalk } from "chalk";
import type { Outcome, Page, Verdict } from "../../model/index.js";

/** Puts colour on a text that is already fit for a terminal. */
export type Brush = (text: string) => string;

/** Colours by what they mean; without colour all of them leave the text alone. */
export interface Paint {
  readonly strong: Brush;
  readonly faint: Brush;
  readonly good: Brush;
  readonly mixed: Brush;
  readonly poor: Brush;
}

/** The paint of a page; only the page decides, never the environment. */
export function paintOf({ color }: Page): Paint {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  return { strong: chalk.bold, faint: chalk.dim, good: chalk.green, mixed: chalk.yellow, poor: chalk.red };
}

/** The colour of a verdict; it only repeats what symbol and word say. */
export function verdictBrush(verdict: Verdict, paint: Paint): Brush {
  return { pass: paint.good, partial: paint.mixed, fail: paint.poor, na: paint.faint, unknown: paint.faint }[
    verdict
  ];
}

/** The colour of an outcome. */
export function outcomeBrush(outcome: Outcome, paint: Paint): Brush {
  return { pass: paint.good, fail: paint.mixed, "auto-fail": paint.poor, "not-scorable": paint.faint }[
    outcome
  ];
}
