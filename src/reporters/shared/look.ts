import type { Page } from "../../model/index.js";
import { type Paint, paintOf } from "./paint.js";

/** Lines longer than this tire the eye, however wide the window. */
const WIDEST = 100;

/** What the parts of a report for the terminal need to know of the page. */
export interface Look {
  readonly page: Page;
  readonly paint: Paint;
  readonly width: number;
}

/** How a page is to look. */
export function lookOf(page: Page): Look {
  return { page, paint: paintOf(page), width: Math.min(page.width, WIDEST) };
}
