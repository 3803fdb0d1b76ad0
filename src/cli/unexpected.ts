import { closest } from "../checklist/closest.js";

/** «Unexpected report `jsn`, expected `json`», or the names there are where none is close. */
export const unexpectedName = (what: string, mistyped: string, names: readonly string[]): string =>
  `Unexpected ${what} \`${mistyped}\`, expected ${closest(mistyped, names)}`;
