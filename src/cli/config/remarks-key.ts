import type { Key } from "./read.js";

/** 1 and 2 say something else already; shells keep what is past 125 for themselves. */
const MOST = 125;

/** `remarks-status`: for pipelines that show amber. */
export const remarksKey: Key<number | undefined> = {
  summary: "Exit status where nothing is below the bar and a check came out partial or failed",
  fallback: 0,
  numeric: true,
  read: value =>
    typeof value === "number" &&
    Number.isInteger(value) &&
    value >= 0 &&
    value <= MOST &&
    value !== 1 &&
    value !== 2
      ? { value }
      : { expected: `0 or a whole number from 3 to ${MOST}: 1 and 2 have their meaning` },
};
